package kz.kopir.rehearsal.gmail;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.rehearsal.gmail.GmailSettings.MessageIds;
import kz.kopir.rehearsal.gmail.GmailVisitor.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static kz.kopir.rehearsal.gmail.GmailHouse.MAILBOX;
import static kz.kopir.rehearsal.gmail.GmailHouse.TEACHER;
import static kz.kopir.rehearsal.gmail.GmailHouse.letter;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Gmail takes, what it refuses, and what it makes of a mail.
 */
class GmailSendingTest {

	private static final String TO = "to@example.kz";

	private final GmailHouse house = GmailHouse.open();

	private final GmailVisitor sender = this.house.sender();

	@AfterEach
	void everyAnswerHasGmailsShape() {
		this.house.close();
	}

	@Test
	void aMailIsTakenAndLiesInTheMailboxAsSent() {
		Reply reply = this.sender.send(letter(TO));
		assertThat(reply.status()).isEqualTo(200);
		JsonNode message = reply.json();
		assertThat(message.path("id").asText()).matches("[0-9a-f]{16}");
		assertThat(message.path("threadId")).isEqualTo(message.path("id"));
		assertThat(message.path("labelIds")).extracting(JsonNode::asText).containsExactly("SENT");
		Mail mail = only();
		assertThat(mail.mailbox()).isEqualTo(MAILBOX);
		assertThat(mail.recipients()).containsExactly(TO);
		assertThat(mail.subject()).isEqualTo("Test");
		assertThat(mail.text().strip()).isEqualTo("Body.");
		assertThat(mail.at()).isEqualTo(this.house.clock().instant());
	}

	@Test
	void itMayComeZippedAndInChunksAndWithoutPadding() {
		String eml = letter(TO, "X-Length: 1");
		byte[] bytes = (eml + " ".repeat((eml.length() % 3 == 0) ? 1 : 0)).getBytes(StandardCharsets.UTF_8);
		String raw = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		assertThat(raw.length() % 4).isNotZero();
		assertThat(this.sender.postZipped("{\"raw\":\"" + raw + "\"}").status()).isEqualTo(200);
		assertThat(only().header("X-Length")).isEqualTo("1");
	}

	@Test
	void gmailPutsItsOwnMessageIdInThePlaceOfOursButLeavesOtherHeaders() {
		this.sender.send(letter(TO, "X-Kopir-Mail: school/42", "X-Kopir-Kind: daily"));
		assertThat(only().header("Message-ID")).matches("<CA.+@mail\\.gmail\\.com>");
		assertThat(new String(only().eml(), StandardCharsets.UTF_8)).doesNotContain("ours-1");
		assertThat(only().header("X-Kopir-Mail")).isEqualTo("school/42");
		assertThat(only().kind()).isEqualTo("daily");
	}

	@Test
	void gmailMayBeSetToKeepOurMessageId() {
		this.house.gmail().change((now) -> now.withMessageIds(MessageIds.KEPT));
		this.sender.send(letter(TO));
		assertThat(only().header("Message-ID")).isEqualTo("<ours-1@kopir.example>");
	}

	@Test
	void aSenderThatIsNotTheMailboxIsReplacedByItWithoutAWord() {
		Reply reply = this.sender
			.send(letter(TO).replace("From: " + MAILBOX, "From: =?UTF-8?B?0KjQu9GO0Lc=?= <director@school.example>"));
		assertThat(reply.status()).isEqualTo(200);
		assertThat(only().header("From")).isEqualTo("Шлюз <" + MAILBOX + ">");
	}

	@Test
	void aMailToOneselfLiesInTheInboxToo() {
		assertThat(this.sender.send(letter(MAILBOX)).json().path("labelIds")).extracting(JsonNode::asText)
			.containsExactlyInAnyOrder("SENT", "INBOX", "UNREAD");
	}

	@Test
	void allThreeKindsOfRecipientsCount() {
		this.sender.send(letter(TO, "Cc: Second <SECOND@example.kz>", "Bcc: third@example.kz"));
		assertThat(only().recipients()).containsExactly(TO, "second@example.kz", "third@example.kz");
	}

	@ParameterizedTest
	@ValueSource(strings = { "nobody", "human@f", "First Last:\") <a@example.kz>", "a@example.kz, b", "a b@example.kz",
			"@example.kz" })
	void aRecipientThatIsNoAddressIsRefused(String to) {
		Reply reply = this.sender.send(letter(to));
		assertThat(reply.refusal()).isEqualTo("400 invalidArgument");
		assertThat(reply.message()).isEqualTo("Invalid To header");
		assertThat(this.house.gmail().mails()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			To: to@example.kz   | X-To: to@example.kz | Recipient address required
			To: to@example.kz   | To:                 | Recipient address required
			From: SENDER        | X-From: SENDER      | Invalid From header
			From: SENDER        | From: nobody        | Invalid From header
			Subject: Test       | Cc: nobody          | Invalid Cc header
			""")
	void aMailNeedsASenderAndARecipient(String line, String instead, String message) {
		Reply reply = this.sender
			.send(letter(TO).replace(line.replace("SENDER", MAILBOX), instead.replace("SENDER", MAILBOX)));
		assertThat(reply.refusal()).isEqualTo("400 invalidArgument");
		assertThat(reply.message()).isEqualTo(message);
	}

	@Test
	void aHundredRecipientsAreTakenAndOneMoreIsNot() {
		assertThat(this.sender.send(letter(recipients(60), "Bcc: " + recipients(40))).status()).isEqualTo(200);
		assertThat(this.sender.send(letter(recipients(60), "Bcc: " + recipients(41))).refusal())
			.isEqualTo("400 invalidArgument");
	}

	@Test
	void aMailOfTheLargestSizeIsTakenAndOneByteMoreIsNot() {
		String head = letter(TO);
		String largest = head + "x".repeat(Sending.MOST_BYTES - head.length());
		assertThat(this.sender.postZipped(json(largest)).status()).isEqualTo(200);
		Reply tooLarge = this.sender.postZipped(json(largest + "x"));
		assertThat(tooLarge.status()).isEqualTo(413);
		assertThat(tooLarge.header("Content-Type")).startsWith("text/html");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{}                | RFC822 payload message
			{"raw":""}        | RFC822 payload message
			{"raw":5}         | RFC822 payload message
			{"raw":"a+b/"}    | Base64 decoding failed
			{"raw":           | Invalid JSON payload
			""")
	void whatIsNoMessageIsRefused(String body, String message) {
		Reply reply = this.sender.post(body);
		assertThat(reply.refusal()).isEqualTo("400 badRequest");
		assertThat(reply.message()).contains(message);
	}

	@Test
	void whatIsSaidToBeZippedMustBe() {
		assertThat(GmailVisitor
			.exchange(this.sender.request("me/messages/send")
				.header("Content-Encoding", "gzip")
				.POST(BodyPublishers.ofString("{}"))
				.build())
			.refusal()).isEqualTo("400 badRequest");
	}

	@Test
	void aMailToAnAddressThatNobodyHasIsTakenAndComesBack() {
		this.house.gmail().change((now) -> now.withUnknownAddresses(Set.of("Gone@example.kz")));
		Reply reply = this.sender.send(letter(TEACHER + ", gone@example.kz"));
		assertThat(reply.status()).isEqualTo(200);
		assertThat(this.house.gmail().mails()).hasSize(2);
		Mail sent = this.house.gmail().mails().get(0);
		Mail bounce = this.house.gmail().mails().get(1);
		assertThat(bounce.kind()).isEqualTo(Mail.BOUNCE);
		assertThat(bounce.recipients()).containsExactly(MAILBOX);
		assertThat(bounce.labels()).contains("INBOX").doesNotContain("SENT");
		assertThat(bounce.threadId()).isEqualTo(sent.id());
		assertThat(bounce.header("From")).contains("mailer-daemon@googlemail.com");
		assertThat(bounce.header("X-Failed-Recipients")).isEqualTo("gone@example.kz");
		assertThat(bounce.header("In-Reply-To")).isEqualTo(sent.header("Message-ID"));
		assertThat(bounce.header("Content-Type")).startsWith("multipart/report").contains("delivery-status");
		assertThat(bounce.text()).contains("** Address not found **", "gone@example.kz", "550 5.1.1");
		assertThat(new String(bounce.eml(), StandardCharsets.UTF_8))
			.contains("Final-Recipient: rfc822; gone@example.kz")
			.contains("Action: failed")
			.contains("Body.");
	}

	@Test
	void aSubjectInKazakhIsReadWhateverWayItIsWritten() {
		this.sender.send(letter(TO).replace("Test", "=?UTF-8?B?0prSsdGA0LzQtdGC0YLRlg==?="));
		this.sender.send(letter(TO).replace("Test", "Құрметті әріптес"));
		assertThat(this.house.gmail().mails()).extracting(Mail::subject)
			.containsExactly("Құрметті", "Құрметті әріптес");
	}

	private Mail only() {
		assertThat(this.house.gmail().mails()).hasSize(1);
		return this.house.gmail().mails().get(0);
	}

	private static String recipients(int count) {
		return IntStream.range(0, count).mapToObj((i) -> "r" + i + "@example.kz").collect(Collectors.joining(",\r\n "));
	}

	private static String json(String eml) {
		return "{\"raw\":\"" + Base64.getUrlEncoder().encodeToString(eml.getBytes(StandardCharsets.UTF_8)) + "\"}";
	}

}
