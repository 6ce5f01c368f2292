package kz.kopir.summative;

import kz.kopir.grading.AssessmentKind;
import kz.kopir.grading.Judgement;
import kz.kopir.grading.SummativeTag;
import kz.kopir.school.CriteriaSection;

/**
 * How the parts of the criteria journal are called, as Kundelik's reports do.
 */
public final class SummativeNames {

	static final String SECTION = "БЖБ";

	private SummativeNames() {
	}

	/** The name of a work; without its number when that is not known. */
	public static String of(JudgedSummative judged) {
		if (judged.section() instanceof Judgement.Wanted<CriteriaSection> wanted) {
			return of(wanted.value().part());
		}
		SummativeTag tag = judged.work().tag();
		if (tag.kind() == AssessmentKind.TERM_SUMMATIVE) {
			return of(CriteriaSection.TERM_SUMMATIVE);
		}
		return (tag.number() != null) ? of(tag.number()) : SECTION;
	}

	/**
	 * The name of a part.
	 * @param part 0 for the ТЖБ, n for БЖБ n
	 */
	public static String of(int part) {
		return (part == CriteriaSection.TERM_SUMMATIVE) ? "ТЖБ" : SECTION + " " + part;
	}

}
