package kz.kopir.roster;

/**
 * What could be meant. Never becomes a link by itself.
 *
 * @param candidate id of the pupil, or {@code class group id/subject id} of a course
 * @param evidence stable kebab-case name of what speaks for it
 */
public record Suggestion(String candidate, String evidence) {
}
