package kz.kopir.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import kz.kopir.digest.Letter;
import kz.kopir.digest.LetterKind;
import kz.kopir.school.SchoolId;
import kz.kopir.testing.DrivenClock;
import kz.kopir.testing.OnBothDatabases;
import kz.kopir.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

@OnBothDatabases
class OutboxTest {

	private static final SchoolId SCHOOL = SampleSchool.SCHOOL;

	private static final byte[] MIME = "X-Kopir-Mail: m\r\n\r\nСәлем\r\n".getBytes(StandardCharsets.UTF_8);

	private final TestDatabase database;

	private final SampleSchool school = new SampleSchool();

	private final DrivenClock clock = new DrivenClock();

	private Outbox outbox;

	private MailAttempts attempts;

	private MailChannel channel;

	OutboxTest(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void begin() {
		this.database.empty();
		this.attempts = new MailAttempts(this.database.template());
		this.channel = new MailChannel(this.database.template());
		this.outbox = outbox();
	}

	private Outbox outbox() {
		return new Outbox(this.database.template(), this.attempts, this.database.transactions(), this.clock);
	}

	@Test
	void aLetterIsKeptAsItWasDecided() {
		Letter letter = this.school.tells(LetterKind.DAILY, "t-1", "p-1", "p-2/3");
		OutboxMail mail = intend(letter).orElseThrow();
		assertThat(this.outbox.letter(mail)).contains(letter);
		assertThat(this.outbox.due(SCHOOL, 10)).containsExactly(mail);
		assertThat(mail.messageId()).startsWith("kopir.").endsWith("@school.example");
		assertThat(this.outbox.told(SCHOOL)).extracting(ToldProblem::problem, ToldProblem::opening, ToldProblem::person)
			.containsExactlyInAnyOrder(tuple("p-1", 1, "t-1"), tuple("p-2", 3, "t-1"));
	}

	@Test
	void nobodyIsToldTheSameTwiceInTheSameWay() {
		intend(this.school.tells(LetterKind.URGENT, "t-1", "p-1"));
		assertThat(intend(this.school.tells(LetterKind.URGENT, "t-1", "p-1"))).isEmpty();
		OutboxMail more = intend(this.school.tells(LetterKind.URGENT, "t-1", "p-1", "p-2")).orElseThrow();
		assertThat(problems(more)).containsExactly("p-2");
		assertThat(intend(this.school.tells(LetterKind.URGENT, "t-2", "p-1"))).as("another person").isPresent();
		assertThat(intend(this.school.tells(LetterKind.DAILY, "t-1", "p-1"))).as("another way").isPresent();
		assertThat(intend(this.school.tells(LetterKind.URGENT, "t-1", "p-1/2"))).as("opened again").isPresent();
		assertThat(this.outbox.intend(new SchoolId("school-2"), SampleSchool.SENDER,
				this.school.tells(LetterKind.URGENT, "t-1", "p-1")))
			.as("another school")
			.isPresent();
	}

	@Test
	void whatIsUrgentIsToldOnceOnWhateverDay() {
		for (LetterKind kind : List.of(LetterKind.URGENT, LetterKind.ESCALATION)) {
			intend(this.school.tells(kind, "t-1", "p-1"));
			assertThat(intend(this.school.tells(kind, "t-1", SampleSchool.FRIDAY.plusDays(3), "p-1"))).isEmpty();
		}
		assertThat(this.outbox.told(SCHOOL)).hasSize(2);
	}

	@Test
	void aPersonHasOneDailyMailADayWhateverIsNew() {
		intend(this.school.tells(LetterKind.DAILY, "t-1", "p-1"));
		assertThat(intend(this.school.tells(LetterKind.DAILY, "t-1", "p-2"))).isEmpty();
		assertThat(this.outbox.told(SCHOOL)).as("so it is told tomorrow").hasSize(1);
		OutboxMail tomorrow = intend(
				this.school.tells(LetterKind.DAILY, "t-1", SampleSchool.FRIDAY.plusDays(3), "p-1", "p-2"))
			.orElseThrow();
		assertThat(problems(tomorrow)).as("with what is still open").containsExactly("p-1", "p-2");
	}

	@Test
	void aMailWithNothingNewIsNoMail() {
		assertThat(intend(this.school.tells(LetterKind.DAILY, "t-1"))).isEmpty();
		assertThat(this.outbox.latest(SCHOOL, 10)).isEmpty();
	}

	@Test
	void theOverviewOfAWeekRepeatsWhatStillStands() {
		LocalDate next = SampleSchool.FRIDAY.plusWeeks(1);
		intend(this.school.tells(LetterKind.WEEKLY, "it", "p-1"));
		assertThat(intend(this.school.tells(LetterKind.WEEKLY, "it", "p-1"))).as("once a week").isEmpty();
		assertThat(problems(intend(this.school.tells(LetterKind.WEEKLY, "it", next, "p-1")).orElseThrow()))
			.containsExactly("p-1");
		assertThat(intend(this.school.tells(LetterKind.WEEKLY, "t-1"))).as("it has numbers to tell").isPresent();
		assertThat(this.outbox.told(SCHOOL)).extracting(ToldProblem::problem).containsOnly("overview").hasSize(3);
	}

	@Test
	void twoNodesThatDecideAtTheSameTimeWriteOneMail() throws Exception {
		List<Letter> letters = List.of(this.school.tells(LetterKind.DAILY, "t-1", "p-1"),
				this.school.tells(LetterKind.URGENT, "t-1", "p-2", "p-3"),
				this.school.tells(LetterKind.URGENT, "t-2", "p-2"));
		Callable<List<Optional<OutboxMail>>> node = () -> {
			Outbox own = outbox();
			return letters.stream().map((letter) -> own.intend(SCHOOL, SampleSchool.SENDER, letter)).toList();
		};
		ExecutorService nodes = Executors.newFixedThreadPool(4);
		try {
			List<Future<List<Optional<OutboxMail>>>> all = nodes.invokeAll(List.of(node, node, node, node));
			int written = 0;
			for (Future<List<Optional<OutboxMail>>> one : all) {
				written += (int) one.get().stream().filter(Optional::isPresent).count();
			}
			assertThat(written).isEqualTo(3);
		}
		finally {
			nodes.shutdownNow();
		}
		assertThat(this.outbox.latest(SCHOOL, 10)).hasSize(3);
		assertThat(this.outbox.told(SCHOOL)).hasSize(4);
	}

	@Test
	void aDailyMailOfAnotherDayIsDroppedUnlessItMayHaveBeenAccepted() {
		intend(this.school.tells(LetterKind.URGENT, "it", "p-1"));
		this.outbox.accepted(attempt("t-1"), "g1");
		this.outbox.unknown(attempt("t-2"), "x");
		this.outbox.notAccepted(attempt("t-3"), "HTTP 429", this.clock.instant());
		assertThat(this.outbox.expire(SCHOOL, SampleSchool.FRIDAY)).isZero();
		assertThat(this.outbox.expire(SCHOOL, SampleSchool.FRIDAY.plusDays(1))).isEqualTo(1);
		assertThat(this.outbox.latest(SCHOOL, 10)).extracting(OutboxMail::person, OutboxMail::state)
			.containsExactlyInAnyOrder(tuple("it", MailState.DUE), tuple("t-1", MailState.SENT),
					tuple("t-2", MailState.AMBIGUOUS), tuple("t-3", MailState.DROPPED));
		assertThat(this.outbox.told(SCHOOL)).extracting(ToldProblem::person).doesNotContain("t-3").hasSize(3);
	}

	@Test
	void onlyOneNodeMayMakeAnAttempt() {
		OutboxMail mail = intend(this.school.tells(LetterKind.DAILY, "t-1", "p-1")).orElseThrow();
		OutboxMail sending = this.outbox.attempt(mail, mail.recipient(), MIME, Transport.GMAIL).orElseThrow();
		assertThat(this.outbox.attempt(mail, mail.recipient(), MIME, Transport.GMAIL)).isEmpty();
		assertThat(sending.attempts()).isEqualTo(1);
		assertThat(this.outbox.due(SCHOOL, 10)).isEmpty();
		assertThat(this.outbox.mime(mail)).contains(MIME);
	}

	@Test
	void anAnswerThatComesLateChangesNothingAnyMore() {
		OutboxMail first = attempt("t-1");
		assertThat(this.outbox.takeOver(SCHOOL)).isEqualTo(1);
		OutboxMail ambiguous = this.outbox.ambiguous(SCHOOL).get(0);
		this.outbox.notThere(ambiguous);
		OutboxMail again = this.outbox.due(SCHOOL, 10).get(0);
		this.outbox.attempt(again, again.recipient(), MIME, Transport.GMAIL).orElseThrow();
		assertThat(this.outbox.refused(first, "late")).isFalse();
		assertThat(this.outbox.latest(SCHOOL, 1).get(0).state()).isEqualTo(MailState.SENDING);
	}

	@Test
	void afterASureRefusalTheMailIsMadeAnewAndAfterADoubtItStaysTheSame() {
		OutboxMail refused = attempt("t-1");
		this.outbox.notAccepted(refused, "HTTP 429", this.clock.instant());
		assertThat(this.outbox.mime(refused)).isEmpty();
		OutboxMail lost = attempt("t-2");
		this.outbox.unknown(lost, "SocketException");
		this.outbox.notThere(this.outbox.ambiguous(SCHOOL).get(0));
		assertThat(this.outbox.mime(lost)).contains(MIME);
	}

	@Test
	void whatFailedBeforeGoesLast() {
		OutboxMail failed = attempt("t-1");
		this.outbox.notAccepted(failed, "HTTP 503", this.clock.instant());
		this.clock.set("2026-11-20T08:01");
		intend(this.school.tells(LetterKind.DAILY, "t-2", "p-1"));
		intend(this.school.tells(LetterKind.URGENT, "t-3", "p-1"));
		assertThat(this.outbox.due(SCHOOL, 10)).extracting(OutboxMail::person).containsExactly("t-3", "t-2", "t-1");
	}

	@Test
	void aPersonsWordCountsForWhatIsDoubtfulOrRefusedAndForNothingElse() throws MailNotAgain {
		OutboxMail mail = attempt("t-1");
		assertThatThrownBy(() -> this.outbox.again(SCHOOL, mail.id())).isInstanceOf(MailNotAgain.class)
			.hasMessageContaining("sending");
		this.outbox.unknown(mail, "x");
		this.outbox.doubtful(this.outbox.ambiguous(SCHOOL).get(0), "x");
		assertThat(this.outbox.again(SCHOOL, mail.id()).state()).isEqualTo(MailState.DUE);
		assertThatThrownBy(() -> this.outbox.again(new SchoolId("school-2"), mail.id()))
			.isInstanceOfSatisfying(MailNotAgain.class, (refused) -> assertThat(refused.isKnown()).isFalse());
	}

	@Test
	void whatIsNotKeptCannotBeSentAgain() {
		OutboxMail mail = attempt("t-1");
		this.outbox.refused(mail, "HTTP 400");
		assertThat(this.outbox.forgetBefore(SCHOOL, this.clock.instant())).isZero();
		assertThat(this.outbox.forgetBefore(SCHOOL, this.clock.instant().plusSeconds(1))).isEqualTo(1);
		assertThatThrownBy(() -> this.outbox.again(SCHOOL, mail.id())).isInstanceOf(MailNotAgain.class)
			.hasMessageContaining("not kept any more");
	}

	@Test
	void aDayIsFullUntilItsOldestMailIsADayOld() {
		Instant now = this.clock.instant();
		this.outbox.accepted(attempt("t-1"), "g1");
		this.outbox.unknown(attempt("t-2"), "SocketTimeoutException");
		this.outbox.notAccepted(attempt("t-3"), "HTTP 429", now);
		assertThat(this.attempts.fullUntil(SCHOOL, 3, now)).isEmpty();
		assertThat(this.attempts.fullUntil(SCHOOL, 2, now)).contains(now.plusSeconds(86_400));
		assertThat(this.attempts.fullUntil(SCHOOL, 2, now.plusSeconds(86_400))).isEmpty();
		assertThat(this.attempts.fullUntil(new SchoolId("school-2"), 1, now)).isEmpty();
	}

	@Test
	void aPauseGrowsWithEachFailureAndEndsWithASuccess() {
		Instant now = this.clock.instant();
		assertThat(this.channel.close(SCHOOL, null, now).until()).isEqualTo(now.plusSeconds(60));
		assertThat(this.channel.close(SCHOOL, null, now).until()).isEqualTo(now.plusSeconds(120));
		for (int i = 0; i < 100; i++) {
			this.channel.close(SCHOOL, null, now);
		}
		assertThat(this.channel.close(SCHOOL, null, now)).isEqualTo(new MailChannel.Pause(103, now.plusSeconds(3600)));
		assertThat(this.channel.isOpen(SCHOOL, now.plusSeconds(3599))).isFalse();
		assertThat(this.channel.isOpen(SCHOOL, now.plusSeconds(3600))).isTrue();
		this.channel.open(SCHOOL);
		assertThat(this.channel.isOpen(SCHOOL, now)).isTrue();
		assertThat(this.channel.close(SCHOOL, null, now).failures()).isEqualTo(1);
	}

	@Test
	void aMailThatWasFoundIsNoProofOfWhatWasSentBeforeIt() {
		this.outbox.accepted(attempt("t-1"), "g1");
		this.outbox.unknown(attempt("t-2"), "x");
		this.outbox.found(this.outbox.ambiguous(SCHOOL).get(0), "g2");
		this.outbox.unknown(attempt("t-3"), "x");
		List<OutboxMail> sought = this.outbox.ambiguous(SCHOOL);
		long first = this.attempts.firstOf(SCHOOL, sought);
		assertThat(first).isEqualTo(3);
		assertThat(this.attempts.acceptedBefore(SCHOOL, first)).containsExactly("g1");
		this.outbox.accepted(attempt("it"), "g4");
		assertThat(this.attempts.acceptedBefore(SCHOOL, first)).containsExactly("g1");
		assertThat(this.attempts.knownSince(SCHOOL, first)).containsExactly("g4");
	}

	private Optional<OutboxMail> intend(Letter letter) {
		return this.outbox.intend(SCHOOL, SampleSchool.SENDER, letter);
	}

	private OutboxMail attempt(String person) {
		OutboxMail mail = intend(this.school.tells(LetterKind.DAILY, person, "p-1")).orElseThrow();
		return this.outbox.attempt(mail, mail.recipient(), MIME, Transport.GMAIL).orElseThrow();
	}

	private List<String> problems(OutboxMail mail) {
		return this.outbox.letter(mail).orElseThrow().items().stream().map(Letter.Item::problem).toList();
	}

}
