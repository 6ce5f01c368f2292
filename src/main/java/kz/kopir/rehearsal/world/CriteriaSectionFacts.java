package kz.kopir.rehearsal.world;

/**
 * A section of the criteria journal: a БЖБ or the ТЖБ of a subject and term.
 *
 * @param id Kundelik's id, 19 digits
 * @param groupId the class group
 * @param subjectId the subject
 * @param term number of the term
 * @param part 0 for the ТЖБ, n for БЖБ n
 * @param maximum highest score
 */
public record CriteriaSectionFacts(long id, long groupId, long subjectId, int term, int part, int maximum) {
}
