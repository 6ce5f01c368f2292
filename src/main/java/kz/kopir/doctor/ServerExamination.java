package kz.kopir.doctor;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * Whether the server of an outside system answers at all, and what time it has. Nobody
 * signs in for that: any answer but a server's fault is an answer.
 *
 * @param system what people call the outside system
 * @param address where it is
 * @param realClock this machine's clock; servers speak of real time
 */
record ServerExamination(String system, URI address, Clock realClock) implements Examination {

	/** Tokens and signatures of Google and Zoom do not bear much more. */
	private static final Duration TOLERATED = Duration.ofSeconds(60);

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final int SERVER_FAULT = 500;

	@Override
	public List<Check> checks() {
		return List.of(Check.CONNECTION, Check.CLOCK);
	}

	@Override
	public @Nullable SchoolId school() {
		return null;
	}

	@Override
	public void examine(Findings findings) throws InterruptedException {
		HttpResponse<Void> answer;
		try {
			answer = ask();
		}
		catch (IOException ex) {
			findings.wrong(Check.CONNECTION, Ailment.UNREACHABLE, Map.of("system", this.system, "answer", reason(ex)));
			return;
		}
		if (answer.statusCode() >= SERVER_FAULT) {
			findings.wrong(Check.CONNECTION, Ailment.SERVER_AILING,
					Map.of("system", this.system, "answer", "HTTP " + answer.statusCode()));
		}
		else {
			findings.fine(Check.CONNECTION, this.system + ", " + this.address.getHost());
		}
		answer.headers()
			.firstValue("Date")
			.flatMap(ServerExamination::moment)
			.ifPresent((date) -> clock(date, findings));
	}

	private void clock(Instant server, Findings findings) {
		Duration ahead = Duration.between(server, this.realClock.instant());
		if (ahead.abs().compareTo(TOLERATED) > 0) {
			findings.wrong(Check.CLOCK, Ailment.CLOCK_OFF,
					Map.of("system", this.system, "seconds", String.format("%+d", ahead.toSeconds())));
		}
		else {
			findings.fine(Check.CLOCK, this.system + ", " + String.format("%+d s", ahead.toSeconds()));
		}
	}

	/** As the gateway calls: without proxy, and following nowhere. */
	private HttpResponse<Void> ask() throws IOException, InterruptedException {
		HttpClient client = HttpClient.newBuilder()
			.connectTimeout(PATIENCE)
			.proxy(HttpClient.Builder.NO_PROXY)
			.followRedirects(HttpClient.Redirect.NEVER)
			.build();
		return client.send(HttpRequest.newBuilder(this.address).timeout(PATIENCE).GET().build(),
				HttpResponse.BodyHandlers.discarding());
	}

	/** A refused connection hides that there is no such host. */
	private static String reason(IOException failure) {
		Throwable cause = failure.getCause();
		return Answers.of((failure instanceof ConnectException && cause != null) ? cause : failure);
	}

	private static Optional<Instant> moment(String date) {
		try {
			return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
		}
		catch (DateTimeException notADate) {
			return Optional.empty();
		}
	}

}
