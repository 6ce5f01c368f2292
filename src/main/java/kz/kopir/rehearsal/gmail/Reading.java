package kz.kopir.rehearsal.gmail;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.http.Call;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.HtmlUtils;

/**
 * {@code messages.list}, {@code messages.get} and {@code getProfile}. Searching by
 * {@code q} and the format {@code full} are not played: the scope {@code gmail.metadata},
 * which is the only one for reading that a gateway needs, allows neither.
 */
final class Reading {

	private static final int USUAL = 100;

	private static final int MOST = 500;

	private static final int SNIPPET = 200;

	private final Mailboxes mailboxes;

	private final Map<String, Next> tokens = new ConcurrentHashMap<>();

	private final AtomicLong lastToken = new AtomicLong(17_777_013_873_299_207L);

	/** A page that follows: of which list, and mails below which number. */
	private record Next(String query, int below) {
	}

	Reading(Mailboxes mailboxes) {
		this.mailboxes = mailboxes;
	}

	/** Ids of messages, the newest first. */
	Answer list(Call call, String mailbox, boolean metadataOnly) {
		if (call.query().containsKey("q")) {
			if (metadataOnly) {
				throw GmailError.forbidden("Metadata scope does not support 'q' parameter");
			}
			return notPlayed("the parameter q");
		}
		int size = size(call.parameter("maxResults"));
		String query = query(call, mailbox);
		int below = below(call.parameter("pageToken"), query);
		Set<String> labels = new HashSet<>(call.query().getOrDefault("labelIds", List.of()));
		List<Mail> fitting = new ArrayList<>();
		for (Mail mail : this.mailboxes.of(mailbox)) {
			if (mail.number() < below && mail.labels().containsAll(labels)) {
				fitting.add(0, mail);
			}
		}
		List<Mail> page = fitting.subList(0, Math.min(size, fitting.size()));
		String next = null;
		if (page.size() < fitting.size()) {
			next = Long.toString(this.lastToken.incrementAndGet());
			this.tokens.put(next, new Next(query, page.get(page.size() - 1).number()));
		}
		List<Map<String, Object>> messages = page.stream()
			.map((mail) -> Json.object("id", mail.id(), "threadId", mail.threadId()))
			.toList();
		return Answer.json(Json.bytes(Json.object("messages", messages.isEmpty() ? null : messages, "nextPageToken",
				next, "resultSizeEstimate", fitting.size())));
	}

	/** One message, as far as the format shows it. */
	Answer get(Call call, String mailbox, String id, boolean metadataOnly) {
		String given = call.parameter("format");
		String format = (given != null) ? given.toUpperCase(Locale.ROOT) : "FULL";
		if (!Set.of("MINIMAL", "METADATA", "RAW", "FULL").contains(format)) {
			throw GmailError.invalidArgument("Invalid value at 'format'");
		}
		if (metadataOnly && (format.equals("FULL") || format.equals("RAW"))) {
			throw GmailError.forbidden("Metadata scope doesn't allow format " + format);
		}
		Mail mail = find(mailbox, id);
		return switch (format) {
			case "FULL" -> notPlayed("the format full");
			case "RAW" ->
				Answer.json(Json.bytes(message(mail, "raw", Base64.getUrlEncoder().encodeToString(mail.eml()))));
			case "METADATA" ->
				Answer.json(Json.bytes(message(mail, "payload", payload(mail, call.query().get("metadataHeaders")))));
			default -> Answer.json(Json.bytes(message(mail, "payload", null)));
		};
	}

	/** What the mailbox holds in all. */
	Answer profile(String mailbox) {
		List<Mail> mails = this.mailboxes.of(mailbox);
		long threads = mails.stream().map(Mail::threadId).distinct().count();
		int latest = mails.isEmpty() ? 0 : mails.get(mails.size() - 1).number();
		return Answer.json(Json.bytes(Json.object("emailAddress", mailbox, "messagesTotal", mails.size(),
				"threadsTotal", threads, "historyId", history(latest))));
	}

	private Mail find(String mailbox, String id) {
		try {
			if (id.length() > 16 || Long.parseLong(id, 16) < 0) {
				throw GmailError.invalidArgument("Invalid id value");
			}
		}
		catch (NumberFormatException ex) {
			throw GmailError.invalidArgument("Invalid id value");
		}
		return this.mailboxes.of(mailbox)
			.stream()
			.filter((mail) -> mail.id().equals(id))
			.findFirst()
			.orElseThrow(GmailError::notFound);
	}

	private static Map<String, Object> message(Mail mail, String name, @Nullable Object content) {
		String text = mail.text().strip().replaceAll("\\s+", " ");
		int end = text.offsetByCodePoints(0, Math.min(text.codePointCount(0, text.length()), SNIPPET));
		String snippet = HtmlUtils.htmlEscape(text.substring(0, end), "UTF-8");
		return Json.object("id", mail.id(), "threadId", mail.threadId(), "labelIds", mail.labels(), "snippet",
				snippet.isEmpty() ? null : snippet, name, content, "sizeEstimate", mail.eml().length, "historyId",
				history(mail.number()), "internalDate", Long.toString(mail.at().toEpochMilli()));
	}

	private static Map<String, Object> payload(Mail mail, @Nullable List<String> wanted) {
		Mime mime = Mime.parse(mail.eml());
		List<Map<String, Object>> headers = new ArrayList<>();
		for (Map.Entry<String, String> header : mime.headers()) {
			if (wanted == null || wanted.stream().anyMatch(header.getKey()::equalsIgnoreCase)) {
				headers.add(Json.object("name", header.getKey(), "value", header.getValue()));
			}
		}
		return Json.object("mimeType", mime.type(), "headers", headers.isEmpty() ? null : headers);
	}

	private static String history(int number) {
		return Long.toString(41_000L + number);
	}

	private int below(@Nullable String token, String query) {
		if (token == null || token.isEmpty()) {
			return Integer.MAX_VALUE;
		}
		Next next = this.tokens.get(token);
		if (next == null || !next.query().equals(query)) {
			throw GmailError.invalidArgument("Invalid pageToken");
		}
		return next.below();
	}

	private static int size(@Nullable String text) {
		if (text == null || text.isEmpty()) {
			return USUAL;
		}
		if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) == 0) {
			throw GmailError.invalidArgument("Invalid maxResults");
		}
		return Math.min(Integer.parseInt(text), MOST);
	}

	/** All that a page token is bound to. */
	private static String query(Call call, String mailbox) {
		Map<String, List<String>> bound = new TreeMap<>(call.query());
		bound.keySet().retainAll(Set.of("labelIds", "includeSpamTrash"));
		return mailbox + bound;
	}

	private static Answer notPlayed(String what) {
		return Answer.text(501, "The rehearsal's Gmail does not play " + what + ". See the class Reading.");
	}

}
