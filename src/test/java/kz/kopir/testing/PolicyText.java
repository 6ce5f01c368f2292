package kz.kopir.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The policy that comes with the gateway, with other values in it.
 */
public final class PolicyText {

	private String text;

	private PolicyText(String text) {
		this.text = text;
	}

	/** As it comes: nobody approved it. */
	public static PolicyText shipped() {
		try {
			return new PolicyText(Files.readString(Path.of("mappings", "policies", "2026-09-01.yml")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** As a school uses it. */
	public static PolicyText approved() {
		PolicyText policy = shipped();
		policy.text = policy.text
			.replaceFirst("name:\n  order:\n  date:\n", "name: Director\n  order: № 12\n  date: 2026-08-28\n")
			.replaceFirst("protocol:\n  date:\n", "protocol: № 1\n  date: 2026-08-27\n")
			.replaceFirst("name:\n  phone:\n  email:\n  order:\n",
					"name: Support\n  phone: +7 700 000 00 00\n  email: support@school.example\n  order: № 13\n");
		return policy;
	}

	/** The same with another value of the field of this name. */
	public PolicyText with(String field, String value) {
		Matcher line = Pattern.compile("(?m)^( *)" + Pattern.quote(field) + ":.*$").matcher(this.text);
		if (!line.find()) {
			throw new IllegalArgumentException("The policy has no field " + field);
		}
		return new PolicyText(this.text.substring(0, line.start()) + line.group(1) + field + ": " + value
				+ this.text.substring(line.end()));
	}

	@Override
	public String toString() {
		return this.text;
	}

}
