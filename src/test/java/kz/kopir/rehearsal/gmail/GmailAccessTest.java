package kz.kopir.rehearsal.gmail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import com.google.auth.oauth2.ServiceAccountCredentials;
import kz.kopir.rehearsal.gmail.GmailVisitor.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static kz.kopir.rehearsal.gmail.GmailHouse.MAILBOX;
import static kz.kopir.rehearsal.gmail.GmailHouse.TEACHER;
import static kz.kopir.rehearsal.gmail.GmailHouse.letter;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may do what at Gmail.
 */
class GmailAccessTest {

	private static final String SEND = "https://www.googleapis.com/auth/gmail.send";

	private final GmailHouse house = GmailHouse.open();

	@AfterEach
	void everyAnswerHasGmailsShape() {
		this.house.close();
	}

	@Test
	void aTokenThatIsUnknownOrHasExpiredIsDead() {
		Reply unknown = GmailVisitor.with(this.house.gmail(), "ya29.x").get("me/profile");
		assertThat(unknown.refusal()).isEqualTo("401 authError");
		assertThat(unknown.json().at("/error/errors/0/message").asText()).isEqualTo("Invalid Credentials");
		assertThat(unknown.header("WWW-Authenticate")).contains("invalid_token");
		GmailVisitor sender = this.house.sender();
		assertThat(sender.get("me/profile").status()).isEqualTo(200);
		this.house.clock().advance(Duration.ofHours(1));
		assertThat(sender.send(letter(TEACHER)).refusal()).isEqualTo("401 authError");
		assertThat(this.house.gmail().mails()).isEmpty();
	}

	@Test
	void whoMaySendMayNotLookAndTheOtherWayRound() {
		GmailVisitor sender = this.house.as(MAILBOX, GmailVisitor.SEND);
		assertThat(sender.send(letter(TEACHER)).status()).isEqualTo(200);
		Reply refused = sender.get("me/messages");
		assertThat(refused.refusal()).isEqualTo("403 insufficientPermissions");
		assertThat(refused.header("WWW-Authenticate")).contains("insufficient_scope").contains("gmail.metadata");
		assertThat(sender.get("me/profile").refusal()).isEqualTo("403 insufficientPermissions");
		GmailVisitor reader = this.house.as(MAILBOX, GmailVisitor.METADATA);
		assertThat(reader.ids("labelIds=SENT")).hasSize(1);
		assertThat(reader.send(letter(TEACHER)).refusal()).isEqualTo("403 insufficientPermissions");
	}

	@Test
	void aTokenForClassroomOpensNoMailbox() {
		GmailVisitor administrator = this.house.as(this.house.google().adminEmail(), "classroom.courses.readonly");
		assertThat(administrator.send(letter(TEACHER)).refusal()).isEqualTo("403 insufficientPermissions");
	}

	@Test
	void aServiceAccountThatStandsForNobodyHasNoMailbox() throws IOException {
		Reply refused = GmailVisitor.with(this.house.gmail(), token(key())).send(letter(TEACHER));
		assertThat(refused.refusal()).isEqualTo("400 failedPrecondition");
		assertThat(refused.message()).isEqualTo("Precondition check failed.");
	}

	@Test
	void aServiceAccountSendsFromTheMailboxForWhichItStands() throws IOException {
		String token = token((ServiceAccountCredentials) key().createDelegated(MAILBOX));
		assertThat(GmailVisitor.with(this.house.gmail(), token).send(letter(TEACHER)).status()).isEqualTo(200);
		assertThat(this.house.gmail().mails()).extracting(Mail::mailbox).containsExactly(MAILBOX);
	}

	@Test
	void theDomainMayKeepProgramsOutOfGmail() {
		this.house.gmail().change((now) -> now.withAppsAllowed(false));
		assertThat(this.house.sender().send(letter(TEACHER)).refusal()).isEqualTo("403 domainPolicy");
	}

	@Test
	void whatGmailDoesNotHaveIsAPageAndNoJson() {
		Reply reply = this.house.sender().get("me/nothing");
		assertThat(reply.status()).isEqualTo(404);
		assertThat(reply.header("Content-Type")).startsWith("text/html");
	}

	private ServiceAccountCredentials key() throws IOException {
		return (ServiceAccountCredentials) ServiceAccountCredentials
			.fromStream(new ByteArrayInputStream(
					this.house.google().serviceAccountKeyJson().getBytes(StandardCharsets.UTF_8)))
			.createScoped(SEND);
	}

	private static String token(ServiceAccountCredentials credentials) throws IOException {
		return credentials.refreshAccessToken().getTokenValue();
	}

}
