package kz.kopir.rehearsal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The policy that comes with the gateway, as the rehearsal school approved it. Nobody in
 * it is real.
 */
final class ApprovedPolicy {

	private static final String SHIPPED = "/mappings/policies/2026-09-01.yml";

	private ApprovedPolicy() {
	}

	static String text() {
		Map<String, String> sections = new LinkedHashMap<>();
		sections.put("director:\n  name:\n  order:\n  date:",
				"director:\n  name: Rehearsal director\n  order: № 112\n  date: 2026-08-28");
		sections.put("council:\n  protocol:\n  date:", "council:\n  protocol: № 1\n  date: 2026-08-27");
		sections.put("technical-support:\n  name:\n  phone:\n  email:\n  order:",
				"technical-support:\n  name: Rehearsal support\n  phone: +7 700 000 00 00\n"
						+ "  email: support@rehearsal.example\n  order: № 113");
		// in the rehearsal one user may do everything, and one has the job of approving
		sections.put("  approvers: [kopir]", "  approvers: [kopir, approver]");
		sections.put("  late-approvers: [kopir]", "  late-approvers: [kopir, approver]");
		String text = shipped();
		for (Map.Entry<String, String> section : sections.entrySet()) {
			if (!text.contains(section.getKey())) {
				throw new IllegalStateException("The shipped policy has changed: " + section.getKey());
			}
			text = text.replace(section.getKey(), section.getValue());
		}
		return text;
	}

	private static String shipped() {
		try (InputStream text = ApprovedPolicy.class.getResourceAsStream(SHIPPED)) {
			if (text == null) {
				throw new IllegalStateException("The jar holds no " + SHIPPED);
			}
			return new String(text.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
