package kz.kopir.manage;

import java.time.Instant;
import java.util.Locale;

import kz.kopir.problem.ProblemEvent;
import org.jspecify.annotations.Nullable;

/**
 * One line of the history of a problem as the endpoint shows it.
 */
record ProblemEventView(long seq, int opening, String event, @Nullable String run, @Nullable String by,
		@Nullable String reason, Instant at) {

	static ProblemEventView of(ProblemEvent event) {
		return new ProblemEventView(event.seq(), event.opening(), event.kind().name().toLowerCase(Locale.ROOT),
				event.run(), event.by(), event.reason(), event.at());
	}

}
