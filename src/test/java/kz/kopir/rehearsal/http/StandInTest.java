package kz.kopir.rehearsal.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

class StandInTest {

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final AtomicInteger asked = new AtomicInteger();

	private final FaultScript faults = FaultScript.none();

	private StandIn standIn;

	@BeforeEach
	void start() {
		this.standIn = StandIn.start("test", 0, this::echo, this.faults);
	}

	@AfterEach
	void stop() {
		this.standIn.close();
	}

	private Answer echo(Call call) {
		this.asked.incrementAndGet();
		if (call.path().equals("/long")) {
			return Answer.json(("\"" + "x".repeat(5000) + "\"").getBytes(StandardCharsets.UTF_8));
		}
		return Answer.text(200,
				call.method() + " " + call.path() + " " + call.query() + " " + call.header("x-a") + " " + call.text());
	}

	@Test
	void theHandlerSeesTheDecodedPathTheQueryTheHeadersAndTheBody() throws Exception {
		HttpRequest request = request("/a%20b/c?x=1&x=%D2%9B&y").header("X-A", "h")
			.POST(BodyPublishers.ofString("body"))
			.build();
		assertThat(this.client.send(request, BodyHandlers.ofString()).body())
			.isEqualTo("POST /a b/c {x=[1, қ], y=[]} h body");
	}

	@Test
	void aLongAnswerIsCompressedForWhoAsksForIt() throws Exception {
		HttpResponse<byte[]> plain = this.client.send(request("/long").build(), BodyHandlers.ofByteArray());
		HttpResponse<byte[]> small = this.client.send(request("/long").header("Accept-Encoding", "gzip").build(),
				BodyHandlers.ofByteArray());
		assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
		assertThat(small.headers().firstValue("Content-Encoding")).contains("gzip");
		assertThat(small.body().length).isLessThan(plain.body().length / 10);
		assertThat(new GZIPInputStream(new ByteArrayInputStream(small.body())).readAllBytes()).isEqualTo(plain.body());
	}

	@Test
	void callsAreCountedByTemplateAndStatus() throws Exception {
		this.faults.add(Fault.next("GET", "/v2/works/2", 1, Effect.serverError()));
		get("/v2/works/1");
		get("/v2/works/2");
		get("/v2/edu-groups/1565042653527550944/lessons/2026-09-01/2026-09-30");
		assertThat(this.standIn.counts().byTemplate().get("GET /v2/works/{id}")).containsEntry(200, 1L)
			.containsEntry(500, 1L);
		assertThat(this.standIn.counts().of("GET /v2/edu-groups/{id}/lessons/{date}/{date}")).isOne();
		assertThat(this.standIn.counts().total()).isEqualTo(3);
		assertThat(this.standIn.counts().latest()).extracting(RequestCounts.Seen::status)
			.containsExactly(200, 500, 200);
	}

	@Test
	void aFaultStrikesOnlyAfterItsSkippedCallsAndOnlyItsTimes() throws Exception {
		this.faults
			.add(new Fault("*", Pattern.compile("/b.*"), 1, 2, Effect.answer(429, "application/json", "{}", "soon")));
		assertThat(get("/a").statusCode()).isEqualTo(200);
		assertThat(get("/b").statusCode()).isEqualTo(200);
		HttpResponse<String> struck = get("/b");
		assertThat(struck.statusCode()).isEqualTo(429);
		assertThat(struck.headers().firstValue("Retry-After")).contains("soon");
		assertThat(get("/bb").statusCode()).isEqualTo(429);
		assertThat(get("/b").statusCode()).isEqualTo(200);
		assertThat(this.faults.remaining()).isZero();
		assertThat(this.asked).hasValue(3);
	}

	@Test
	void aDroppedConnectionGivesNoAnswerAndHasNoEffect() {
		this.faults.add(Fault.next("POST", "/x", 1, Effect.reset()));
		assertThatIOException().isThrownBy(() -> post("/x"));
		assertThat(this.asked).hasValue(0);
		assertThat(this.standIn.counts().latest()).extracting(RequestCounts.Seen::status).containsExactly(0);
	}

	@Test
	void anAcceptedCallHasItsEffectThoughTheCallerNeverHears() {
		this.faults.add(Fault.next("POST", "/x", 1, Effect.acceptedThenTimeout(Duration.ofMillis(10))));
		assertThatIOException().isThrownBy(() -> post("/x"));
		assertThat(this.asked).hasValue(1);
	}

	@Test
	void aHangingCallOutlastsTheCallersPatienceAndEndsWithTheStandIn() {
		this.faults.add(Fault.next("GET", "/x", 1, Effect.hang(Duration.ofHours(1))));
		HttpRequest request = request("/x").timeout(Duration.ofMillis(200)).build();
		assertThatExceptionOfType(HttpTimeoutException.class)
			.isThrownBy(() -> this.client.send(request, BodyHandlers.ofString()));
		assertThat(this.asked).hasValue(0);
	}

	@Test
	void aTruncatedAnswerBreaksOffInTheMiddle() {
		this.faults.add(Fault.next("GET", "/long", 1, Effect.truncated()));
		assertThatIOException().isThrownBy(() -> get("/long"));
		assertThat(this.asked).hasValue(1);
	}

	@Test
	void theMaintenancePageIsHtmlWith503() throws Exception {
		this.faults.add(Fault.next("*", ".*", 1, Effect.maintenance()));
		HttpResponse<String> answer = get("/x");
		assertThat(answer.statusCode()).isEqualTo(503);
		assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
		assertThat(answer.body()).contains("error__description");
	}

	@Test
	void observersSeeTheCallBeforeItTakesEffectAndTheAnswerAfter() throws Exception {
		List<String> seen = new CopyOnWriteArrayList<>();
		this.standIn.onCall((call) -> seen.add("before " + this.asked.get()));
		this.standIn.observe(new CallObserver() {
			@Override
			public void after(Call call, Answer answer) {
				seen.add("after " + StandInTest.this.asked.get() + " " + answer.status());
			}
		});
		get("/x");
		assertThat(seen).containsExactly("before 0", "after 1 200");
	}

	@Test
	void faultsCanBeScriptedOverHttp() throws Exception {
		String script = """
				[{"method": "GET", "path": "/x", "effect": "answer", "contentType": "text/html", "body": "<p>"},
				 {"path": "/y", "effect": "hang", "waitMillis": 5000, "times": 3}]""";
		HttpResponse<String> taken = this.client
			.send(request("/_rehearsal/faults").POST(BodyPublishers.ofString(script)).build(), BodyHandlers.ofString());
		assertThat(taken.body()).isEqualTo("{\"remaining\":2}");
		assertThat(get("/x").body()).isEqualTo("<p>");
		this.client.send(request("/_rehearsal/faults").DELETE().build(), BodyHandlers.discarding());
		assertThat(get("/y").statusCode()).isEqualTo(200);
		assertThat(get("/_rehearsal/requests").body()).contains("\"GET /y\":{\"200\":1}");
	}

	@Test
	void aScriptThatCannotBeUnderstoodIsRefusedWithTheReason() throws Exception {
		HttpResponse<String> refused = this.client
			.send(request("/_rehearsal/faults").POST(BodyPublishers.ofString("[{\"path\":\"/x\",\"effect\":\"boom\"}]"))
				.build(), BodyHandlers.ofString());
		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(refused.body()).contains("Fault 1").contains("boom");
		assertThat(this.faults.remaining()).isZero();
	}

	@Test
	void aPortThatIsTakenIsSaid() {
		int taken = this.standIn.url().getPort();
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> StandIn.start("second", taken, this::echo, this.faults))
			.withMessageContaining("second")
			.withMessageContaining(String.valueOf(taken));
	}

	private HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return this.client.send(request(path).build(), BodyHandlers.ofString());
	}

	private HttpResponse<String> post(String path) throws IOException, InterruptedException {
		return this.client.send(request(path).POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.standIn.url() + path));
	}

}
