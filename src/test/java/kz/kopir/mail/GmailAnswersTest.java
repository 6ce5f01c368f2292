package kz.kopir.mail;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

import javax.net.ssl.SSLHandshakeException;

import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.HttpResponseException;
import kz.kopir.mail.Verdict.Concerns;
import kz.kopir.mail.Verdict.Fate;
import kz.kopir.problem.ProblemCode;
import org.apache.camel.RuntimeCamelException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class GmailAnswersTest {

	private final GmailAnswers answers = new GmailAnswers(Clock.fixed(MailHouse.REAL_NOW, ZoneOffset.UTC));

	@ParameterizedTest
	@CsvSource({ "400, failedPrecondition, Precondition check failed., NOT_ACCEPTED, ALL_MAILS, MAIL_SIGN_IN_REFUSED",
			"400, invalidArgument, Invalid To header, REFUSED, THIS_MAIL, MAIL_RECIPIENT_UNKNOWN",
			"400, invalidArgument, Recipient address required, REFUSED, THIS_MAIL, MAIL_RECIPIENT_UNKNOWN",
			"400, badRequest, Bad Request, REFUSED, THIS_MAIL, MAIL_REFUSED",
			"401, authError, Invalid Credentials, NOT_ACCEPTED, ALL_MAILS, MAIL_SIGN_IN_REFUSED",
			"403, userRateLimitExceeded, x, NOT_ACCEPTED, ALL_MAILS, MAIL_LIMIT_REACHED",
			"403, rateLimitExceeded, x, NOT_ACCEPTED, ALL_MAILS, MAIL_LIMIT_REACHED",
			"403, dailyLimitExceeded, x, NOT_ACCEPTED, ALL_MAILS, MAIL_LIMIT_REACHED",
			"403, domainPolicy, x, NOT_ACCEPTED, ALL_MAILS, MAIL_SIGN_IN_REFUSED",
			"403, insufficientPermissions, x, NOT_ACCEPTED, ALL_MAILS, MAIL_SIGN_IN_REFUSED",
			"403, somethingNew, x, NOT_ACCEPTED, ALL_MAILS, MAIL_SIGN_IN_REFUSED",
			"404, notFound, x, NOT_ACCEPTED, ALL_MAILS, MAIL_SIGN_IN_REFUSED",
			"408, requestTimeout, x, NOT_ACCEPTED, ALL_MAILS, MAIL_UNAVAILABLE",
			"413, uploadTooLarge, x, REFUSED, THIS_MAIL, MAIL_REFUSED",
			"418, somethingNew, x, REFUSED, THIS_MAIL, MAIL_REFUSED",
			"429, rateLimitExceeded, x, NOT_ACCEPTED, ALL_MAILS, MAIL_LIMIT_REACHED",
			"302, , x, NOT_ACCEPTED, ALL_MAILS, MAIL_UNAVAILABLE",
			"500, backendError, x, UNKNOWN, ALL_MAILS, MAIL_UNAVAILABLE",
			"502, , x, UNKNOWN, ALL_MAILS, MAIL_UNAVAILABLE",
			"503, backendError, x, UNKNOWN, ALL_MAILS, MAIL_UNAVAILABLE",
			"504, , x, UNKNOWN, ALL_MAILS, MAIL_UNAVAILABLE" })
	void everyAnswerOfGmailHasOneMeaning(int status, @Nullable String reason, String message, Fate fate,
			Concerns concerns, ProblemCode code) {
		Verdict verdict = this.answers.judge(new RuntimeCamelException(answer(status, reason, message, null)));
		assertThat(verdict.fate()).isEqualTo(fate);
		assertThat(verdict.concerns()).isEqualTo(concerns);
		assertThat(verdict.code()).isEqualTo(code);
		assertThat(verdict.answer()).isEqualTo(("HTTP " + status + " " + ((reason != null) ? reason : "")).strip());
	}

	static List<Arguments> failures() {
		return List.of(Arguments.of(new ConnectException("refused"), Fate.NOT_ACCEPTED),
				Arguments.of(new UnknownHostException("gmail"), Fate.NOT_ACCEPTED),
				Arguments.of(new NoRouteToHostException("x"), Fate.NOT_ACCEPTED),
				Arguments.of(new SSLHandshakeException("x"), Fate.NOT_ACCEPTED),
				Arguments.of(new SocketTimeoutException("Connect timed out"), Fate.NOT_ACCEPTED),
				Arguments.of(new GmailSignInException(false), Fate.NOT_ACCEPTED),
				Arguments.of(new GmailSignInException(true), Fate.NOT_ACCEPTED),
				Arguments.of(new MailBodyRefused("x"), Fate.REFUSED),
				Arguments.of(new SocketTimeoutException("Read timed out"), Fate.UNKNOWN),
				Arguments.of(new SocketException("Connection reset"), Fate.UNKNOWN),
				Arguments.of(new IOException("Premature EOF"), Fate.UNKNOWN),
				Arguments.of(new IllegalArgumentException("no JSON"), Fate.UNKNOWN));
	}

	@ParameterizedTest
	@MethodSource("failures")
	void onlyWhatFailedBeforeTheMailLeftIsSurelyNotAccepted(Exception failure, Fate fate) {
		assertThat(this.answers.judge(new RuntimeCamelException(failure)).fate()).isEqualTo(fate);
		assertThat(this.answers.judge(failure).fate()).isEqualTo(fate);
	}

	@ParameterizedTest
	@CsvSource({ "User-rate limit exceeded.  Retry after 2026-11-29T12:30:00.000Z, , PT2H30M",
			"User-rate limit exceeded.  Retry after 2026-11-29T10:00:05Z, , ", "x, 3600, PT1H", "x, 5, ",
			"'x', 'Sun, 29 Nov 2026 13:00:00 GMT', PT3H",
			"User-rate limit exceeded.  Retry after 2027-11-29T12:30:00Z, , PT24H",
			"User-rate limit exceeded.  Retry after tomorrow, , " })
	void gmailSaysHowLongToWaitInATextOrAHeader(String message, @Nullable String header, @Nullable Duration pause) {
		assertThat(this.answers.judge(answer(429, "rateLimitExceeded", message, header)).pause()).isEqualTo(pause);
	}

	@Test
	void aDailyLimitIsNotAskedAboutEveryMinute() {
		assertThat(this.answers.judge(answer(403, "dailyLimitExceeded", "x", null)).pause())
			.isEqualTo(Duration.ofHours(1));
	}

	@Test
	void theNewerFormOfReasonsIsReadToo() {
		GoogleJsonError error = new GoogleJsonError();
		GoogleJsonError.Details details = new GoogleJsonError.Details();
		details.setReason("RATE_LIMIT_EXCEEDED");
		error.setDetails(List.of(details));
		assertThat(this.answers.judge(exception(403, error, null)).code()).isEqualTo(ProblemCode.MAIL_LIMIT_REACHED);
	}

	@Test
	void whatIsNoWordOfAnApiIsNotRepeated() {
		Verdict verdict = this.answers
			.judge(answer(403, "a.serik@school.example 12345", "a.serik@school.example", null));
		assertThat(verdict.answer()).isEqualTo("HTTP 403");
	}

	@ParameterizedTest
	@CsvSource({ "403, insufficientPermissions, true", "403, domainPolicy, true", "404, notFound, false",
			"403, rateLimitExceeded, false", "401, authError, false", "429, rateLimitExceeded, false",
			"500, backendError, false" })
	void onlyARefusalMeansThatGmailCannotBeAsked(int status, String reason, boolean forbidden) {
		assertThat(this.answers.forbidsReading(new RuntimeCamelException(answer(status, reason, "x", null))))
			.isEqualTo(forbidden);
		assertThat(this.answers.forbidsReading(new IOException("x"))).isFalse();
	}

	private static GoogleJsonResponseException answer(int status, @Nullable String reason, String message,
			@Nullable String retryAfter) {
		GoogleJsonError error = new GoogleJsonError();
		error.setMessage(message);
		if (reason != null) {
			GoogleJsonError.ErrorInfo info = new GoogleJsonError.ErrorInfo();
			info.setReason(reason);
			error.setErrors(List.of(info));
		}
		return exception(status, error, retryAfter);
	}

	private static GoogleJsonResponseException exception(int status, GoogleJsonError error,
			@Nullable String retryAfter) {
		HttpHeaders headers = new HttpHeaders();
		headers.setRetryAfter(retryAfter);
		return new GoogleJsonResponseException(new HttpResponseException.Builder(status, "x", headers), error);
	}

}
