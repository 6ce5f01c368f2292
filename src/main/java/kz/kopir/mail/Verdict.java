package kz.kopir.mail;

import java.time.Duration;

import kz.kopir.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * What a failed attempt means.
 *
 * @param fate what is known of the mail
 * @param concerns whom the trouble concerns
 * @param code the problem that it is for a person, once it is one
 * @param answer the failure as it may be stored and shown: kind, status and reason words
 * only, never a text that somebody else wrote
 * @param pause how long to wait, null when nobody said
 */
record Verdict(Fate fate, Concerns concerns, ProblemCode code, String answer, @Nullable Duration pause) {

	/** A person must act; until then it is tried now and then. */
	private static final Duration HOLD = Duration.ofMinutes(15);

	/** It passes by itself; all mails of the school wait. */
	static Verdict later(String answer) {
		return new Verdict(Fate.NOT_ACCEPTED, Concerns.ALL_MAILS, ProblemCode.MAIL_UNAVAILABLE, answer, null);
	}

	/** It passes by itself; other mails may go out. */
	static Verdict laterForThisMail(String answer) {
		return new Verdict(Fate.NOT_ACCEPTED, Concerns.THIS_MAIL, ProblemCode.MAIL_REFUSED, answer, null);
	}

	/** Too many mails for now. */
	static Verdict limit(String answer, @Nullable Duration pause) {
		return new Verdict(Fate.NOT_ACCEPTED, Concerns.ALL_MAILS, ProblemCode.MAIL_LIMIT_REACHED, answer, pause);
	}

	/** Nothing goes out until a person acts. */
	static Verdict hold(String answer) {
		return new Verdict(Fate.NOT_ACCEPTED, Concerns.ALL_MAILS, ProblemCode.MAIL_SIGN_IN_REFUSED, answer, HOLD);
	}

	/** This mail cannot go out as it is. */
	static Verdict refused(ProblemCode code, String answer) {
		return new Verdict(Fate.REFUSED, Concerns.THIS_MAIL, code, answer, null);
	}

	/** Nobody knows whether it was accepted; the others wait. */
	static Verdict unknown(String answer) {
		return new Verdict(Fate.UNKNOWN, Concerns.ALL_MAILS, ProblemCode.MAIL_UNAVAILABLE, answer, null);
	}

	/** What is known of the mail. */
	enum Fate {

		/** Surely not accepted; it may be tried again. */
		NOT_ACCEPTED,

		/** Surely not accepted, and never will be as it is. */
		REFUSED,

		/** It may have been accepted. */
		UNKNOWN

	}

	/** Whom a trouble concerns. */
	enum Concerns {

		THIS_MAIL, ALL_MAILS

	}

}
