package kz.kopir.grading;

/**
 * What a coursework assesses, as its grade category, topic and title say it.
 */
public enum AssessmentKind {

	/** Work at home; its mark is formative. */
	HOMEWORK,

	/** Work at the lesson; its mark is formative. */
	CLASSWORK,

	/** Formative assessment (ҚБ, ФО), whether at home or at the lesson. */
	FORMATIVE,

	/** Section summative: БЖБ, СОР. */
	SECTION_SUMMATIVE,

	/** Term summative: ТЖБ, СОЧ. */
	TERM_SUMMATIVE,

	/** The school's table says that it is not for the journal. */
	IGNORE,

	/** The tags contradict each other, or the record is not understood. */
	UNDETERMINED;

	/** Whether it is a БЖБ or ТЖБ. */
	public boolean isSummative() {
		return this == SECTION_SUMMATIVE || this == TERM_SUMMATIVE;
	}

}
