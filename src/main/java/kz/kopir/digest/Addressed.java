package kz.kopir.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import kz.kopir.staff.MissingPerson;
import org.jspecify.annotations.Nullable;

/**
 * A concern as one person is told it.
 *
 * @param concern the concern
 * @param insteadOf for whom the person stands in, null if it is theirs
 * @param waitsFor names of those who can mend it, when the person is somebody else
 * @param since first day on which they were told
 */
record Addressed(Concern concern, @Nullable MissingPerson insteadOf, List<String> waitsFor, @Nullable LocalDate since) {

	private static final Comparator<Addressed> BY_ID = Comparator.comparing((one) -> one.concern.problem());

	/** The newest first. */
	static final Comparator<Addressed> NEWEST = Comparator
		.<Addressed, Instant>comparing((one) -> one.concern.openedAt())
		.reversed()
		.thenComparing(BY_ID);

	/** What is most urgent first: without a deadline it is now. */
	static final Comparator<Addressed> MOST_URGENT = Comparator
		.<Addressed, @Nullable Instant>comparing((one) -> one.concern.deadline(),
				Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
		.thenComparing(NEWEST);

	/** What waits longest first. */
	static final Comparator<Addressed> LONGEST = Comparator
		.<Addressed, Instant>comparing((one) -> one.concern.openedAt())
		.thenComparing(BY_ID);

	Letter.Item item() {
		return new Letter.Item(this.concern.problem(), this.concern.opening(), this.concern.texts(),
				this.concern.openedAt(), this.concern.deadline(), this.insteadOf, this.waitsFor, this.since);
	}

}
