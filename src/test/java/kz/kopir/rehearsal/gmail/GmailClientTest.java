package kz.kopir.rehearsal.gmail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.Set;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.gmail.Gmail;
import com.google.api.services.gmail.GmailScopes;
import com.google.api.services.gmail.model.ListMessagesResponse;
import com.google.api.services.gmail.model.Message;
import com.google.api.services.gmail.model.MessagePartHeader;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.auth.oauth2.UserCredentials;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import kz.kopir.rehearsal.gmail.GmailSettings.Limits;
import kz.kopir.rehearsal.google.RefreshTokenClient;
import kz.kopir.rehearsal.http.Effect;
import kz.kopir.rehearsal.http.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.tuple;

/** Google's own client sends, lists and reads. */
class GmailClientTest {

	private final GmailHouse house = GmailHouse.open();

	private final Gmail google = client(GmailScopes.GMAIL_SEND, GmailScopes.GMAIL_METADATA);

	@AfterEach
	void everyAnswerHasGmailsShape() {
		this.house.close();
	}

	@Test
	void itSendsListsAndReads() throws IOException, MessagingException {
		List<String> sent = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			Message answer = this.google.users().messages().send("me", message("ТЖБ: " + i)).execute();
			assertThat(answer.getLabelIds()).containsExactly("SENT");
			assertThat(answer.getThreadId()).isEqualTo(answer.getId());
			sent.add(0, answer.getId());
		}
		assertThat(listed()).isEqualTo(sent);
		Message read = this.google.users()
			.messages()
			.get("me", sent.get(0))
			.setFormat("metadata")
			.setMetadataHeaders(List.of("Subject", "X-Kopir-Mail"))
			.execute();
		assertThat(read.getInternalDate()).isEqualTo(this.house.clock().instant().toEpochMilli());
		assertThat(read.getPayload().getHeaders()).extracting(MessagePartHeader::getName, MessagePartHeader::getValue)
			.containsExactlyInAnyOrder(tuple("Subject", "ТЖБ: 4"), tuple("X-Kopir-Mail", "ТЖБ: 4".hashCode() + ""));
		assertThat(this.google.users().getProfile("me").execute().getEmailAddress()).isEqualTo(GmailHouse.MAILBOX);
		Mail mail = this.house.gmail().mails().get(4);
		assertThat(mail.text()).isEqualTo("Мәтін");
		assertThat(mail.html()).isEqualTo("<p>Мәтін</p>");
		if (GmailContract.isPresent()) {
			assertThat(this.house.contract().checked()).containsOnlyKeys("gmail.users.messages.send",
					"gmail.users.messages.list", "gmail.users.messages.get", "gmail.users.getProfile");
		}
	}

	@Test
	void itReadsTheReasonOfARefusal() {
		this.house.gmail().change((now) -> now.withLimits(Limits.none().withUnits(1, 0, 0)));
		assertThatExceptionOfType(GoogleJsonResponseException.class)
			.isThrownBy(() -> this.google.users().messages().send("me", message("x")).execute())
			.satisfies((error) -> {
				assertThat(error.getStatusCode()).isEqualTo(403);
				assertThat(error.getDetails().getErrors().get(0).getReason()).isEqualTo("userRateLimitExceeded");
			});
	}

	@Test
	void itFindsNoMailboxWithoutTheScope() throws IOException {
		Gmail sender = client(GmailScopes.GMAIL_SEND);
		assertThatExceptionOfType(GoogleJsonResponseException.class)
			.isThrownBy(() -> sender.users().messages().list("me").execute())
			.satisfies((error) -> assertThat(error.getDetails().getErrors().get(0).getReason())
				.isEqualTo("insufficientPermissions"));
	}

	@Test
	void itSignsInAnewWhenItsTokenIsDead() throws IOException {
		RefreshTokenClient consent = this.house.google().refreshTokenClient(GmailHouse.MAILBOX);
		Gmail user = client(UserCredentials.newBuilder()
			.setClientId(consent.clientId())
			.setClientSecret(consent.clientSecret())
			.setRefreshToken(consent.refreshToken())
			.setTokenServerUri(this.house.google().tokenUri())
			.build());
		user.users().getProfile("me").execute();
		this.house.clock().advance(Duration.ofHours(2));
		user.users().getProfile("me").execute();
		assertThat(this.house.google().counts().of("POST /token")).isEqualTo(2);
	}

	@Test
	void anOutageOfTheTokenEndpointKeepsItFromGmail() {
		this.house.tokenFaults().add(Fault.next("POST", "/token", 20, Effect.reset()));
		assertThatIOException().isThrownBy(() -> this.google.users().getProfile("me").execute());
		assertThat(this.house.gmail().counts().total()).isZero();
	}

	private List<String> listed() throws IOException {
		List<String> ids = new ArrayList<>();
		String token = null;
		do {
			ListMessagesResponse page = this.google.users()
				.messages()
				.list("me")
				.setLabelIds(List.of("SENT"))
				.setMaxResults(2L)
				.setPageToken(token)
				.execute();
			page.getMessages().forEach((message) -> ids.add(message.getId()));
			token = page.getNextPageToken();
		}
		while (token != null);
		return ids;
	}

	private static Message message(String subject) throws IOException, MessagingException {
		MimeMessage mime = new MimeMessage(Session.getInstance(new Properties()));
		mime.setFrom(new InternetAddress(GmailHouse.MAILBOX, "Мектеп", "UTF-8"));
		mime.setRecipients(jakarta.mail.Message.RecipientType.TO, GmailHouse.TEACHER);
		mime.setSubject(subject, "UTF-8");
		mime.setHeader("X-Kopir-Mail", String.valueOf(subject.hashCode()));
		MimeBodyPart text = new MimeBodyPart();
		text.setText("Мәтін", "UTF-8");
		MimeBodyPart html = new MimeBodyPart();
		html.setContent("<p>Мәтін</p>", "text/html; charset=UTF-8");
		mime.setContent(new MimeMultipart("alternative", text, html));
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		mime.writeTo(bytes);
		return new Message().setRaw(Base64.getUrlEncoder().encodeToString(bytes.toByteArray()));
	}

	private Gmail client(String... scopes) {
		try {
			return client(ServiceAccountCredentials
				.fromStream(new ByteArrayInputStream(
						this.house.google().serviceAccountKeyJson().getBytes(StandardCharsets.UTF_8)))
				.createScoped(Set.of(scopes))
				.createDelegated(GmailHouse.MAILBOX));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Gmail client(GoogleCredentials credentials) {
		return new Gmail.Builder(new NetHttpTransport(), GsonFactory.getDefaultInstance(),
				new HttpCredentialsAdapter(credentials))
			.setRootUrl(this.house.gmail().url() + "/")
			.setApplicationName("rehearsal")
			.build();
	}

}
