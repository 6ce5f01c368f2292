package kz.kopir.rehearsal.gmail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
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
 * How one finds out later whether a mail was sent.
 */
class GmailReadingTest {

	private final GmailHouse house = GmailHouse.open();

	private final GmailVisitor sender = this.house.sender();

	@AfterEach
	void everyAnswerHasGmailsShape() {
		this.house.close();
	}

	@Test
	void theNewestComesFirstAndPagesLoseAndRepeatNothingWhileMailsGoOut() {
		List<String> sent = new ArrayList<>();
		for (int i = 0; i < 7; i++) {
			sent.add(this.sender.send(letter(TEACHER)).json().path("id").asText());
		}
		Collections.reverse(sent);
		assertThat(this.sender.ids("labelIds=SENT&maxResults=3")).isEqualTo(sent);
		JsonNode first = this.sender.get("me/messages?labelIds=SENT&maxResults=3").json();
		assertThat(first.path("resultSizeEstimate").asInt()).isEqualTo(7);
		this.sender.send(letter(TEACHER));
		JsonNode second = this.sender
			.get("me/messages?labelIds=SENT&maxResults=3&pageToken=" + first.path("nextPageToken").asText())
			.json();
		assertThat(second.path("messages")).extracting((message) -> message.path("id").asText())
			.isEqualTo(sent.subList(3, 6));
	}

	@Test
	void anEmptyListSaysOnlyThatItIsEmpty() {
		assertThat(this.sender.get("me/messages?labelIds=SENT").body()).isEqualTo("{\"resultSizeEstimate\":0}");
	}

	@Test
	void aListHoldsWhatHasAllOfTheLabels() {
		this.house.gmail().change((now) -> now.withUnknownAddresses(Set.of("gone@example.kz")));
		String sent = this.sender.send(letter("gone@example.kz")).json().path("id").asText();
		assertThat(this.sender.ids("labelIds=SENT")).containsExactly(sent);
		assertThat(this.sender.ids("labelIds=INBOX")).hasSize(1).doesNotContain(sent);
		assertThat(this.sender.ids("labelIds=INBOX&labelIds=SENT")).isEmpty();
		assertThat(this.sender.ids("")).hasSize(2);
	}

	@Test
	void aPageTokenIsGoodForItsListOnly() {
		this.sender.send(letter(TEACHER));
		this.sender.send(letter(TEACHER));
		String token = this.sender.get("me/messages?labelIds=SENT&maxResults=1").json().path("nextPageToken").asText();
		Reply other = this.sender.get("me/messages?maxResults=1&pageToken=" + token);
		assertThat(other.refusal()).isEqualTo("400 invalidArgument");
		assertThat(other.message()).isEqualTo("Invalid pageToken");
		assertThat(this.sender.get("me/messages?pageToken=made-up").refusal()).isEqualTo("400 invalidArgument");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "many" })
	void aPageHasSomeMessages(String size) {
		assertThat(this.sender.get("me/messages?maxResults=" + size).refusal()).isEqualTo("400 invalidArgument");
	}

	@ParameterizedTest
	@ValueSource(strings = { "rfc822msgid:%3Cours-1@kopir.example%3E", "" })
	void whoSeesHeadersOnlyMayNotSearch(String query) {
		Reply reply = this.sender.get("me/messages?q=" + query);
		assertThat(reply.refusal()).isEqualTo("403 forbidden");
		assertThat(reply.message()).isEqualTo("Metadata scope does not support 'q' parameter");
	}

	@ParameterizedTest
	@CsvSource({ "'',FULL", "?format=full,FULL", "?format=raw,RAW" })
	void whoSeesHeadersOnlyMayNotReadTheMail(String query, String format) {
		String id = this.sender.send(letter(TEACHER)).json().path("id").asText();
		Reply reply = this.sender.get("me/messages/" + id + query);
		assertThat(reply.refusal()).isEqualTo("403 forbidden");
		assertThat(reply.message()).isEqualTo("Metadata scope doesn't allow format " + format);
	}

	@Test
	void theHeadersOfAMailAreToldDecodedAsFarAsTheyAreWanted() {
		this.house.clock().advance(Duration.ofMinutes(3));
		String id = this.sender
			.send(letter(TEACHER, "X-Kopir-Mail: school/42").replace("Test", "=?UTF-8?B?0prSsdGA0LzQtdGC0YLRlg==?="))
			.json()
			.path("id")
			.asText();
		JsonNode message = this.sender
			.get("me/messages/" + id
					+ "?format=metadata&metadataHeaders=subject&metadataHeaders=X-Kopir-Mail&metadataHeaders=X-None")
			.json();
		assertThat(message.path("internalDate").asText())
			.isEqualTo(Long.toString(this.house.clock().instant().toEpochMilli()));
		assertThat(message.path("labelIds")).extracting(JsonNode::asText).containsExactly("SENT");
		assertThat(message.path("snippet").asText()).isEqualTo("Body.");
		assertThat(message.at("/payload/mimeType").asText()).isEqualTo("text/plain");
		assertThat(message.at("/payload/headers"))
			.extracting((header) -> header.path("name").asText() + "=" + header.path("value").asText())
			.containsExactlyInAnyOrder("Subject=Құрметті", "X-Kopir-Mail=school/42");
		JsonNode all = this.sender.get("me/messages/" + id + "?format=METADATA").json();
		assertThat(all.at("/payload/headers")).extracting((header) -> header.path("name").asText())
			.contains("From", "To", "Message-ID", "Date");
		JsonNode least = this.sender.get("me/messages/" + id + "?format=minimal").json();
		assertThat(least.has("payload")).isFalse();
		assertThat(least.path("id").asText()).isEqualTo(id);
	}

	@ParameterizedTest
	@CsvSource({ "18c9a1b2c3d4e5f6,404 notFound", "1,404 notFound", "ffffffffffffffff,400 invalidArgument",
			"18c9a1b2c3d4e5f6aa,400 invalidArgument", "nosuchmessage,400 invalidArgument" })
	void anIdIsUnknownOrNone(String id, String refusal) {
		assertThat(this.sender.get("me/messages/" + id + "?format=metadata").refusal()).isEqualTo(refusal);
	}

	@Test
	void everybodySeesTheOwnMailboxOnly() {
		String id = this.sender.send(letter(TEACHER)).json().path("id").asText();
		GmailVisitor teacher = this.house.as(TEACHER, GmailVisitor.METADATA);
		assertThat(teacher.ids("")).isEmpty();
		assertThat(teacher.get("me/messages/" + id + "?format=metadata").refusal()).isEqualTo("404 notFound");
		Reply other = teacher.get(MAILBOX + "/messages");
		assertThat(other.refusal()).isEqualTo("403 forbidden");
		assertThat(other.message()).isEqualTo("Delegation denied for " + TEACHER);
	}

	@Test
	void theProfileTellsWhoseMailboxItIsAndHowMuchLiesInIt() {
		assertThat(this.sender.get("me/profile").json().path("messagesTotal").asInt()).isZero();
		this.sender.send(letter(TEACHER));
		JsonNode profile = this.sender.get(MAILBOX.replace("@", "%40") + "/profile").json();
		assertThat(profile.path("emailAddress").asText()).isEqualTo(MAILBOX);
		assertThat(profile.path("messagesTotal").asInt()).isOne();
		assertThat(profile.path("threadsTotal").asInt()).isOne();
	}

}
