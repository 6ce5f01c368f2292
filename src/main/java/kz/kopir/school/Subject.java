package kz.kopir.school;

/**
 * A subject as the journal names it.
 *
 * @param id the journal's id
 * @param name the journal's name, which a school may edit
 */
public record Subject(SubjectId id, String name) {
}
