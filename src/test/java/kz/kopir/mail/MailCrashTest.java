package kz.kopir.mail;

import java.time.Clock;
import java.util.List;

import kz.kopir.digest.LetterKind;
import kz.kopir.mail.MailProcess.Mailbox;
import kz.kopir.problem.ProblemCode;
import kz.kopir.run.RunLocks;
import kz.kopir.testing.CrashPoints;
import kz.kopir.testing.DrivenClock;
import kz.kopir.testing.OnBothDatabases;
import kz.kopir.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * The process dies at every single point of a run, before and after each statement, each
 * commit and each mail. A new process carries on.
 */
@OnBothDatabases
class MailCrashTest {

	private final TestDatabase database;

	private final DrivenClock clock = new DrivenClock();

	private final RunLocks locks;

	private SampleSchool school = new SampleSchool();

	MailCrashTest(TestDatabase database) {
		this.database = database;
		this.locks = new RunLocks(database.template(), Clock.systemUTC(), "node-1");
	}

	@BeforeEach
	void begin() {
		this.school = new SampleSchool();
		this.school.tells(LetterKind.DAILY, "t-1", "p-1", "p-2");
		this.school.tells(LetterKind.URGENT, "t-2", "p-3");
		this.school.tells(LetterKind.DAILY, "t-3", "p-4");
		this.school.gone.add("p-4");
	}

	@AfterEach
	void close() {
		this.locks.close();
	}

	@Test
	void whereverTheProcessDiesGmailGetsEveryMailOnce() {
		int points = 1;
		for (int crashAt = 1; crashAt <= points; crashAt++) {
			Mailbox mailbox = new Mailbox();
			points = Math.max(points, crash(Transport.GMAIL, mailbox, crashAt));
			MailProcess next = carryOn(Transport.GMAIL, mailbox);
			assertThat(next.outbox.latest(SampleSchool.SCHOOL, 10)).as("crash at %d", crashAt)
				.extracting(OutboxMail::person, OutboxMail::state)
				.containsExactlyInAnyOrder(tuple("t-1", MailState.SENT), tuple("t-2", MailState.SENT),
						tuple("t-3", MailState.DROPPED));
			assertThat(mailbox.mails()).as("crash at %d", crashAt).hasSize(2).doesNotHaveDuplicates();
			assertThat(next.outbox.told(SampleSchool.SCHOOL)).as("crash at %d", crashAt).hasSize(4);
			assertThat(next.problems.open(SampleSchool.SCHOOL)).as("crash at %d", crashAt).isEmpty();
		}
		assertThat(points).isGreaterThan(40);
	}

	@Test
	void whereverTheProcessDiesAnSmtpServerGetsNoMailTwiceAndDoubtIsShown() {
		int points = 1;
		int doubtful = 0;
		this.school.letters.remove(0);
		for (int crashAt = 1; crashAt <= points; crashAt++) {
			Mailbox mailbox = new Mailbox();
			points = Math.max(points, crash(Transport.SMTP, mailbox, crashAt));
			MailProcess next = carryOn(Transport.SMTP, mailbox);
			List<OutboxMail> mails = next.outbox.latest(SampleSchool.SCHOOL, 10);
			assertThat(mails).as("crash at %d", crashAt).hasSize(2);
			assertThat(mailbox.mails()).as("crash at %d", crashAt).doesNotHaveDuplicates();
			List<OutboxMail> inDoubt = mails.stream().filter((mail) -> mail.state() == MailState.DOUBTFUL).toList();
			assertThat(inDoubt).as("crash at %d", crashAt).hasSizeLessThanOrEqualTo(1);
			assertThat(mails).filteredOn((mail) -> mail.state() == MailState.SENT)
				.as("crash at %d", crashAt)
				.hasSize(1 - inDoubt.size())
				.allSatisfy((mail) -> assertThat(mailbox.mails()).contains(mail.id()));
			assertThat(next.problems.open(SampleSchool.SCHOOL)).as("crash at %d", crashAt)
				.hasSize(inDoubt.size())
				.allSatisfy((problem) -> assertThat(problem.code()).isEqualTo(ProblemCode.MAIL_DOUBTFUL));
			doubtful += inDoubt.size();
		}
		assertThat(doubtful).as("the one case that cannot be told").isPositive();
		assertThat(points).isGreaterThan(30);
	}

	/** How many points the run has, as far as it came. */
	private int crash(Transport transport, Mailbox mailbox, int crashAt) {
		this.database.empty();
		this.clock.set("2026-11-20T15:00");
		CrashPoints crashes = new CrashPoints(crashAt);
		try {
			process(transport, crashes).run(mailbox);
			return crashes.passed();
		}
		catch (CrashPoints.Crash dead) {
			return crashAt + 1;
		}
	}

	private MailProcess carryOn(Transport transport, Mailbox mailbox) {
		MailProcess next = process(transport, new CrashPoints(0));
		for (String time : List.of("15:01", "15:20")) {
			this.clock.set("2026-11-20T" + time);
			next.run(mailbox);
		}
		return next;
	}

	private MailProcess process(Transport transport, CrashPoints crashes) {
		return new MailProcess(this.database.dataSource(), this.school, transport, this.clock, this.locks, crashes);
	}

}
