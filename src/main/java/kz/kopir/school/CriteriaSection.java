package kz.kopir.school;

/**
 * One column of the criteria journal: a БЖБ or the ТЖБ of a subject and term, with its
 * own maximum.
 *
 * @param id the journal's id
 * @param subject the subject
 * @param term number of the term, 1 to 4
 * @param part 0 for the ТЖБ, n for БЖБ n
 * @param maximum highest score
 */
public record CriteriaSection(String id, SubjectId subject, int term, int part, int maximum) {

	/** The part of a ТЖБ. */
	public static final int TERM_SUMMATIVE = 0;

}
