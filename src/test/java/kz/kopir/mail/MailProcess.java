package kz.kopir.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.sql.DataSource;

import com.google.api.services.gmail.model.Message;
import kz.kopir.database.Jdbc;
import kz.kopir.problem.Problems;
import kz.kopir.run.RunLock;
import kz.kopir.run.RunLocks;
import kz.kopir.testing.CrashPoints;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One process of the gateway: does with the mails of a school what the routes do, on a
 * database and a mailbox that outlive it.
 */
final class MailProcess {

	final Outbox outbox;

	final Problems problems;

	private final Transport transport;

	private final CrashPoints crashes;

	private final MailRuns runs;

	private final MailSettling settling;

	private final MailOutcomes outcomes;

	MailProcess(DataSource database, SampleSchool school, Transport transport, Clock clock, RunLocks locks,
			CrashPoints crashes) {
		DataSource watched = crashes.watch(database);
		JdbcTemplate template = Jdbc.template(watched);
		TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(watched));
		this.transport = transport;
		this.crashes = crashes;
		MailSettings settings = new MailSettings(transport, Map.of(SampleSchool.SCHOOL, SampleSchool.SENDER),
				new SmtpAccount(SmtpAccount.Security.NONE, null, null), "http://127.0.0.1:1", Duration.ofSeconds(1),
				Duration.ofSeconds(1), 2000, Duration.ofMinutes(10), 7);
		MailAttempts attempts = new MailAttempts(template);
		MailChannel channel = new MailChannel(template);
		this.outbox = new Outbox(template, attempts, transactions, clock);
		this.problems = new Problems(template, transactions, clock);
		MailProblems mailProblems = new MailProblems(this.problems);
		GmailAnswers gmail = new GmailAnswers(clock);
		this.outcomes = new MailOutcomes(this.outbox, channel, mailProblems, gmail, transactions, clock);
		this.settling = new MailSettling(settings, this.outbox, attempts, channel, this.outcomes, gmail, clock);
		this.runs = new MailRuns(settings, locks, this.outbox, attempts, channel, this.outcomes, mailProblems,
				school.sources(), clock, clock.getZone());
	}

	void run(Mailbox mailbox) {
		MailRun run = MailRun.of(SampleSchool.SCHOOL, SampleSchool.SENDER, new Held());
		this.runs.prepare(run);
		if (this.settling.inDoubt(run)) {
			SentSearch search = this.settling.search(run);
			for (String id : search.listed(this.crashes.step(mailbox::newestFirst), null)) {
				search.read(id, Set.of(mailbox.mailId(id)));
			}
			this.settling.settle(search);
		}
		this.runs.queue(run);
		while (this.runs.more(run)) {
			Dispatch dispatch = this.runs.claim(run);
			if (dispatch.isSending()) {
				String id = this.crashes.step(() -> mailbox.accept(dispatch));
				this.outcomes.sent(dispatch, (this.transport == Transport.GMAIL) ? new Message().setId(id) : null);
			}
		}
		this.runs.end(run);
	}

	/**
	 * What the mail service accepted.
	 */
	static final class Mailbox {

		private final Map<String, String> accepted = new LinkedHashMap<>();

		private String accept(Dispatch dispatch) {
			String id = "g" + (this.accepted.size() + 1);
			this.accepted.put(id, dispatch.mail().id());
			return id;
		}

		private List<String> newestFirst() {
			List<String> ids = new ArrayList<>(this.accepted.keySet());
			Collections.reverse(ids);
			return ids;
		}

		private String mailId(String id) {
			return this.accepted.get(id);
		}

		/** Ids of our mails, as often as they were accepted. */
		List<String> mails() {
			return List.copyOf(this.accepted.values());
		}

	}

	/**
	 * A dead process has lost its lock, a living one has it.
	 */
	private static final class Held implements RunLock {

		@Override
		public boolean isHeld() {
			return true;
		}

		@Override
		public void close() {
			// There is one process after the other.
		}

	}

}
