package kz.kopir.manage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

import kz.kopir.run.Run;
import org.jspecify.annotations.Nullable;

/**
 * A run as the endpoint shows it; all moments in UTC.
 */
record RunView(String id, String school, String flow, String trigger, String requestedBy, boolean dryRun,
		@Nullable LocalDate from, @Nullable LocalDate to, String state, Instant startedAt, @Nullable Instant endedAt,
		@Nullable String failureCode) {

	static RunView of(Run run) {
		return new RunView(run.id(), run.school().value(), run.flow(), lower(run.trigger()), run.requestedBy(),
				run.dryRun(), run.from(), run.to(), lower(run.state()), run.startedAt(), run.endedAt(),
				run.failureCode());
	}

	private static String lower(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

}
