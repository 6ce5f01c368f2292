package kz.kopir.mail;

import kz.kopir.digest.LetterKind;
import kz.kopir.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What follows from each answer of Gmail, over the wire: for the mail, for the mails
 * after it and for a person.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GmailErrorsTest {

	private final GmailServer gmail = new GmailServer();

	private final MailHouse house = MailHouse.gmail(this.gmail);

	@BeforeEach
	void begin() {
		this.gmail.begin();
		this.house.begin();
		this.house.school.tells(LetterKind.URGENT, "t-1", "p-1");
		this.house.school.tells(LetterKind.DAILY, "t-2", "p-1");
	}

	@AfterAll
	void close() {
		this.house.close();
		this.gmail.close();
	}

	@ParameterizedTest
	@CsvSource({ "400, failedPrecondition, Precondition check failed., DUE, DUE, MAIL_SIGN_IN_REFUSED",
			"400, invalidArgument, Invalid To header, REFUSED, SENT, MAIL_RECIPIENT_UNKNOWN",
			"400, badRequest, Bad Request, REFUSED, SENT, MAIL_REFUSED",
			"403, userRateLimitExceeded, User Rate Limit Exceeded, DUE, DUE, ",
			"403, rateLimitExceeded, Rate Limit Exceeded, DUE, DUE, ",
			"403, dailyLimitExceeded, Daily Limit Exceeded, DUE, DUE, MAIL_LIMIT_REACHED",
			"403, domainPolicy, The domain administrators have disabled Gmail apps., DUE, DUE, MAIL_SIGN_IN_REFUSED",
			"403, insufficientPermissions, Insufficient Permission, DUE, DUE, MAIL_SIGN_IN_REFUSED",
			"429, rateLimitExceeded, User-rate limit exceeded.  Retry after 2026-11-29T11:00:00.000Z, DUE, DUE, MAIL_LIMIT_REACHED",
			"413, uploadTooLarge, Request Too Large, REFUSED, SENT, MAIL_REFUSED",
			"500, backendError, Backend Error, AMBIGUOUS, DUE, ", "502, , , AMBIGUOUS, DUE, ",
			"503, backendError, Backend Error, AMBIGUOUS, DUE, ", "504, , , AMBIGUOUS, DUE, " })
	void anAnswerConcernsThisMailOrAll(int status, @Nullable String reason, @Nullable String message, MailState first,
			MailState second, @Nullable ProblemCode code) {
		this.gmail.next("send", status,
				(reason != null) ? GmailServer.error(status, reason, message) : "<html>Bad gateway</html>");
		this.house.runAt("08:00");
		assertThat(this.house.mailTo("t-1").state()).isEqualTo(first);
		assertThat(this.house.mailTo("t-2").state()).isEqualTo(second);
		if (code != null) {
			assertThat(this.house.codes()).containsExactly(code);
		}
		else {
			assertThat(this.house.codes()).isEmpty();
		}
		this.house.runAt("09:30");
		assertThat(this.house.mailTo("t-1").state())
			.isEqualTo((first == MailState.REFUSED) ? MailState.REFUSED : MailState.SENT);
		assertThat(this.house.mailTo("t-2").state()).isEqualTo(MailState.SENT);
		assertThat(this.gmail.mails()).doesNotHaveDuplicates();
	}

	@Test
	void theMomentThatGmailNamesIsAwaited() {
		this.gmail.next("send", GmailServer.Answer.slowDown(429, "{}", "1800"));
		this.house.runAt("08:00");
		this.house.runAt("08:29");
		assertThat(this.gmail.accepted).isEmpty();
		this.house.runAt("08:31");
		assertThat(this.gmail.accepted).hasSize(2);
	}

	@Test
	void anOutageIsAskedAboutLessAndLessOften() {
		for (int i = 0; i < 20; i++) {
			this.gmail.next("token", 503, "busy");
		}
		try (MailHouse fresh = MailHouse.gmail(this.gmail, MailHouse.account(this.gmail.url() + "/token"))) {
			fresh.school.tells(LetterKind.URGENT, "t-1", "p-1");
			for (int minute = 0; minute < 60; minute++) {
				fresh.runAt("08:%02d".formatted(minute));
			}
			assertThat(this.gmail.requests).filteredOn((request) -> request.contains("/token")).hasSizeBetween(5, 7);
			assertThat(fresh.codes()).containsExactly(ProblemCode.MAIL_UNAVAILABLE);
			this.gmail.forget("token");
			fresh.runAt("10:30");
			assertThat(this.gmail.accepted).hasSize(1);
			assertThat(fresh.codes()).isEmpty();
		}
	}

}
