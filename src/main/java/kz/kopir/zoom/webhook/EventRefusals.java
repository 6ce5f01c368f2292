package kz.kopir.zoom.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import kz.kopir.problem.Problem;
import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.Problems;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * Makes a problem of events that cannot be taken: one for the school, however many they
 * are. It closes with an event that is taken when none was refused for an hour.
 */
final class EventRefusals {

	private static final String SUBJECT = "zoom-events";

	private static final String RUN = Problems.NO_RUN + SUBJECT;

	/** The address is open to everybody: nobody shall fill the database through it. */
	private static final Duration PAUSE = Duration.ofHours(1);

	private final Problems problems;

	private final Clock clock;

	private final Map<SchoolId, Instant> lastRefused = new HashMap<>();

	private final Map<SchoolId, Map<ProblemCode, Instant>> written = new HashMap<>();

	/** Schools of which no problem is open. */
	private final Set<SchoolId> clean = new HashSet<>();

	EventRefusals(Problems problems, Clock clock) {
		this.problems = problems;
		this.clock = clock;
	}

	synchronized void refused(SchoolId school, ProblemCode code) {
		Instant now = this.clock.instant();
		this.lastRefused.put(school, now);
		this.clean.remove(school);
		Map<ProblemCode, Instant> of = this.written.computeIfAbsent(school, (key) -> new HashMap<>());
		if (!isWithinPause(of.get(code), now)) {
			this.problems.report(school, RUN, new Problem(code, SUBJECT, null, null, null, Map.of(), List.of()));
			of.put(code, now);
		}
	}

	synchronized void taken(SchoolId school) {
		if (!this.clean.contains(school) && !isWithinPause(this.lastRefused.get(school), this.clock.instant())) {
			this.problems.replace(school, RUN, SUBJECT, List.of());
			this.clean.add(school);
			this.written.remove(school);
		}
	}

	private static boolean isWithinPause(@Nullable Instant last, Instant now) {
		return last != null && now.isBefore(last.plus(PAUSE));
	}

}
