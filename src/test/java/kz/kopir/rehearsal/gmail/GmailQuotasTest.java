package kz.kopir.rehearsal.gmail;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import kz.kopir.rehearsal.gmail.GmailSettings.Limits;
import kz.kopir.rehearsal.gmail.GmailSettings.RateAnswer;
import kz.kopir.rehearsal.gmail.GmailVisitor.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static kz.kopir.rehearsal.gmail.GmailHouse.MAILBOX;
import static kz.kopir.rehearsal.gmail.GmailHouse.TEACHER;
import static kz.kopir.rehearsal.gmail.GmailHouse.letter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * A mailbox may send and ask so much, and is told in several ways that it was too much.
 */
class GmailQuotasTest {

	private final GmailHouse house = GmailHouse.open();

	private GmailVisitor sender = this.house.sender();

	@AfterEach
	void everyAnswerHasGmailsShape() {
		this.house.close();
	}

	@Test
	void googlesLimitsAreTheUsualOnes() {
		assertThat(GmailSettings.defaults().switches().limits())
			.isEqualTo(new Limits(2_000, 10_000, 6_000, 1_200_000, 80_000_000));
		assertThatIllegalArgumentException().isThrownBy(() -> Limits.none().withDay(-1, 0));
	}

	@Test
	void sixtyMailsGoOutInAMinuteAndTheNextOneWhenTheFirstIsAMinuteOld() {
		for (int i = 0; i < 59; i++) {
			send(200);
		}
		this.house.clock().advance(Duration.ofSeconds(20));
		send(200);
		assertThat(this.sender.send(letter(TEACHER)).refusal()).isEqualTo("403 userRateLimitExceeded");
		this.house.clock().advance(Duration.ofSeconds(39));
		assertThat(this.sender.get("me/profile").refusal()).isEqualTo("403 userRateLimitExceeded");
		this.house.clock().advance(Duration.ofSeconds(1));
		send(200);
		assertThat(this.house.gmail().mails()).hasSize(61);
	}

	@Test
	void lookingCostsLessThanSending() {
		limits(Limits.none().withUnits(111, 0, 0));
		send(200);
		assertThat(this.sender.get("me/messages").status()).isEqualTo(200);
		assertThat(this.sender.get("me/messages").status()).isEqualTo(200);
		assertThat(this.sender.get("me/profile").status()).isEqualTo(200);
		assertThat(this.sender.get("me/profile").refusal()).isEqualTo("403 userRateLimitExceeded");
	}

	@Test
	void eachMailboxHasItsOwnUnits() {
		limits(Limits.none().withUnits(100, 0, 0));
		send(200);
		assertThat(this.house.as(TEACHER, GmailVisitor.SEND).send(letter(MAILBOX)).status()).isEqualTo(200);
	}

	@Test
	void theUnitsOfAllMailboxesAreTheProjects() {
		limits(Limits.none().withUnits(0, 100, 0));
		send(200);
		assertThat(this.house.as(TEACHER, GmailVisitor.SEND).send(letter(MAILBOX)).refusal())
			.isEqualTo("403 rateLimitExceeded");
		this.house.clock().advance(Duration.ofMinutes(1));
		send(200);
		limits(Limits.none().withUnits(0, 0, 200));
		assertThat(this.sender.send(letter(TEACHER)).refusal()).isEqualTo("403 dailyLimitExceeded");
	}

	@Test
	void theTimeToComeBackMayStandInTheTextAlone() {
		this.house.gmail()
			.change((now) -> now.withRateAnswer(RateAnswer.RETRY_AFTER).withLimits(Limits.none().withUnits(200, 0, 0)));
		send(200);
		Instant first = this.house.clock().instant().truncatedTo(ChronoUnit.MILLIS);
		this.house.clock().advance(Duration.ofSeconds(10));
		send(200);
		Reply refused = this.sender.send(letter(TEACHER));
		assertThat(refused.refusal()).isEqualTo("429 rateLimitExceeded");
		assertThat(refused.header("Retry-After")).isEmpty();
		String prefix = "User-rate limit exceeded.  Retry after ";
		assertThat(refused.message()).startsWith(prefix);
		assertThat(Instant.parse(refused.message().substring(prefix.length()))).isEqualTo(first.plusSeconds(60));
	}

	@Test
	void aMailboxThatWasTooFastMayLookLikeAProject() {
		this.house.gmail()
			.change((now) -> now.withRateAnswer(RateAnswer.QUOTA_METRIC)
				.withLimits(Limits.none().withUnits(100, 0, 0)));
		send(200);
		Reply refused = this.sender.send(letter(TEACHER));
		assertThat(refused.refusal()).isEqualTo("403 rateLimitExceeded");
		assertThat(refused.message()).contains("Queries per minute per user");
	}

	@Test
	void aMailboxSendsSoManyMailsInADayAndIsToldWhenItMayAgain() {
		limits(Limits.none().withDay(2, 0));
		Instant first = this.house.clock().instant().truncatedTo(ChronoUnit.MILLIS);
		send(200);
		this.house.clock().advance(Duration.ofHours(5));
		this.sender = this.house.sender();
		send(200);
		Reply refused = this.sender.send(letter(TEACHER));
		assertThat(refused.refusal()).isEqualTo("429 rateLimitExceeded");
		assertThat(refused.message())
			.startsWith("User-rate limit exceeded.  Retry after " + first.plus(Duration.ofDays(1)))
			.endsWith(" (Mail sending)");
		assertThat(this.sender.get("me/profile").status()).isEqualTo(200);
		this.house.clock().advance(Duration.ofHours(19));
		this.sender = this.house.sender();
		send(200);
		send(429);
	}

	@Test
	void aMailboxSendsToSoManyRecipientsInADay() {
		limits(Limits.none().withDay(0, 3));
		assertThat(this.sender.send(letter("a@example.kz, b@example.kz")).status()).isEqualTo(200);
		assertThat(this.sender.send(letter("a@example.kz, b@example.kz")).refusal()).isEqualTo("429 rateLimitExceeded");
		assertThat(this.sender.send(letter("a@example.kz")).status()).isEqualTo(200);
		assertThat(this.sender.send(letter("a@example.kz")).refusal()).isEqualTo("429 rateLimitExceeded");
	}

	private void send(int status) {
		assertThat(this.sender.send(letter(TEACHER)).status()).isEqualTo(status);
	}

	private void limits(Limits limits) {
		this.house.gmail().change((now) -> now.withLimits(limits));
	}

}
