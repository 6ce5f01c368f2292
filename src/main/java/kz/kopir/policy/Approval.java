package kz.kopir.policy;

import java.util.LinkedHashMap;
import java.util.Map;

import kz.kopir.mapping.MappingException;
import org.jspecify.annotations.Nullable;

/**
 * A policy counts only when the director approved it, the pedagogical council decided on
 * it and somebody is named for technical support (regulation, clauses 5.1, 6.1 and 6.2).
 */
final class Approval {

	private Approval() {
	}

	/**
	 * @throws MappingException when a field of the approval is empty or its days are in
	 * the wrong order
	 */
	static void require(String file, SchoolPolicy policy) {
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		fields.put("director.name", policy.director().name());
		fields.put("director.order", policy.director().order());
		fields.put("director.date", policy.director().date());
		fields.put("council.protocol", policy.council().protocol());
		fields.put("council.date", policy.council().date());
		fields.put("technical-support.name", policy.technicalSupport().name());
		fields.put("technical-support.phone", policy.technicalSupport().phone());
		fields.put("technical-support.email", policy.technicalSupport().email());
		fields.put("technical-support.order", policy.technicalSupport().order());
		fields.forEach((field, value) -> {
			if (value == null || value.toString().isBlank()) {
				throw new MappingException(file, 0, "",
						field + " is empty, so the policy is not approved and does not count.",
						"Fill it in from the order of the director or the protocol of the pedagogical council.");
			}
		});
	}

}
