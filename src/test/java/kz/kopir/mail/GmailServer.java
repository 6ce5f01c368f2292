package kz.kopir.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

/**
 * Gmail as far as mails are sent and looked up: keeps what it accepted, and does next
 * what it is told.
 */
final class GmailServer implements AutoCloseable {

	private static final ObjectMapper JSON = new ObjectMapper();

	/** What was asked for, in order. */
	final List<String> requests = new CopyOnWriteArrayList<>();

	/** With which tokens mails came. */
	final List<String> tokens = new CopyOnWriteArrayList<>();

	/** Forms that came to the token endpoint. */
	final List<String> tokenRequests = new CopyOnWriteArrayList<>();

	/** Accepted mails by their id, the oldest first. */
	final List<Accepted> accepted = new CopyOnWriteArrayList<>();

	int pageSize = 100;

	private final Map<String, Deque<Answer>> told = new HashMap<>();

	private final CountDownLatch closing = new CountDownLatch(1);

	private final HttpServer server;

	GmailServer() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newCachedThreadPool((task) -> {
			Thread thread = new Thread(task, "gmail-server");
			thread.setDaemon(true);
			return thread;
		}));
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/** The next call of this kind is answered so, and nothing is accepted. */
	GmailServer next(String kind, int status, String body) {
		return next(kind, new Answer(status, body, null, false));
	}

	GmailServer next(String kind, Answer answer) {
		synchronized (this.told) {
			this.told.computeIfAbsent(kind, (key) -> new ArrayDeque<>()).add(answer);
		}
		return this;
	}

	/** An empty mailbox, and nothing that was told counts any more. */
	void begin() {
		synchronized (this.told) {
			this.told.clear();
		}
		this.requests.clear();
		this.tokens.clear();
		this.accepted.clear();
		this.pageSize = 100;
	}

	/** What it was told for calls of this kind does not count any more. */
	void forget(String kind) {
		synchronized (this.told) {
			this.told.remove(kind);
		}
	}

	boolean isToldNothingMore() {
		synchronized (this.told) {
			return this.told.values().stream().allMatch(Deque::isEmpty);
		}
	}

	static String error(int status, String reason, String message) {
		return """
				{"error":{"code":%d,"message":"%s","errors":[{"message":"%s","domain":"global","reason":"%s"}]}}"""
			.formatted(status, message, message, reason);
	}

	/** Ids of the mails of ours that it accepted. */
	List<String> mails() {
		return this.accepted.stream().map((mail) -> mail.header(MailHead.MAIL_ID)).filter(Objects::nonNull).toList();
	}

	/** A person sends a mail from the same mailbox. */
	void writtenByHand(int number) {
		for (int i = 0; i < number; i++) {
			accept("Message-ID: <by-hand-%d@mail.gmail.com>\r\nTo: x@school.example\r\n\r\nhello\r\n"
				.formatted(this.accepted.size())
				.getBytes(StandardCharsets.UTF_8));
		}
	}

	private void handle(HttpExchange exchange) throws IOException {
		URI uri = exchange.getRequestURI();
		byte[] body = body(exchange);
		String kind = kind(exchange.getRequestMethod(), uri.getPath());
		this.requests.add(exchange.getRequestMethod() + " " + uri);
		if (kind.equals("token")) {
			this.tokenRequests.add(new String(body, StandardCharsets.UTF_8));
		}
		if (kind.equals("send")) {
			this.tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
		}
		Answer answer = told(kind);
		if (answer == null || answer.effect()) {
			String usual = usual(kind, uri, body);
			answer = (answer == null) ? new Answer(200, usual, null, false) : answer;
		}
		if (answer.status() == Answer.STALL) {
			await();
		}
		if (answer.status() <= 0) {
			exchange.close();
			return;
		}
		byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders()
			.set("Content-Type", answer.body().startsWith("{") ? "application/json; charset=UTF-8" : "text/html");
		if (answer.retryAfter() != null) {
			exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
		}
		exchange.sendResponseHeaders(answer.status(), (bytes.length > 0) ? bytes.length : -1);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	private void await() {
		try {
			this.closing.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static byte[] body(HttpExchange exchange) throws IOException {
		InputStream stream = exchange.getRequestBody();
		boolean gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
		return (gzip ? new GZIPInputStream(stream) : stream).readAllBytes();
	}

	private static String kind(String method, String path) {
		if (path.equals("/token")) {
			return "token";
		}
		if (method.equals("POST") && path.equals("/gmail/v1/users/me/messages/send")) {
			return "send";
		}
		return path.equals("/gmail/v1/users/me/messages") ? "list" : "get";
	}

	private @Nullable Answer told(String kind) {
		synchronized (this.told) {
			Deque<Answer> answers = this.told.get(kind);
			return (answers != null) ? answers.poll() : null;
		}
	}

	private String usual(String kind, URI uri, byte[] body) throws IOException {
		return switch (kind) {
			case "token" -> "{\"access_token\":\"token-" + this.tokenRequests.size()
					+ "\",\"expires_in\":3600,\"token_type\":\"Bearer\"}";
			case "send" -> {
				JsonNode raw = JSON.readTree(body).get("raw");
				yield "{\"id\":\"" + accept(Base64.getUrlDecoder().decode(raw.asText())).id()
						+ "\",\"labelIds\":[\"SENT\"]}";
			}
			case "list" -> list(parameters(uri));
			default -> header(uri.getPath().substring(uri.getPath().lastIndexOf('/') + 1));
		};
	}

	private synchronized Accepted accept(byte[] mime) {
		Accepted mail = new Accepted("g" + (this.accepted.size() + 1), mime);
		this.accepted.add(mail);
		return mail;
	}

	private String list(Map<String, String> parameters) {
		if (!"SENT".equals(parameters.get("labelIds")) || parameters.containsKey("q")) {
			throw new AssertionError("The scope allows no such list: " + parameters);
		}
		List<Accepted> newestFirst = new ArrayList<>(this.accepted);
		Collections.reverse(newestFirst);
		int from = Integer.parseInt(parameters.getOrDefault("pageToken", "0"));
		int to = Math.min(newestFirst.size(), from + this.pageSize);
		String messages = String.join(",",
				newestFirst.subList(from, to).stream().map((mail) -> "{\"id\":\"" + mail.id() + "\"}").toList());
		String next = (to < newestFirst.size()) ? ",\"nextPageToken\":\"" + to + "\"" : "";
		return newestFirst.isEmpty() ? "{\"resultSizeEstimate\":0}" : "{\"messages\":[" + messages + "]" + next + "}";
	}

	private String header(String id) {
		Accepted mail = this.accepted.stream().filter((one) -> one.id().equals(id)).findFirst().orElseThrow();
		String headers = String.join(",",
				Arrays.stream(new String[] { MailHead.MAIL_ID, "Message-ID" })
					.filter((name) -> mail.header(name) != null)
					.map((name) -> "{\"name\":\"" + name + "\",\"value\":\"" + mail.header(name) + "\"}")
					.toList());
		return "{\"id\":\"" + id + "\",\"labelIds\":[\"SENT\"],\"payload\":{\"headers\":[" + headers + "]}}";
	}

	private static Map<String, String> parameters(URI uri) {
		Map<String, String> parameters = new HashMap<>();
		for (String pair : String.valueOf(uri.getQuery()).split("&")) {
			int sign = pair.indexOf('=');
			parameters.put(pair.substring(0, sign), pair.substring(sign + 1));
		}
		return parameters;
	}

	@Override
	public void close() {
		this.closing.countDown();
		this.server.stop(0);
	}

	/**
	 * An answer.
	 *
	 * @param status HTTP status, {@link #LOSE} or {@link #STALL}
	 * @param body its body
	 * @param retryAfter its header, or null
	 * @param effect whether what was asked for is done all the same
	 */
	record Answer(int status, String body, @Nullable String retryAfter, boolean effect) {

		static final int LOSE = 0;

		static final int STALL = -1;

		/** It is done, but nobody hears of it. */
		static Answer acceptedAndLost() {
			return new Answer(LOSE, "", null, true);
		}

		static Answer acceptedAndSilent() {
			return new Answer(STALL, "", null, true);
		}

		static Answer acceptedBut(int status, String body) {
			return new Answer(status, body, null, true);
		}

		static Answer lost() {
			return new Answer(LOSE, "", null, false);
		}

		static Answer silent() {
			return new Answer(STALL, "", null, false);
		}

		static Answer slowDown(int status, String body, String retryAfter) {
			return new Answer(status, body, retryAfter, false);
		}

	}

	/**
	 * A mail that was accepted.
	 *
	 * @param id Gmail's id
	 * @param mime its bytes
	 */
	record Accepted(String id, byte[] mime) {

		@Nullable String header(String name) {
			try {
				return new MimeMessage((Session) null, new ByteArrayInputStream(this.mime)).getHeader(name, null);
			}
			catch (MessagingException ex) {
				throw new AssertionError(ex);
			}
		}

		String text() {
			try {
				return String
					.valueOf(new MimeMessage((Session) null, new ByteArrayInputStream(this.mime)).getContent());
			}
			catch (MessagingException | IOException ex) {
				throw new AssertionError(ex);
			}
		}

	}

}
