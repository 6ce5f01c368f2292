package kz.kopir.sync;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Why the attendance of one pupil in one lesson is judged as it is. The rows themselves
 * stand with the meetings.
 *
 * @param entryKey the entry
 * @param state what was seen, for example {@code late}
 * @param seenSeconds how long the pupil was seen
 * @param lengthSeconds how long the meetings lasted inside the lesson
 * @param firstJoin when the pupil was first seen, or null
 * @param lastLeave when the pupil was last seen, or null
 * @param linkEvidence what said who the participant is, or null
 * @param meetings ids of the meetings, separated by blanks
 */
public record AttendanceEvidence(String entryKey, String state, long seenSeconds, long lengthSeconds,
		@Nullable Instant firstJoin, @Nullable Instant lastLeave, @Nullable String linkEvidence, String meetings) {
}
