package kz.kopir.grading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import kz.kopir.mapping.Spelling;
import kz.kopir.mapping.Table;
import kz.kopir.school.Subject;

/**
 * Which subjects get no marks. The longest name of the table that stands in the subject's
 * name as whole words decides, so that «Көркем еңбек (қыздар)» is under the rule of
 * «Көркем еңбек»; a subject that the table does not name gets marks.
 */
final class SubjectRules {

	private static final Map<String, Boolean> CHOICES = Map.of("yes", true, "no", false);

	private final Map<List<String>, Boolean> marks = new HashMap<>();

	SubjectRules(Table table) {
		Map<List<String>, Table.Row> seen = new HashMap<>();
		for (Table.Row row : table.rows()) {
			List<String> name = Spelling.words(row.require("subject"));
			if (name.isEmpty()) {
				throw row.wrong("subject", "The name has no letter.",
						"Write the subject's name as the journal shows it.");
			}
			Table.Row first = seen.putIfAbsent(name, row);
			if (first != null) {
				throw row.twice("subject", first);
			}
			this.marks.put(name, row.choose("marks", CHOICES));
		}
	}

	boolean hasMarks(Subject subject) {
		List<String> name = Spelling.words(subject.name());
		for (int length = name.size(); length > 0; length--) {
			for (int start = 0; start + length <= name.size(); start++) {
				Boolean rule = this.marks.get(name.subList(start, start + length));
				if (rule != null) {
					return rule;
				}
			}
		}
		return true;
	}

}
