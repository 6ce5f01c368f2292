package kz.kopir.doctor;

import java.io.PrintStream;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * Prints findings as they come, in one language.
 */
final class DoctorPrint {

	private final PrintStream out;

	private final DoctorTexts texts;

	private @Nullable SchoolId school;

	DoctorPrint(PrintStream out, Language language) {
		this.out = out;
		this.texts = DoctorTexts.in(language);
	}

	void begin() {
		this.out.println(this.texts.text("title", Map.of()));
		this.out.println(this.texts.text("gateway", Map.of()));
	}

	void unknown(SchoolId asked, Set<SchoolId> served) {
		this.out.println(this.texts.text("unknownSchool", Map.of("school", asked.value(), "schools",
				served.stream().map(SchoolId::value).collect(Collectors.joining(", ")))));
	}

	void print(Finding finding) {
		SchoolId whose = finding.school();
		if (whose != null && !whose.equals(this.school)) {
			this.school = whose;
			this.out.println(this.texts.text("school", Map.of("school", whose.value())));
		}
		this.out.printf("  %-9s %s%s%n", this.texts.level(finding.level()), this.texts.name(finding.check()),
				value(finding));
		Ailment ailment = finding.ailment();
		if (ailment != null) {
			this.out.printf("            %s%n            -> %s%n", this.texts.what(ailment, finding.details()),
					this.texts.remedy(ailment, finding.details()));
		}
	}

	private String value(Finding finding) {
		String value = (finding.level() == Level.NOT_CHECKED) ? this.texts.text("notChecked", Map.of())
				: finding.value();
		return value.isEmpty() ? "" : ": " + value;
	}

	void end(Diagnosis diagnosis) {
		this.out.println(this.texts.text("summary", Map.of("ok", String.valueOf(diagnosis.count(Level.OK)), "warnings",
				String.valueOf(diagnosis.count(Level.WARNING)), "wrong", String.valueOf(diagnosis.count(Level.WRONG)),
				"skipped", String.valueOf(diagnosis.count(Level.NOT_CHECKED)))));
	}

}
