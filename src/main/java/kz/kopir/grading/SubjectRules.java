package kz.kopir.grading;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import kz.kopir.mapping.Spelling;
import kz.kopir.mapping.Table;
import kz.kopir.school.Subject;

/**
 * Which subjects get no marks, and which no summative works. The longest name of the
 * table that stands in the subject's name as whole words decides, so that «Көркем еңбек
 * (қыздар)» is under the rule of «Көркем еңбек»; a subject that the table does not name
 * gets marks.
 */
final class SubjectRules {

	private static final Map<String, Boolean> CHOICES = Map.of("yes", true, "no", false);

	private static final Map<String, Set<AssessmentKind>> SUMMATIVES = Map.of("all",
			EnumSet.of(AssessmentKind.SECTION_SUMMATIVE, AssessmentKind.TERM_SUMMATIVE), "section",
			EnumSet.of(AssessmentKind.SECTION_SUMMATIVE), "none", EnumSet.noneOf(AssessmentKind.class));

	private static final Rule USUAL = new Rule(true, SUMMATIVES.get("all"));

	private final Map<List<String>, Rule> rules = new HashMap<>();

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
			Rule rule = new Rule(row.choose("marks", CHOICES), row.choose("summatives", SUMMATIVES));
			if (!rule.marks() && !rule.summatives().isEmpty()) {
				throw row.wrong("summatives", "A subject without marks has no summative works.", "Write none.");
			}
			this.rules.put(name, rule);
		}
	}

	boolean hasMarks(Subject subject) {
		return rule(subject).marks();
	}

	boolean hasSummative(Subject subject, AssessmentKind kind) {
		return rule(subject).summatives().contains(kind);
	}

	private Rule rule(Subject subject) {
		List<String> name = Spelling.words(subject.name());
		for (int length = name.size(); length > 0; length--) {
			for (int start = 0; start + length <= name.size(); start++) {
				Rule rule = this.rules.get(name.subList(start, start + length));
				if (rule != null) {
					return rule;
				}
			}
		}
		return USUAL;
	}

	private record Rule(boolean marks, Set<AssessmentKind> summatives) {
	}

}
