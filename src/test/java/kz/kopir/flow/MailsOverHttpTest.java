package kz.kopir.flow;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

import kz.kopir.database.DatabaseTime;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What IT staff see of mails, and decide about them, at the management address.
 */
class MailsOverHttpTest {

	private final GatewayHouse house = GatewayHouse.shared();

	@BeforeEach
	void begin() {
		this.house.database().emptyButForLocks();
	}

	@Test
	void whoHasNotSignedInSeesNothing() throws Exception {
		assertThat(send("GET", "/mails/" + GatewayHouse.SCHOOL, null, false).statusCode()).isEqualTo(401);
	}

	@Test
	void theListTellsWhatBecameOfAMailAndNeitherWhatItSaysNorAnAddress() throws Exception {
		mail("m-1", "doubtful");
		HttpResponse<String> list = send("GET", "/mails/" + GatewayHouse.SCHOOL, null, true);
		assertThat(list.statusCode()).isEqualTo(200);
		assertThat(list.body())
			.contains("\"id\":\"m-1\"", "\"person\":\"t-1\"", "\"kind\":\"daily\"", "\"day\":\"2026-11-20\"",
					"\"state\":\"doubtful\"", "\"attempts\":1", "\"failure\":\"no answer\"")
			.doesNotContain("@", "letter", "mime", "болды");
		assertThat(send("GET", "/mails/" + GatewayHouse.READING_SCHOOL, null, true).body()).isEqualTo("[]");
	}

	@Test
	void aDoubtfulMailIsSentAgainWhenAPersonSaysSoAndOnlyThen() throws Exception {
		mail("m-1", "doubtful");
		mail("m-2", "sent");
		String again = "/mails/" + GatewayHouse.SCHOOL + "/%s/again";
		assertThat(send("POST", again.formatted("m-1"), null, true).statusCode()).as("a form of a foreign page")
			.isEqualTo(415);
		assertThat(send("POST", again.formatted("m-1"), "{}", true).statusCode()).isEqualTo(204);
		assertThat(send("GET", "/mails/" + GatewayHouse.SCHOOL, null, true).body()).contains("\"state\":\"due\"");
		HttpResponse<String> refused = send("POST", again.formatted("m-2"), "{}", true);
		assertThat(refused.statusCode()).isEqualTo(409);
		assertThat(refused.body()).contains("The mail is sent.", "Nothing was changed.");
		assertThat(send("POST", again.formatted("m-3"), "{}", true).statusCode()).isEqualTo(404);
	}

	@Test
	void theRoutesOfMailsRunInTheGateway() {
		CamelContext camel = this.house.bean(CamelContext.class);
		assertThat(camel.getRouteController().getRouteStatus("mail-schedule").isStarted()).isTrue();
		Exchange run = camel.createFluentProducerTemplate()
			.to("direct:mail-run")
			.withBody(GatewayHouse.READING_SCHOOL)
			.send();
		assertThat(run.getException()).isNull();
	}

	private void mail(String id, String state) {
		Object now = DatabaseTime.toColumn(Instant.parse("2026-11-20T10:00:00Z"));
		this.house.database().template().update("""
				insert into mail (id, school, person, recipient, kind, day, state, message_id, attempts,
					next_attempt_at, attempted_at, failure, created_at, updated_at)
				values (?, ?, ?, 't-1@school.example', 'daily', '2026-11-20', ?, '<m@school.example>', 1, ?, ?,
					'no answer', ?, ?)
				""", id, GatewayHouse.SCHOOL.value(), id.equals("m-1") ? "t-1" : "t-2", state, now, now, now, now);
		this.house.database()
			.template()
			.update("insert into mail_content (mail_id, letter) values (?, '{\"text\":\"p-1 болды\"}')", id);
	}

	private HttpResponse<String> send(String method, String path, @Nullable String json, boolean signedIn)
			throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.house.port() + path))
			.method(method,
					(json != null) ? HttpRequest.BodyPublishers.ofString(json) : HttpRequest.BodyPublishers.noBody());
		request.header("Content-Type", (json != null) ? "application/json" : "application/x-www-form-urlencoded");
		if (signedIn) {
			request.header("Authorization", "Basic " + Base64.getEncoder()
				.encodeToString((GatewayHouse.USER + ":" + GatewayHouse.PASSWORD).getBytes(StandardCharsets.UTF_8)));
		}
		return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

}
