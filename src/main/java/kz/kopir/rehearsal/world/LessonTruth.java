package kz.kopir.rehearsal.world;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a perfect observer of a distance lesson would say; for tests alone.
 *
 * @param lesson the lesson
 * @param trap what is odd about it
 * @param meetingUuids the occurrences in which it was taught; empty when there was none
 * @param seen by person id, for every pupil of the lesson's class group; all of them not
 * seen when there was no meeting
 */
public record LessonTruth(LessonFacts lesson, Trap trap, List<String> meetingUuids, Map<Long, Seen> seen) {

	public LessonTruth {
		meetingUuids = List.copyOf(meetingUuids);
		seen = Collections.unmodifiableMap(new TreeMap<>(seen));
	}

	/** What a pupil was seen to do. */
	public enum Seen {

		/** There from the beginning, or a few minutes after, to the end. */
		PRESENT,
		/** Came when half of the meeting had gone, stayed to the end. */
		LATE,
		/** Came at the beginning, left for good before half of the meeting had gone. */
		LEFT_EARLY,
		/** Was not there. */
		NOT_SEEN

	}

	/** What is odd about a lesson. */
	public enum Trap {

		/** Nothing. */
		NONE,
		/** The meeting was ended and begun anew. */
		RESTART,
		/** Zoom ended the meeting of an unpaid account after 40 minutes. */
		FORTY_MINUTES,
		/** The host's personal room stood open over several lessons. */
		PERSONAL_ROOM,
		/** The meeting began before the bell. */
		EARLY_START,
		/** Two teachers, each with a meeting for half of the class. */
		TWO_TEACHERS,
		/** There was no meeting. */
		NO_MEETING,
		/** The host was alone. */
		HOST_ALONE,
		/** Most of the class did not come. */
		MOSTLY_NOT_SEEN,
		/** The host ended the meeting for all before its time. */
		ENDED_EARLY,
		/** Pupils waited in the waiting room, one was never let in. */
		WAITING_ROOM,
		/** The class was divided into breakout rooms. */
		BREAKOUT,
		/** A colleague held it, and the timetable does not know. */
		SUBSTITUTE

	}

}
