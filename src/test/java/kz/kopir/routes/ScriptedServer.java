package kz.kopir.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/**
 * Answers one request after the other as it was told, and remembers them.
 */
final class ScriptedServer implements AutoCloseable {

	final List<String> requests = new CopyOnWriteArrayList<>();

	private final Deque<Answer> answers = new ArrayDeque<>();

	private final HttpServer server;

	ScriptedServer() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	synchronized ScriptedServer answer(int status, String body) {
		this.answers.add(new Answer(status, null, body));
		return this;
	}

	synchronized ScriptedServer slowDown(String retryAfter) {
		this.answers.add(new Answer(429, retryAfter, "{}"));
		return this;
	}

	/** The next request is read, and its connection is lost. */
	synchronized ScriptedServer lose() {
		this.answers.add(new Answer(0, null, ""));
		return this;
	}

	private synchronized void handle(HttpExchange exchange) throws IOException {
		String token = exchange.getRequestHeaders().getFirst("Access-Token");
		this.requests.add(
				exchange.getRequestMethod() + " " + exchange.getRequestURI() + ((token != null) ? " as " + token : ""));
		exchange.getRequestBody().readAllBytes();
		Answer answer = this.answers.remove();
		if (answer.status() == 0) {
			exchange.close();
			return;
		}
		byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		if (answer.retryAfter() != null) {
			exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
		}
		exchange.sendResponseHeaders(answer.status(), body.length);
		exchange.getResponseBody().write(body);
		exchange.close();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private record Answer(int status, @Nullable String retryAfter, String body) {
	}

}
