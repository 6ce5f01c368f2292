package kz.kopir.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import kz.kopir.call.Calls;
import kz.kopir.digest.Letter;
import kz.kopir.problem.ProblemCode;
import kz.kopir.run.RunLocks;
import kz.kopir.school.SchoolId;
import kz.kopir.staff.StaffMember;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the routes ask of one look at the mails of a school: which letters are due, which
 * mail is next, and what of it is still true.
 */
public class MailRuns {

	/** Name of the flow, for its lock and its problems. */
	static final String FLOW = "mail";

	private static final Logger logger = LoggerFactory.getLogger(MailRuns.class);

	/** So that what cannot wait does not wait for long. */
	private static final int MOST_OF_A_RUN = 120;

	private final MailSettings settings;

	private final RunLocks locks;

	private final Outbox outbox;

	private final MailAttempts attempts;

	private final MailChannel channel;

	private final MailOutcomes outcomes;

	private final MailProblems problems;

	private final MailSources sources;

	private final Clock clock;

	private final ZoneId zone;

	MailRuns(MailSettings settings, RunLocks locks, Outbox outbox, MailAttempts attempts, MailChannel channel,
			MailOutcomes outcomes, MailProblems problems, MailSources sources, Clock clock, ZoneId zone) {
		this.settings = settings;
		this.locks = locks;
		this.outbox = outbox;
		this.attempts = attempts;
		this.channel = channel;
		this.outcomes = outcomes;
		this.problems = problems;
		this.sources = sources;
		this.clock = clock;
		this.zone = zone;
	}

	/** The schools that write mails. */
	public List<SchoolId> schools() {
		return (this.settings.transport() == Transport.OFF) ? List.of()
				: this.settings.accounts().keySet().stream().sorted().toList();
	}

	/** Begins a run, if no other node sees to the mails of this school. */
	public MailRun begin(SchoolId school) {
		MailAccount account = this.settings.accounts().get(school);
		if (account == null || this.settings.transport() == Transport.OFF) {
			return MailRun.none(school);
		}
		return this.locks.tryLock(school, FLOW)
			.map((lock) -> MailRun.of(school, account, lock))
			.orElseGet(() -> MailRun.none(school));
	}

	/**
	 * Takes over what a killed process left behind, drops and forgets what is old, and
	 * decides which letters are written.
	 */
	public void prepare(MailRun run) {
		SchoolId school = run.getSchool();
		Instant now = this.clock.instant();
		int left = this.outbox.takeOver(school);
		if (left > 0) {
			logger.warn("school={} mails={} code=MAIL_LEFT_BEHIND it is looked up what became of them", school, left);
		}
		int stale = this.outbox.expire(school, LocalDate.ofInstant(now, this.zone));
		if (stale > 0) {
			logger.warn("school={} mails={} code=MAIL_OF_ANOTHER_DAY they are dropped, and what they say is new again",
					school, stale);
		}
		this.outbox.forgetBefore(school, now.minus(Duration.ofDays(this.settings.keepDays())));
		for (Letter letter : this.sources.due(school, now)) {
			this.outbox.intend(school, run.account(), letter)
				.ifPresent((mail) -> logger.info("school={} mail={} kind={} day={} code=MAIL_DUE", school, mail,
						mail.kind(), mail.day()));
		}
	}

	/** Lines up what may be tried now. */
	public void queue(MailRun run) {
		Instant now = this.clock.instant();
		if (this.sources.areOpen(run.getSchool(), now) && this.channel.isOpen(run.getSchool(), now)) {
			run.queue(this.outbox.due(run.getSchool(), MOST_OF_A_RUN));
		}
	}

	/** Whether there is another mail to try, and mails can go out. */
	public boolean more(MailRun run) {
		return run.hasNext() && this.channel.isOpen(run.getSchool(), this.clock.instant());
	}

	/**
	 * Intends to send the next mail: with what still stands of what it tells. Nothing
	 * that is gone is told, and no mail without anything to tell is sent.
	 */
	public Dispatch claim(MailRun run) {
		OutboxMail mail = run.next();
		if (mail == null || !mayGo(run)) {
			run.stop();
			return Dispatch.none();
		}
		Letter letter = this.outbox.letter(mail).orElse(null);
		if (letter == null) {
			return refuse(mail, ProblemCode.MAIL_REFUSED, "content not kept");
		}
		List<Letter.Item> items = letter.items();
		Set<Letter.Item> standing = new LinkedHashSet<>(items);
		standing.retainAll(this.sources.standing(mail.school(), items));
		Letter rest = Letters.with(letter, letter.to(), standing);
		if (!Letters.isWorthwhile(rest)) {
			this.outbox.drop(mail);
			logger.info("school={} mail={} code=MAIL_DROPPED what it would have told is gone", mail.school(), mail);
			return Dispatch.none();
		}
		byte[] sentBefore = this.outbox.mime(mail).orElse(null);
		return (sentBefore != null) ? dispatch(mail, mail.recipient(), sentBefore) : render(run.account(), mail, rest);
	}

	private Dispatch render(MailAccount from, OutboxMail mail, Letter letter) {
		Optional<StaffMember> person = this.sources.find(mail.school(), mail.person());
		if (person.isEmpty()) {
			return refuse(mail, ProblemCode.MAIL_RECIPIENT_UNKNOWN, "not in the table of staff");
		}
		MailHead head = new MailHead(mail.school(), mail.id(), mail.messageId(), from.name(), from.sender(),
				person.get().email(), this.clock.instant());
		byte[] mime;
		try {
			mime = this.sources.render(head, Letters.with(letter, person.get(), Set.copyOf(letter.items())));
		}
		catch (RuntimeException ex) {
			// its message may hold what the mail says
			return refuse(mail, ProblemCode.MAIL_REFUSED, "not composed: " + Calls.describe(ex));
		}
		return dispatch(mail, head.recipient(), mime);
	}

	private Dispatch dispatch(OutboxMail mail, String recipient, byte[] mime) {
		return this.outbox.attempt(mail, recipient, mime, this.settings.transport())
			.map((sending) -> Dispatch.of(sending, this.settings.transport(), mime))
			.orElseGet(Dispatch::none);
	}

	private Dispatch refuse(OutboxMail mail, ProblemCode code, String answer) {
		this.outcomes.refuseUntried(mail, code, answer);
		return Dispatch.none();
	}

	/** A run that stood still for long may not be the only one any more. */
	private boolean mayGo(MailRun run) {
		if (!run.isHeld()) {
			logger.warn("school={} code=RUN_LOCK_LOST no more mails are sent by this run", run.getSchool());
			return false;
		}
		Optional<Instant> full = this.attempts.fullUntil(run.getSchool(), this.settings.messagesPerDay(),
				this.clock.instant());
		full.ifPresent((until) -> this.outcomes.limitReached(run.getSchool(), this.settings.messagesPerDay(), until));
		return full.isEmpty();
	}

	/** Something that is no matter of one mail went wrong. */
	public void failed(MailRun run, @Nullable Exception failure) {
		run.fail();
		logger.error("school={} code=RUN_FAILED what={}", run.getSchool(), Calls.describe(failure));
		this.problems.failed(run.getSchool(), Calls.describe(failure));
	}

	/** Ends a run, however it went. */
	public void end(MailRun run) {
		try {
			if (run.isOpen() && !run.isFailed()) {
				this.problems.worked(run.getSchool());
			}
		}
		finally {
			run.close();
		}
	}

}
