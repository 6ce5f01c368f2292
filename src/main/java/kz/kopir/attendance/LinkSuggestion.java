package kz.kopir.attendance;

import kz.kopir.school.PupilId;

/**
 * Whom an unknown participant could be. It never links.
 *
 * @param pupil the pupil
 * @param evidence stable kebab-case name of what speaks for it
 */
public record LinkSuggestion(PupilId pupil, String evidence) {
}
