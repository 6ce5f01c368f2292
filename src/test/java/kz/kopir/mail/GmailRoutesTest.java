package kz.kopir.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import kz.kopir.digest.LetterKind;
import kz.kopir.mail.GmailServer.Answer;
import kz.kopir.problem.ProblemCode;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Mails go out through Gmail, each once, whatever happens on the way.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GmailRoutesTest {

	private final GmailServer gmail = new GmailServer();

	private final MailHouse house = MailHouse.gmail(this.gmail);

	private final SampleSchool school = this.house.school;

	@BeforeEach
	void begin() {
		this.gmail.begin();
		this.house.begin();
	}

	@AfterAll
	void close() {
		this.house.close();
		this.gmail.close();
	}

	@Test
	void aTeacherGetsOneMailADay() {
		this.school.tells(LetterKind.DAILY, "t-1", "p-1", "p-2");
		this.house.runAt("15:00");
		this.house.runAt("15:01");
		assertThat(this.gmail.accepted).singleElement().satisfies((mail) -> {
			assertThat(mail.header("To")).isEqualTo("t-1@school.example");
			assertThat(mail.text()).contains("p-1 болды", "p-2 болды");
		});
		OutboxMail mail = this.house.mailTo("t-1");
		assertThat(mail.state()).isEqualTo(MailState.SENT);
		assertThat(mail.providerId()).isEqualTo("g1");
		assertThat(this.gmail.mails()).containsExactly(mail.id());
		assertThat(this.house.codes()).isEmpty();
	}

	@Test
	void aMailThatWasAcceptedBeforeTheTimeOutIsFoundAndNotSentAgain() {
		this.gmail.next("send", Answer.acceptedAndSilent());
		this.school.tells(LetterKind.URGENT, "t-1", "p-1");
		this.house.runAt("15:00");
		assertThat(state("t-1")).isEqualTo(MailState.AMBIGUOUS);
		this.house.runAt("15:01");
		assertThat(state("t-1")).isEqualTo(MailState.SENT);
		assertThat(this.house.mailTo("t-1").providerId()).isEqualTo("g1");
		assertThat(this.gmail.accepted).hasSize(1);
		assertThat(this.house.codes()).isEmpty();
	}

	@Test
	void aConnectionThatIsLostIsNotRepeatedByTheHttpClient() {
		this.gmail.next("send", Answer.acceptedAndLost());
		this.school.tells(LetterKind.URGENT, "t-1", "p-1");
		this.house.runAt("15:00");
		assertThat(this.gmail.requests).filteredOn((request) -> request.contains("send")).hasSize(1);
		this.house.runAt("15:01");
		assertThat(state("t-1")).isEqualTo(MailState.SENT);
		assertThat(this.gmail.accepted).hasSize(1);
	}

	@Test
	void aFaultThatComesThoughTheMailWasTakenDoublesNothing() {
		this.gmail.next("send", Answer.acceptedBut(503, "<html>busy</html>"))
			.next("send", Answer.acceptedBut(200, "<html>welcome</html>"))
			.next("send", Answer.acceptedBut(200, "{}"));
		this.school.tells(LetterKind.DAILY, "t-1", "p-1");
		this.school.tells(LetterKind.DAILY, "t-2", "p-1");
		this.school.tells(LetterKind.DAILY, "t-3", "p-1");
		for (String time : List.of("15:00", "15:05", "15:10", "15:15", "15:20", "15:40")) {
			this.house.runAt(time);
		}
		assertThat(this.house.mails()).extracting(OutboxMail::state).containsOnly(MailState.SENT).hasSize(3);
		assertThat(this.gmail.mails()).doesNotHaveDuplicates().hasSize(3);
	}

	@Test
	void whatIsSurelyNotThereAfterTheGraceTimeIsSentAsTheVerySameMail() {
		this.gmail.next("send", Answer.lost());
		this.school.tells(LetterKind.DAILY, "t-1", "p-1");
		this.house.runAt("15:00");
		byte[] first = this.house.outbox.mime(this.house.mailTo("t-1")).orElseThrow();
		this.house.runAt("15:05");
		assertThat(state("t-1")).as("it may show up late").isEqualTo(MailState.AMBIGUOUS);
		assertThat(this.gmail.accepted).isEmpty();
		this.house.runAt("15:11");
		assertThat(state("t-1")).isEqualTo(MailState.SENT);
		assertThat(this.gmail.accepted).singleElement().satisfies((mail) -> assertThat(mail.mime()).isEqualTo(first));
		assertThat(this.house.mailTo("t-1").attempts()).isEqualTo(2);
	}

	@Test
	void whereGmailMayNotBeAskedAPersonDecidesAndNobodyElse() throws MailNotAgain {
		this.gmail.next("send", Answer.acceptedAndLost());
		this.gmail.next("list", 403, GmailServer.error(403, "insufficientPermissions", "Insufficient Permission"));
		this.school.tells(LetterKind.DAILY, "t-1", "p-1");
		this.house.runAt("15:00");
		this.house.runAt("15:01");
		assertThat(state("t-1")).isEqualTo(MailState.DOUBTFUL);
		assertThat(this.house.problems()).singleElement().satisfies((problem) -> {
			assertThat(problem.code()).isEqualTo(ProblemCode.MAIL_DOUBTFUL);
			assertThat(problem.texts().en()).contains("t-1", this.house.mailTo("t-1").id()).doesNotContain("@");
		});
		this.house.runAt("15:30");
		this.house.runAt("19:00");
		assertThat(this.gmail.accepted).hasSize(1);

		this.house.outcomes.again(SampleSchool.SCHOOL, this.house.mailTo("t-1").id());
		this.house.runAt("19:01");
		assertThat(state("t-1")).isEqualTo(MailState.SENT);
		assertThat(this.gmail.accepted).hasSize(2);
		assertThat(this.gmail.accepted.get(1).mime()).isEqualTo(this.gmail.accepted.get(0).mime());
		assertThat(this.house.codes()).isEmpty();
		assertThatThrownBy(() -> this.house.outcomes.again(SampleSchool.SCHOOL, this.house.mailTo("t-1").id()))
			.isInstanceOf(MailNotAgain.class)
			.hasMessageContaining("sent");
	}

	@Test
	void whileGmailIsAwayNothingIsConcluded() {
		this.gmail.next("send", Answer.acceptedAndLost())
			.next("list", 503, "busy")
			.next("get", 500, GmailServer.error(500, "backendError", "Backend Error"));
		this.school.tells(LetterKind.DAILY, "t-1", "p-1");
		this.house.runAt("15:00");
		this.house.runAt("15:20");
		assertThat(state("t-1")).isEqualTo(MailState.AMBIGUOUS);
		this.house.runAt("15:40");
		assertThat(state("t-1")).isEqualTo(MailState.AMBIGUOUS);
		this.house.runAt("16:10");
		assertThat(state("t-1")).isEqualTo(MailState.SENT);
		assertThat(this.gmail.accepted).hasSize(1);
	}

	@Test
	void theSearchReadsPageAfterPageButOnlyWhatMayBeIt() {
		this.gmail.pageSize = 2;
		this.gmail.writtenByHand(3);
		this.school.tells(LetterKind.DAILY, "t-1", "p-1");
		this.house.runAt("15:00");
		this.gmail.next("send", Answer.acceptedAndLost());
		this.school.tells(LetterKind.DAILY, "t-2", "p-1");
		this.house.runAt("15:01");
		this.gmail.writtenByHand(3);
		this.house.runAt("15:03");
		assertThat(state("t-2")).isEqualTo(MailState.SENT);
		assertThat(this.gmail.requests).filteredOn((request) -> request.contains("format=metadata"))
			.hasSize(4)
			.noneMatch((request) -> request.contains("/g4?") || request.contains("/g3?"));
	}

	@Test
	void theSearchEndsAtTheMailThatWasSentBeforeAndConcludesFromThat() {
		this.gmail.pageSize = 2;
		this.gmail.writtenByHand(5);
		this.school.tells(LetterKind.DAILY, "t-1", "p-1");
		this.house.runAt("15:00");
		this.gmail.next("send", Answer.lost());
		this.school.tells(LetterKind.DAILY, "t-2", "p-1");
		this.house.runAt("15:01");
		this.house.runAt("15:20");
		assertThat(this.gmail.requests).as("what is older is not read")
			.noneMatch((request) -> request.contains("metadata"));
		assertThat(state("t-2")).isEqualTo(MailState.SENT);
		assertThat(this.gmail.mails()).doesNotHaveDuplicates();
	}

	@Test
	void nobodyIsToldOfWhatIsGoneAndNoMailIsEmpty() {
		this.gmail.next("send", 429, GmailServer.error(429, "rateLimitExceeded", "slow down"));
		this.school.tells(LetterKind.DAILY, "t-1", "p-1", "p-2");
		this.school.tells(LetterKind.DAILY, "t-2", "p-1");
		this.house.runAt("15:00");
		this.school.gone.add("p-1");
		this.house.runAt("15:02");
		assertThat(this.gmail.accepted).singleElement()
			.satisfies((mail) -> assertThat(mail.text()).contains("p-2").doesNotContain("p-1"));
		assertThat(state("t-2")).isEqualTo(MailState.DROPPED);
		this.house.runAt("15:03");
		assertThat(this.gmail.accepted).hasSize(1);
		assertThat(this.house.outbox.told(SampleSchool.SCHOOL)).hasSize(3);
	}

	@Test
	void aMailThatSomebodyDeletesMeanwhileMakesNoOthersDoubtful() {
		this.gmail.next("send", Answer.acceptedAndLost())
			.next("get", 404, GmailServer.error(404, "notFound", "Requested entity was not found."));
		this.school.tells(LetterKind.DAILY, "t-1", "p-1");
		this.house.runAt("15:00");
		this.house.runAt("15:05");
		assertThat(state("t-1")).isEqualTo(MailState.AMBIGUOUS);
		this.house.runAt("15:30");
		assertThat(state("t-1")).isEqualTo(MailState.SENT);
		assertThat(this.gmail.accepted).hasSize(1);
	}

	@Test
	void aMailThatHadToWaitDoesNotGoOutAtNight() {
		this.gmail.next("send", 429, GmailServer.error(429, "rateLimitExceeded", "slow down"));
		this.school.tells(LetterKind.URGENT, "t-1", "p-1");
		this.house.runAt("19:59");
		this.school.quiet = true;
		this.house.runAt("20:05");
		assertThat(state("t-1")).isEqualTo(MailState.DUE);
		this.school.quiet = false;
		this.house.clock.set("2026-11-21T08:00");
		this.house.run();
		assertThat(state("t-1")).isEqualTo(MailState.SENT);
	}

	@Test
	void afterAnOutageOverADayEverybodyGetsOneDailyMailThatTellsItAll() {
		this.gmail.next("send", 429, GmailServer.error(429, "dailyLimitExceeded", "Daily Limit Exceeded"));
		this.school.tells(LetterKind.DAILY, "t-1", "p-1");
		this.house.runAt("23:30");
		this.school.letters.clear();
		this.school.tells(LetterKind.DAILY, "t-1", SampleSchool.FRIDAY.plusDays(1), "p-1", "p-2");
		this.house.clock.set("2026-11-21T08:00");
		this.house.run();
		assertThat(this.gmail.accepted).singleElement()
			.satisfies((mail) -> assertThat(mail.text()).contains("p-1", "p-2"));
		assertThat(this.house.mails()).extracting(OutboxMail::state)
			.containsExactlyInAnyOrder(MailState.DROPPED, MailState.SENT);
		assertThat(this.house.outbox.told(SampleSchool.SCHOOL)).hasSize(2)
			.allSatisfy((told) -> assertThat(told.day()).isEqualTo("2026-11-21"));
	}

	@Test
	void whatCannotWaitGoesFirst() {
		this.school.tells(LetterKind.DAILY, "t-1", "p-1");
		this.school.tells(LetterKind.URGENT, "t-2", "p-2");
		this.house.runAt("15:00");
		assertThat(this.gmail.accepted).extracting((mail) -> mail.header("To"))
			.containsExactly("t-2@school.example", "t-1@school.example");
	}

	@Test
	void aMailThatCannotBeComposedKeepsNobodyElseFromTheirs() {
		this.school.unspeakable.add("p-1");
		this.school.tells(LetterKind.DAILY, "t-1", "p-1");
		this.school.tells(LetterKind.DAILY, "t-2", "p-2");
		this.house.runAt("15:00");
		assertThat(state("t-1")).isEqualTo(MailState.REFUSED);
		assertThat(state("t-2")).isEqualTo(MailState.SENT);
		assertThat(this.house.mailTo("t-1").failure()).isEqualTo("not composed: IllegalArgumentException");
		assertThat(this.house.codes()).containsExactly(ProblemCode.MAIL_REFUSED);
	}

	@Test
	void aCorrectedAddressIsUsedWhenAPersonSaysSo() throws MailNotAgain {
		this.gmail.next("send", 400, GmailServer.error(400, "invalidArgument", "Invalid To header"));
		this.school.tells(LetterKind.DAILY, "t-1", "p-1");
		this.school.tells(LetterKind.DAILY, "gone", "p-1");
		this.house.runAt("15:00");
		assertThat(state("t-1")).isEqualTo(MailState.REFUSED);
		assertThat(state("gone")).as("not in the table of staff").isEqualTo(MailState.REFUSED);
		assertThat(this.house.problems()).hasSize(2).allSatisfy((problem) -> {
			assertThat(problem.code()).isEqualTo(ProblemCode.MAIL_RECIPIENT_UNKNOWN);
			assertThat(problem.texts().kk() + problem.subject() + problem.lines()).doesNotContain("@");
		});
		this.school.staff.put("t-1", SampleSchool.member("t-1", "corrected@school.example"));
		this.house.outcomes.again(SampleSchool.SCHOOL, this.house.mailTo("t-1").id());
		this.house.runAt("15:05");
		assertThat(this.gmail.accepted).singleElement()
			.satisfies((mail) -> assertThat(mail.header("To")).isEqualTo("corrected@school.example"));
		assertThat(this.house.problems()).singleElement()
			.satisfies((problem) -> assertThat(problem.subject()).endsWith("/gone"));
	}

	@Test
	void aTokenThatGmailRefusesIsRenewedOnceAndTheMailIsSentOnce() {
		this.gmail.next("send", 401, GmailServer.error(401, "authError", "Invalid Credentials"));
		this.school.tells(LetterKind.DAILY, "t-1", "p-1");
		this.house.runAt("15:00");
		assertThat(state("t-1")).isEqualTo(MailState.SENT);
		assertThat(this.gmail.tokens).hasSize(2).doesNotHaveDuplicates();
		assertThat(this.gmail.accepted).hasSize(1);
	}

	@Test
	void aMailboxThatRefusesEveryTokenHoldsAllMailsUntilSomebodyActs() {
		this.gmail.next("send", 401, GmailServer.error(401, "authError", "Invalid Credentials"))
			.next("send", 401, GmailServer.error(401, "authError", "Invalid Credentials"));
		this.school.tells(LetterKind.DAILY, "t-1", "p-1");
		this.school.tells(LetterKind.DAILY, "t-2", "p-1");
		this.house.runAt("15:00");
		this.house.runAt("15:10");
		assertThat(this.gmail.requests).filteredOn((request) -> request.contains("send")).hasSize(2);
		assertThat(this.house.codes()).containsExactly(ProblemCode.MAIL_SIGN_IN_REFUSED);
		this.house.runAt("15:16");
		assertThat(this.house.mails()).extracting(OutboxMail::state).containsOnly(MailState.SENT);
		assertThat(this.house.codes()).isEmpty();
	}

	@Test
	void aRefusedSignInIsToldAndMendsItself() {
		this.gmail.next("token", 400, "{\"error\":\"invalid_grant\",\"error_description\":\"s3cret-refresh-token\"}");
		try (MailHouse fresh = MailHouse.gmail(this.gmail, MailHouse.account(this.gmail.url() + "/token"))) {
			fresh.school.tells(LetterKind.DAILY, "t-1", "p-1");
			fresh.runAt("15:00");
			assertThat(fresh.mailTo("t-1").state()).isEqualTo(MailState.DUE);
			assertThat(fresh.codes()).containsExactly(ProblemCode.MAIL_SIGN_IN_REFUSED);
			fresh.runAt("15:16");
			assertThat(fresh.mailTo("t-1").state()).isEqualTo(MailState.SENT);
			assertThat(fresh.codes()).isEmpty();
		}
	}

	@Test
	void theRoutesStartAndMailsWaitWhileTheTokenEndpointIsDead() {
		try (MailHouse other = MailHouse.gmail(this.gmail, MailHouse.account("http://127.0.0.1:1/token"))) {
			assertThat(other.camel.isStarted()).isTrue();
			other.school.tells(LetterKind.DAILY, "t-1", "p-1");
			for (String time : List.of("15:00", "15:02")) {
				other.runAt(time);
				assertThat(other.codes()).as("nobody is bothered yet").isEmpty();
			}
			other.runAt("15:10");
			assertThat(other.codes()).containsExactly(ProblemCode.MAIL_UNAVAILABLE);
			assertThat(other.mailTo("t-1").state()).isEqualTo(MailState.DUE);
			assertThat(other.mailTo("t-1").failure()).isEqualTo("no token");
		}
		assertThat(this.gmail.requests).isEmpty();
	}

	@Test
	void aServiceAccountActsForTheSendersMailboxAndMayDoNothingElse(@TempDir Path folder) throws IOException {
		Path key = folder.resolve("key.json");
		Files.writeString(key, GmailKeys.json(this.gmail.url() + "/token"));
		GmailAccount account = new GmailAccount(key, null, null, null, null);
		try (MailHouse other = MailHouse.gmail(this.gmail, account)) {
			other.school.tells(LetterKind.DAILY, "t-1", "p-1");
			other.runAt("15:00");
			assertThat(other.mailTo("t-1").state()).isEqualTo(MailState.SENT);
		}
		String assertion = this.gmail.tokenRequests.get(this.gmail.tokenRequests.size() - 1)
			.replaceAll(".*assertion=([^&]+).*", "$1");
		assertThat(new String(Base64.getUrlDecoder().decode(assertion.split("\\.")[1]), StandardCharsets.UTF_8))
			.contains("\"sub\":\"kopir@school.example\"",
					"\"scope\":\"https://www.googleapis.com/auth/gmail.send https://www.googleapis.com/auth/gmail.metadata\"");
	}

	@Test
	void theLimitOfADayIsKept() {
		try (MailHouse small = MailHouse.gmail(this.gmail, MailHouse.account(this.gmail.url() + "/token"), 2)) {
			List.of("t-1", "t-2", "t-3").forEach((person) -> small.school.tells(LetterKind.URGENT, person, "p-1"));
			small.runAt("08:00");
			small.runAt("20:00");
			assertThat(this.gmail.accepted).hasSize(2);
			assertThat(small.codes()).containsExactly(ProblemCode.MAIL_LIMIT_REACHED);
			small.clock.set("2026-11-21T08:00");
			small.run();
			assertThat(this.gmail.accepted).hasSize(3);
			assertThat(small.codes()).isEmpty();
		}
	}

	@Test
	void theLimitOfAMinuteIsKept() {
		try (MailHouse slow = MailHouse.gmail(this.gmail, Map.of("kopir.mail.messages-per-minute", "2"))) {
			List.of("t-1", "t-2", "t-3").forEach((person) -> slow.school.tells(LetterKind.DAILY, person, "p-1"));
			slow.camel.createProducerTemplate().asyncSendBody("direct:mail-run", SampleSchool.SCHOOL);
			Awaitility.await().until(() -> this.gmail.accepted.size() == 2);
			Awaitility.await().during(Duration.ofMillis(500)).until(() -> this.gmail.accepted.size() == 2);
			assertThat(slow.mails()).extracting(OutboxMail::state)
				.as("the third is not even intended")
				.containsExactlyInAnyOrder(MailState.SENT, MailState.SENT, MailState.DUE);
		}
	}

	@Test
	void theScheduleSendsWhatIsDue() {
		try (MailHouse own = MailHouse.gmail(this.gmail, Map.of("kopir.mail.cron", "* * * * * ?"))) {
			own.school.tells(LetterKind.DAILY, "t-1", "p-1");
			Awaitility.await().until(() -> this.gmail.accepted.size() == 1);
		}
	}

	@Test
	void whatAMailSaidIsForgottenSomeDaysAfterItWasSent() {
		this.school.tells(LetterKind.DAILY, "t-1", "p-1");
		this.house.runAt("15:00");
		assertThat(this.house.outbox.letter(this.house.mailTo("t-1"))).isPresent();
		this.school.letters.clear();
		this.house.clock.set("2026-11-27T15:01");
		this.house.run();
		assertThat(this.house.outbox.letter(this.house.mailTo("t-1"))).isEmpty();
		assertThat(this.house.outbox.told(SampleSchool.SCHOOL)).as("that it was told is not").hasSize(1);
	}

	@Test
	void aFailureOfTheWholeRunIsToldUntilOneComesToItsEnd() {
		this.house.database.template().execute("alter table mail_content rename to mail_content_away");
		this.school.tells(LetterKind.DAILY, "t-1", "p-1");
		this.house.runAt("15:00");
		assertThat(this.house.codes()).containsExactly(ProblemCode.RUN_FAILED);
		this.house.database.template().execute("alter table mail_content_away rename to mail_content");
		this.house.runAt("15:01");
		assertThat(this.house.codes()).isEmpty();
		assertThat(this.gmail.accepted).hasSize(1);
	}

	private MailState state(String person) {
		return this.house.mailTo(person).state();
	}

}
