package kz.kopir.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import kz.kopir.digest.Letter;
import kz.kopir.digest.LetterKind;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The mails of the schools, from the decision to write one to what became of it. Every
 * step is one transaction, and is committed before anything is done that it speaks of.
 */
public class Outbox {

	private final MailTable mails;

	private final MailAttempts attempts;

	private final TransactionOperations transactions;

	private final Clock clock;

	Outbox(JdbcTemplate template, MailAttempts attempts, TransactionOperations transactions, Clock clock) {
		this.mails = new MailTable(template);
		this.attempts = attempts;
		this.transactions = transactions;
		this.clock = clock;
	}

	/** The newest mails of a school. */
	public List<OutboxMail> latest(SchoolId school, int most) {
		return this.mails.latest(school, most);
	}

	/** What was told to whom, so that nothing new can be told from what is known. */
	public List<ToldProblem> told(SchoolId school) {
		return this.mails.told(school);
	}

	/**
	 * Decides to write a mail, together with what it tells. What is urgent, or nobody
	 * reacted to, is left out if the person was told it before in the same way.
	 * @return the mail, or empty when it was decided before or has nothing to tell
	 */
	Optional<OutboxMail> intend(SchoolId school, MailAccount from, Letter letter) {
		Instant now = this.clock.instant();
		String id = UUID.randomUUID().toString();
		OutboxMail mail = OutboxMail.due(id, school, letter.to().key(), letter.to().email(), letter.kind(),
				letter.day(), "kopir." + id + "@" + from.domain(), now);
		Boolean decided = this.transactions.execute((status) -> intend(mail, letter, status));
		return Boolean.TRUE.equals(decided) ? Optional.of(mail) : Optional.empty();
	}

	private boolean intend(OutboxMail mail, Letter letter, TransactionStatus status) {
		if (!this.mails.insert(mail)) {
			return false;
		}
		Letter rest = letter;
		if (letter.kind() == LetterKind.WEEKLY) {
			this.mails.tell(mail, ToldProblem.OVERVIEW, 1);
		}
		else {
			rest = Letters.with(letter, letter.to(), told(mail, letter));
			if (!Letters.isWorthwhile(rest)) {
				status.setRollbackOnly();
				return false;
			}
		}
		this.mails.saveLetter(mail.id(), Letters.write(rest));
		return true;
	}

	private Set<Letter.Item> told(OutboxMail mail, Letter letter) {
		Set<Letter.Item> told = new LinkedHashSet<>();
		for (Letter.Item item : letter.items()) {
			if (this.mails.tell(mail, item.problem(), item.opening())) {
				told.add(item);
			}
		}
		return told;
	}

	/** Mails that may be tried now. */
	List<OutboxMail> due(SchoolId school, int most) {
		return this.mails.due(school, this.clock.instant(), most);
	}

	Optional<Letter> letter(OutboxMail mail) {
		return this.mails.letter(mail.id()).map(Letters::read);
	}

	/** What an earlier attempt sent, if it may have been accepted. */
	Optional<byte[]> mime(OutboxMail mail) {
		return this.mails.mime(mail.id());
	}

	/** What it tells is gone; nothing is sent. */
	void drop(OutboxMail mail) {
		step(mail, mail.become(MailState.DROPPED, null, this.clock.instant()), () -> this.mails.forget(mail.id()));
	}

	/**
	 * Drops daily mails that could not go out on their day. Nobody was told what they
	 * say, so it is new again: a person gets one daily mail a day, not two after an
	 * outage.
	 * @param today school day, Asia/Almaty
	 * @return how many
	 */
	int expire(SchoolId school, LocalDate today) {
		List<OutboxMail> stale = this.mails.dailyBefore(school, today);
		for (OutboxMail mail : stale) {
			step(mail, mail.become(MailState.DROPPED, mail.failure(), this.clock.instant()), () -> {
				this.mails.forget(mail.id());
				this.mails.untell(mail.id());
			});
		}
		return stale.size();
	}

	/** It cannot be made or has nobody to go to. */
	boolean refuse(OutboxMail mail, String why) {
		return step(mail, mail.become(MailState.REFUSED, why, this.clock.instant()), () -> {
		});
	}

	/**
	 * Intends an attempt. After it is committed the mail may be sent, by nobody else.
	 * @param recipient address to which it goes
	 * @param mime what is sent
	 * @return the mail as it is then, or empty when somebody else was faster
	 */
	Optional<OutboxMail> attempt(OutboxMail mail, String recipient, byte[] mime, Transport transport) {
		OutboxMail sending = mail.attempted(recipient, this.clock.instant());
		boolean ours = step(mail, sending, () -> {
			this.mails.saveMime(mail.id(), mime);
			this.attempts.begin(sending, transport, this.clock.instant());
		});
		return ours ? Optional.of(sending) : Optional.empty();
	}

	/** The mail service accepted the attempt. */
	boolean accepted(OutboxMail mail, @Nullable String providerId) {
		return step(mail, mail.accepted(providerId, this.clock.instant()),
				() -> this.attempts.end(mail, MailAttempts.Outcome.ACCEPTED, null));
	}

	/** It was looked up and is there. */
	boolean found(OutboxMail mail, String providerId) {
		return step(mail, mail.accepted(providerId, this.clock.instant()),
				() -> this.attempts.end(mail, MailAttempts.Outcome.FOUND, mail.failure()));
	}

	/**
	 * The attempt was surely not accepted: the next one is made of what is true then.
	 * @param until not before this moment
	 */
	boolean notAccepted(OutboxMail mail, String why, Instant until) {
		return step(mail, mail.waiting(until, why, this.clock.instant()), () -> {
			this.mails.saveMime(mail.id(), null);
			this.attempts.end(mail, MailAttempts.Outcome.NOT_ACCEPTED, why);
		});
	}

	/** The mail service refused the mail for good. */
	boolean refused(OutboxMail mail, String why) {
		return step(mail, mail.become(MailState.REFUSED, why, this.clock.instant()),
				() -> this.attempts.end(mail, MailAttempts.Outcome.NOT_ACCEPTED, why));
	}

	/** Nobody knows whether the attempt was accepted. */
	boolean unknown(OutboxMail mail, String why) {
		return step(mail, mail.become(MailState.AMBIGUOUS, why, this.clock.instant()),
				() -> this.attempts.end(mail, MailAttempts.Outcome.UNKNOWN, why));
	}

	/**
	 * It was looked up and is not there: the same mail is due again, byte for byte,
	 * because there is no proof like an answer.
	 */
	boolean notThere(OutboxMail mail) {
		Instant now = this.clock.instant();
		return step(mail, mail.waiting(now, mail.failure(), now),
				() -> this.attempts.end(mail, MailAttempts.Outcome.NOT_ACCEPTED, mail.failure()));
	}

	/** It cannot be found out; a person decides. */
	boolean doubtful(OutboxMail mail, String why) {
		return step(mail, mail.become(MailState.DOUBTFUL, why, this.clock.instant()), () -> {
		});
	}

	/**
	 * Attempts that a killed process left behind. Nobody knows what became of them.
	 * @return how many
	 */
	int takeOver(SchoolId school) {
		List<OutboxMail> left = this.mails.inStates(school, Set.of(MailState.SENDING));
		left.forEach((mail) -> unknown(mail, "the process ended while it was sent"));
		return left.size();
	}

	/** Mails whose last attempt may have been accepted. */
	List<OutboxMail> ambiguous(SchoolId school) {
		return this.mails.inStates(school, Set.of(MailState.AMBIGUOUS));
	}

	/**
	 * A person says that a mail shall be sent again. A doubtful one stays the same mail,
	 * so that a reader's program may still see that it is one.
	 * @throws MailNotAgain when there is no such mail, or it needs no person's word
	 */
	OutboxMail again(SchoolId school, String id) throws MailNotAgain {
		OutboxMail mail = this.mails.find(school, id)
			.orElseThrow(() -> new MailNotAgain(false, "This school has no such mail."));
		if (mail.state() != MailState.DOUBTFUL && mail.state() != MailState.REFUSED) {
			throw new MailNotAgain(true, "The mail is " + mail.state().word()
					+ ". Only one that was refused, or whose fate is doubtful, can be sent again.");
		}
		if (this.mails.letter(id).isEmpty()) {
			throw new MailNotAgain(true,
					"What the mail said is not kept any more. What it told stands in the problems.");
		}
		Instant now = this.clock.instant();
		OutboxMail due = mail.waiting(now, null, now);
		boolean done = step(mail, due, () -> {
			if (mail.state() == MailState.REFUSED) {
				this.mails.saveMime(id, null);
			}
		});
		if (!done) {
			throw new MailNotAgain(true, "Somebody else decided about this mail a moment ago.");
		}
		return due;
	}

	/** Forgets what settled mails said. */
	int forgetBefore(SchoolId school, Instant moment) {
		return this.mails.forgetSettledBefore(school, moment);
	}

	private boolean step(OutboxMail before, OutboxMail after, Runnable more) {
		return Boolean.TRUE.equals(this.transactions.execute((status) -> {
			boolean ours = this.mails.replace(before, after);
			if (ours) {
				more.run();
			}
			return ours;
		}));
	}

}
