package kz.kopir.journal;

import kz.kopir.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * What became of one write.
 */
public sealed interface JournalAnswer {

	/** The delivery that was written. */
	String delivery();

	/**
	 * The journal took it. Whether it stands there is told only by reading back.
	 *
	 * @param delivery the delivery
	 * @param id the journal's id of what was written, or null when it did not say
	 */
	record Taken(String delivery, @Nullable String id) implements JournalAnswer {
	}

	/**
	 * The journal refused it.
	 *
	 * @param delivery the delivery
	 * @param code what kind of refusal
	 * @param said status and type of the journal's error, without its free text
	 */
	record Refused(String delivery, ProblemCode code, String said) implements JournalAnswer {
	}

	/**
	 * Nobody knows whether it arrived.
	 *
	 * @param delivery the delivery
	 */
	record Unsettled(String delivery) implements JournalAnswer {
	}

	/**
	 * It surely did not arrive: the journal cannot be reached or takes nothing now.
	 *
	 * @param delivery the delivery
	 */
	record NotSent(String delivery) implements JournalAnswer {
	}

}
