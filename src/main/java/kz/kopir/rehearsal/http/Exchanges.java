package kz.kopir.rehearsal.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries one exchange from the JDK's server to the handler and back, with faults.
 */
final class Exchanges implements HttpHandler {

	private static final Logger log = LoggerFactory.getLogger(Exchanges.class);

	private static final int WORTH_COMPRESSING = 1024;

	private static final int NO_ANSWER = 0;

	private final String name;

	private final Handler handler;

	private final FaultScript faults;

	private final RequestCounts counts;

	private final List<CallObserver> observers;

	private final CountDownLatch closing;

	private final Administration administration;

	Exchanges(String name, Handler handler, FaultScript faults, RequestCounts counts, List<CallObserver> observers,
			CountDownLatch closing) {
		this.name = name;
		this.handler = handler;
		this.faults = faults;
		this.counts = counts;
		this.observers = observers;
		this.closing = closing;
		this.administration = new Administration(faults, counts);
	}

	@Override
	public void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			Call call = call(exchange);
			if (call.path().startsWith(Administration.PREFIX)) {
				Answer own = this.administration.handle(call);
				send(exchange, call, (own != null) ? own : ask(call));
				return;
			}
			this.observers.forEach((observer) -> observer.before(call));
			Effect effect = this.faults.strike(call);
			if (effect == null) {
				answer(exchange, call);
			}
			else {
				play(effect, exchange, call);
			}
		}
	}

	private void play(Effect effect, HttpExchange exchange, Call call) throws IOException {
		switch (effect.kind()) {
			case ANSWER -> {
				Answer scripted = Answer.of(effect.status(), effect.contentType(), effect.body());
				String retryAfter = effect.retryAfter();
				this.counts.count(call, effect.status());
				send(exchange, call, (retryAfter != null) ? scripted.with("Retry-After", retryAfter) : scripted);
			}
			case RESET, HANG -> {
				this.counts.count(call, NO_ANSWER);
				pause(effect.pause());
			}
			case SLOW -> {
				pause(effect.pause());
				answer(exchange, call);
			}
			case TRUNCATED -> {
				Answer whole = observedAnswer(call);
				this.counts.count(call, whole.status());
				sendHalf(exchange, whole);
			}
			case ACCEPTED_THEN_TIMEOUT -> {
				observedAnswer(call);
				this.counts.count(call, NO_ANSWER);
				pause(effect.pause());
			}
		}
	}

	private void answer(HttpExchange exchange, Call call) throws IOException {
		Answer answer = observedAnswer(call);
		this.counts.count(call, answer.status());
		send(exchange, call, answer);
	}

	private Answer observedAnswer(Call call) {
		Answer answer = ask(call);
		this.observers.forEach((observer) -> observer.after(call, answer));
		return answer;
	}

	private Answer ask(Call call) {
		try {
			return this.handler.handle(call);
		}
		catch (RuntimeException ex) {
			log.error("The stand-in {} failed on {} {}", this.name, call.method(), RequestCounts.template(call.path()),
					ex);
			return Answer.text(500, "The stand-in " + this.name + " itself failed: " + ex);
		}
	}

	/** Waits, but not longer than the stand-in runs. */
	private void pause(Duration wait) {
		try {
			if (this.closing.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
				log.debug("The stand-in {} closes during a scripted wait", this.name);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void send(HttpExchange exchange, Call call, Answer answer) throws IOException {
		byte[] body = answer.body();
		prepare(exchange, answer);
		String accepted = call.header("accept-encoding");
		if (body.length > WORTH_COMPRESSING && accepted != null && accepted.contains("gzip")) {
			exchange.getResponseHeaders().set("Content-Encoding", "gzip");
			body = compressed(body);
		}
		exchange.sendResponseHeaders(answer.status(), (body.length == 0) ? -1 : body.length);
		if (body.length > 0) {
			try (OutputStream out = exchange.getResponseBody()) {
				out.write(body);
			}
		}
	}

	private static void sendHalf(HttpExchange exchange, Answer answer) throws IOException {
		prepare(exchange, answer);
		// one byte more than there is, so that even an empty body is cut short
		exchange.sendResponseHeaders(answer.status(), answer.body().length + 1L);
		exchange.getResponseBody().write(answer.body(), 0, answer.body().length / 2);
		exchange.getResponseBody().flush();
	}

	private static void prepare(HttpExchange exchange, Answer answer) {
		if (!answer.contentType().isEmpty()) {
			exchange.getResponseHeaders().set("Content-Type", answer.contentType());
		}
		answer.headers().forEach(exchange.getResponseHeaders()::set);
	}

	private static byte[] compressed(byte[] body) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 4);
		try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
			gzip.write(body);
		}
		return out.toByteArray();
	}

	private static Call call(HttpExchange exchange) throws IOException {
		Map<String, String> headers = new HashMap<>();
		exchange.getRequestHeaders()
			.forEach((header, values) -> headers.put(header.toLowerCase(Locale.ROOT), values.get(0)));
		return new Call(exchange.getRequestMethod(), exchange.getRequestURI().getPath(),
				query(exchange.getRequestURI().getRawQuery()), headers, exchange.getRequestBody().readAllBytes(),
				exchange.getRequestURI().getRawPath());
	}

	private static Map<String, List<String>> query(@Nullable String raw) {
		if (raw == null || raw.isEmpty()) {
			return Map.of();
		}
		Map<String, List<String>> query = new LinkedHashMap<>();
		Arrays.stream(raw.split("&")).filter((pair) -> !pair.isEmpty()).forEach((pair) -> {
			int sign = pair.indexOf('=');
			String key = (sign < 0) ? pair : pair.substring(0, sign);
			String value = (sign < 0) ? "" : pair.substring(sign + 1);
			query.computeIfAbsent(decoded(key), (any) -> new ArrayList<>(1)).add(decoded(value));
		});
		return query;
	}

	private static String decoded(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

}
