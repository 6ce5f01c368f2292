package kz.kopir.attendance;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import kz.kopir.problem.ProblemCode;
import kz.kopir.school.AttendanceStatus;
import kz.kopir.school.MeetingId;
import kz.kopir.school.PupilId;
import org.jspecify.annotations.Nullable;

/**
 * How a lesson was attended.
 *
 * @param policyVersion by which rules
 * @param pupils every judged pupil
 * @param unmatched participants whom nobody knows
 * @param notSeenShare share of the judged pupils who were not seen, from 0 to 1
 */
public record LessonAttendance(String policyVersion, Map<PupilId, PupilAttendance> pupils, List<Unmatched> unmatched,
		BigDecimal notSeenShare) {

	/** What the meetings show of a pupil. */
	public enum State {

		PRESENT, LATE, LEFT_EARLY, NOT_SEEN, UNKNOWN

	}

	/** What follows for the journal. */
	public sealed interface Outcome {

		/** This should stand in the journal, for this reason (stable kebab-case name). */
		record Wanted(AttendanceStatus status, String reason) implements Outcome {
		}

		/** Was there: nothing must stand in the journal. */
		record Blank() implements Outcome {
		}

		/** Somebody must do something first. */
		record Held(ProblemCode code) implements Outcome {
		}

		/** Data is still expected. */
		record Pending() implements Outcome {
		}

	}

	/**
	 * One pupil and the evidence.
	 *
	 * @param outcome what follows
	 * @param state what the meetings show
	 * @param seenSeconds time in the meetings during the lesson, parallel devices once
	 * @param lengthSeconds the meetings' own time during the lesson
	 * @param firstJoin first moment during the lesson, or null
	 * @param lastLeave last moment during the lesson, or null
	 * @param meetings in which the pupil was seen
	 * @param evidence what linked the pupil's rows
	 */
	public record PupilAttendance(Outcome outcome, State state, long seenSeconds, long lengthSeconds,
			@Nullable Instant firstJoin, @Nullable Instant lastLeave, Set<MeetingId> meetings, Set<String> evidence) {
	}

	/**
	 * A row during the lesson of whom nobody knows who it is.
	 *
	 * @param meeting the meeting
	 * @param position of the row in the meeting, from 0
	 * @param waitingRoom whether it never got beyond the waiting room
	 * @param suggestions whom it could be
	 */
	public record Unmatched(MeetingId meeting, int position, boolean waitingRoom, List<LinkSuggestion> suggestions) {
	}

}
