package kz.kopir.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.google.api.services.gmail.model.Message;
import kz.kopir.problem.ProblemCode;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.transaction.support.TransactionOperations;

/**
 * What the routes tell of an attempt, and what follows from it. A mail, the pause of its
 * school and the problem for a person change in one transaction.
 */
public class MailOutcomes {

	private static final Logger logger = LoggerFactory.getLogger(MailOutcomes.class);

	/** What passes within minutes is nobody's problem. */
	private static final int FAILURES_BEFORE_TOLD = 3;

	/** A pause of which somebody should know. */
	private static final Duration LASTING = Duration.ofMinutes(30);

	/** A mail that a server keeps putting off for hours is refused. */
	private static final int MOST_ATTEMPTS = 10;

	private final Outbox outbox;

	private final MailChannel channel;

	private final MailProblems problems;

	private final GmailAnswers gmail;

	private final TransactionOperations transactions;

	private final Clock clock;

	MailOutcomes(Outbox outbox, MailChannel channel, MailProblems problems, GmailAnswers gmail,
			TransactionOperations transactions, Clock clock) {
		this.outbox = outbox;
		this.channel = channel;
		this.problems = problems;
		this.gmail = gmail;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * The call came back. Gmail gives a mail an id; an answer without one is none.
	 * @param answer what the route carries then
	 */
	public void sent(Dispatch dispatch, @Nullable Object answer) {
		String id = (answer instanceof Message message) ? message.getId() : null;
		if (dispatch.getTransport().equals(Transport.GMAIL.word()) && id == null) {
			failed(dispatch, Verdict.unknown("answer without id"));
			return;
		}
		accepted(dispatch.mail(), id);
	}

	private void accepted(OutboxMail mail, @Nullable String providerId) {
		this.transactions.executeWithoutResult((status) -> {
			if (this.outbox.accepted(mail, providerId)) {
				this.channel.open(mail.school());
				this.problems.sent(mail);
			}
		});
		logger.info("school={} mail={} code=MAIL_SENT attempt={}", mail.school(), mail, mail.attempts());
	}

	/** It turned out that a mail was accepted. */
	void found(OutboxMail mail, String providerId) {
		this.transactions.executeWithoutResult((status) -> {
			if (this.outbox.found(mail, providerId)) {
				this.problems.sent(mail);
			}
		});
		logger.info("school={} mail={} code=MAIL_FOUND attempt={}", mail.school(), mail, mail.attempts());
	}

	/** The call failed. */
	public void failed(Dispatch dispatch, @Nullable Exception failure) {
		failed(dispatch, dispatch.getTransport().equals(Transport.GMAIL.word()) ? this.gmail.judge(failure)
				: SmtpAnswers.judge(failure, dispatch.isAllSent()));
	}

	private void failed(Dispatch dispatch, Verdict verdict) {
		OutboxMail mail = dispatch.mail();
		boolean enough = verdict.concerns() == Verdict.Concerns.THIS_MAIL && mail.attempts() >= MOST_ATTEMPTS;
		Verdict.Fate fate = enough ? Verdict.Fate.REFUSED : verdict.fate();
		this.transactions.executeWithoutResult((status) -> {
			Instant until = follow(mail, verdict);
			switch (fate) {
				case NOT_ACCEPTED -> this.outbox.notAccepted(mail, verdict.answer(), until);
				case UNKNOWN -> this.outbox.unknown(mail, verdict.answer());
				case REFUSED -> {
					if (this.outbox.refused(mail, verdict.answer())) {
						this.problems.refused(mail, verdict.code(), verdict.answer());
					}
				}
			}
		});
		logger.warn("school={} mail={} code=MAIL_NOT_SENT fate={} attempt={} what={}", mail.school(), mail, fate,
				mail.attempts(), verdict.answer());
	}

	/** Who has to wait, and until when this mail does. */
	private Instant follow(OutboxMail mail, Verdict verdict) {
		if (verdict.concerns() == Verdict.Concerns.ALL_MAILS) {
			return closed(mail.school(), verdict);
		}
		// whoever puts off one mail takes others
		this.channel.open(mail.school());
		this.problems.open(mail.school());
		return this.clock.instant().plus(MailChannel.pause(mail.attempts()));
	}

	/**
	 * No mail of the school goes out for a while.
	 * @return until when
	 */
	Instant closed(SchoolId school, Verdict verdict) {
		MailChannel.Pause pause = this.channel.close(school, verdict.pause(), this.clock.instant());
		boolean lasting = verdict.pause() != null && verdict.pause().compareTo(LASTING) >= 0;
		if (verdict.code() == ProblemCode.MAIL_SIGN_IN_REFUSED || lasting || pause.failures() >= FAILURES_BEFORE_TOLD) {
			this.problems.closed(school, verdict.code(), verdict.answer());
		}
		return pause.until();
	}

	/** A mail is refused before it was tried. */
	void refuseUntried(OutboxMail mail, ProblemCode code, String answer) {
		this.transactions.executeWithoutResult((status) -> {
			if (this.outbox.refuse(mail, answer)) {
				this.problems.refused(mail, code, answer);
			}
		});
		logger.warn("school={} mail={} code={} what={}", mail.school(), mail, code, answer);
	}

	/** The school's own limit of a day is reached. */
	void limitReached(SchoolId school, int most, Instant until) {
		Duration wait = Duration.between(this.clock.instant(), until);
		this.transactions.executeWithoutResult(
				(status) -> closed(school, Verdict.limit(most + " / 24 h", wait.isNegative() ? Duration.ZERO : wait)));
		logger.warn("school={} code=MAIL_LIMIT_REACHED until={}", school, until);
	}

	/**
	 * A person says that a mail shall be sent again, though it was refused, or may have
	 * arrived.
	 * @throws MailNotAgain when there is no such mail, or it needs no person's word
	 */
	public void again(SchoolId school, String id) throws MailNotAgain {
		OutboxMail mail = this.outbox.again(school, id);
		this.problems.decided(mail);
	}

	/** It cannot be found out whether a mail was accepted. */
	void doubtful(OutboxMail mail, String answer) {
		this.transactions.executeWithoutResult((status) -> {
			if (this.outbox.doubtful(mail, answer)) {
				this.problems.doubtful(mail, answer);
			}
		});
		logger.warn("school={} mail={} code=MAIL_DOUBTFUL what={}", mail.school(), mail, answer);
	}

}
