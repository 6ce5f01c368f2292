package kz.kopir.mail;

import java.util.Locale;
import java.util.Set;

/**
 * How far a mail is. It knows what may come next, so that no mistake in a route can send
 * a mail twice.
 */
public enum MailState {

	/** Waits for its next attempt; it surely was not accepted so far. */
	DUE,

	/** An attempt is intended or under way. */
	SENDING,

	/** The mail service accepted it. */
	SENT,

	/** The mail service refused it, or it could not be made. */
	REFUSED,

	/** Nobody knows whether the last attempt was accepted; it is looked up. */
	AMBIGUOUS,

	/**
	 * It cannot be found out whether the last attempt was accepted. It is never sent
	 * again by itself.
	 */
	DOUBTFUL,

	/** What it would have told was gone before it was sent. */
	DROPPED;

	/** Whether this state may be followed by another. */
	boolean mayBecome(MailState next) {
		return switch (this) {
			case DUE -> Set.of(SENDING, REFUSED, DROPPED).contains(next);
			case SENDING -> Set.of(SENT, REFUSED, AMBIGUOUS, DUE).contains(next);
			case AMBIGUOUS -> Set.of(SENT, DUE, DOUBTFUL).contains(next);
			// only a person says so
			case DOUBTFUL, REFUSED -> next == DUE;
			case SENT, DROPPED -> false;
		};
	}

	/** Whether nothing more happens to it by itself, and its content is not needed. */
	boolean isSettled() {
		return this == SENT || this == REFUSED || this == DROPPED;
	}

	/** As it stands in the database. */
	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	static MailState of(String word) {
		return valueOf(word.toUpperCase(Locale.ROOT));
	}

}
