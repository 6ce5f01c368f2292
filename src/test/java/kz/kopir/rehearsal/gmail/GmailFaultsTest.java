package kz.kopir.rehearsal.gmail;

import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

import kz.kopir.rehearsal.gmail.GmailVisitor.Reply;
import kz.kopir.rehearsal.http.Effect;
import kz.kopir.rehearsal.http.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static kz.kopir.rehearsal.gmail.GmailHouse.MAILBOX;
import static kz.kopir.rehearsal.gmail.GmailHouse.TEACHER;
import static kz.kopir.rehearsal.gmail.GmailHouse.letter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What goes wrong at Gmail, and what is left of a mail then.
 */
class GmailFaultsTest {

	private static final String SEND = "/gmail/v1/users/me/messages/send";

	private final GmailHouse house = GmailHouse.open();

	private final GmailVisitor sender = this.house.sender();

	@AfterEach
	void everyAnswerHasGmailsShape() {
		this.house.close();
	}

	@Test
	void aMailThatWasAcceptedAndNotAnsweredIsFoundByAHeaderOfOurs() {
		this.sender.send(letter(TEACHER, "X-Kopir-Mail: school/41"));
		this.house.faults().add(Fault.next("POST", SEND, 1, Effect.acceptedThenTimeout(Duration.ofMillis(10))));
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> this.sender.send(letter(TEACHER, "X-Kopir-Mail: school/42")));
		assertThat(this.sender.ids("labelIds=SENT")
			.stream()
			.filter((id) -> this.sender.get("me/messages/" + id + "?format=metadata&metadataHeaders=X-Kopir-Mail")
				.body()
				.contains("\"school/42\"")))
			.hasSize(1);
	}

	@Test
	void aMailWhoseConnectionBrokeBeforeWasNotSent() {
		this.house.faults().add(Fault.next("POST", SEND, 1, Effect.reset()));
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> this.sender.send(letter(TEACHER)));
		assertThat(this.sender.ids("labelIds=SENT")).isEmpty();
	}

	@Test
	void aCallThatHangsOutlastsAnyPatience() {
		this.house.faults().add(Fault.next("POST", SEND, 1, Effect.hang(Duration.ofHours(1))));
		HttpRequest request = this.sender.request("me/messages/send")
			.timeout(Duration.ofMillis(200))
			.POST(BodyPublishers.ofString("{}"))
			.build();
		assertThatExceptionOfType(HttpTimeoutException.class)
			.isThrownBy(() -> HttpClient.newHttpClient().send(request, BodyHandlers.ofString()));
		assertThat(this.house.gmail().mails()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "BACKEND_ERROR,500 backendError", "UNAVAILABLE,503 backendError", "DAILY_LIMIT,403 dailyLimitExceeded",
			"USER_RATE_LIMIT,403 userRateLimitExceeded", "RATE_LIMIT,403 rateLimitExceeded",
			"DOMAIN_POLICY,403 domainPolicy", "FAILED_PRECONDITION,400 failedPrecondition" })
	void scriptedRefusalsAreInGmailsWords(GmailTrouble trouble, String refusal) {
		this.house.faults().add(Fault.next("POST", SEND, 1, trouble.effect()));
		Reply refused = this.sender.send(letter(TEACHER));
		assertThat(refused.refusal()).isEqualTo(refusal);
		assertThat(refused.message()).isEqualTo(refused.json().at("/error/errors/0/message").asText());
		assertThat(this.house.gmail().mails()).isEmpty();
		assertThat(this.sender.send(letter(TEACHER)).status()).isEqualTo(200);
	}

	@Test
	void anOutageOfTheTokenEndpointDoesNotTouchATokenThatWasGiven() {
		this.house.tokenFaults().add(Fault.next("POST", "/token", 1, Effect.maintenance()));
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> this.house.as(MAILBOX, GmailVisitor.SEND));
		assertThat(this.sender.send(letter(TEACHER)).status()).isEqualTo(200);
	}

	@Test
	void whatItWasAskedIsCounted() {
		this.sender.send(letter(TEACHER));
		this.house.faults().add(Fault.next("POST", SEND, 1, Effect.reset()));
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> this.sender.send(letter(TEACHER)));
		assertThat(this.house.gmail().counts().byTemplate().get("POST " + SEND)).containsEntry(200, 1L)
			.containsEntry(0, 1L);
	}

}
