package kz.kopir.rehearsal.gmail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.http.Call;
import org.jspecify.annotations.Nullable;

/**
 * {@code messages.send}: unpacks the request, reads the mail as Gmail does, and hands it
 * to the post. Stricter than Gmail in one point: a mail without From is refused, while
 * Gmail puts the mailbox's own address into it. A From that is not the mailbox's is
 * replaced by it without a word, as Gmail does. Threads are not played: each mail begins
 * one.
 */
final class Sending {

	/** What a decoded message may have, in bytes. */
	static final int MOST_BYTES = 36_700_160;

	/** To, Cc and Bcc together. */
	static final int MOST_RECIPIENTS = 100;

	/** A message of the largest size, encoded, and a little around it. */
	private static final int MOST_JSON = MOST_BYTES / 3 * 4 + 1_048_576;

	private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
		.streamReadConstraints(StreamReadConstraints.builder().maxStringLength(MOST_JSON).build())
		.build());

	private final Post post;

	Sending(Post post) {
		this.post = post;
	}

	Answer send(Call call, String mailbox) {
		byte[] json = unpacked(call);
		if (json.length > MOST_JSON) {
			return GmailApi.page(413, "Request Entity Too Large");
		}
		byte[] raw = raw(json);
		if (raw.length > MOST_BYTES) {
			return GmailApi.page(413, "Request Entity Too Large");
		}
		Mail mail = this.post.take(mailbox, message(raw, mailbox));
		return Answer
			.json(Json.bytes(Json.object("id", mail.id(), "threadId", mail.threadId(), "labelIds", mail.labels())));
	}

	private static byte[] unpacked(Call call) {
		String encoding = call.header("content-encoding");
		if (encoding == null || !encoding.toLowerCase(Locale.ROOT).contains("gzip")) {
			return call.body();
		}
		try (InputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(call.body()))) {
			return unzipped.readNBytes(MOST_JSON + 1);
		}
		catch (IOException ex) {
			throw GmailError.badRequest("Request body is not a valid gzip stream.");
		}
	}

	private static byte[] raw(byte[] json) {
		JsonNode raw;
		try {
			raw = JSON.readTree(json).path("raw");
		}
		catch (JsonProcessingException ex) {
			throw GmailError.badRequest("Invalid JSON payload received. Parsing error.");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		if (!raw.isTextual() || raw.textValue().isEmpty()) {
			throw GmailError
				.badRequest("'raw' RFC822 payload message string or uploading message via /upload/* URL required");
		}
		try {
			return Base64.getUrlDecoder().decode(raw.textValue());
		}
		catch (IllegalArgumentException ex) {
			throw GmailError.badRequest("Invalid value at 'message.raw' (TYPE_BYTES), Base64 decoding failed");
		}
	}

	private static Outgoing message(byte[] raw, String mailbox) {
		try {
			MimeMessage message = Mime.parse(raw).message();
			List<InternetAddress> from = addresses(message, "From");
			if (from.size() != 1) {
				throw GmailError.invalidArgument("Invalid From header");
			}
			List<String> to = new ArrayList<>();
			for (String header : List.of("To", "Cc", "Bcc")) {
				addresses(message, header).forEach((one) -> to.add(one.getAddress().toLowerCase(Locale.ROOT)));
			}
			if (to.isEmpty()) {
				throw GmailError.invalidArgument("Recipient address required");
			}
			if (to.size() > MOST_RECIPIENTS) {
				throw GmailError.invalidArgument("Too many recipients");
			}
			InternetAddress sender = from.get(0);
			if (!sender.getAddress().equalsIgnoreCase(mailbox)) {
				sender.setAddress(mailbox);
				message.setHeader("From", sender.toString());
			}
			return new Outgoing(message, to);
		}
		catch (MessagingException | IllegalArgumentException ex) {
			throw GmailError.invalidArgument("Invalid message");
		}
	}

	private static List<InternetAddress> addresses(MimeMessage message, String header) throws MessagingException {
		@Nullable String value = message.getHeader(header, ",");
		List<InternetAddress> all = new ArrayList<>();
		if (value == null) {
			return all;
		}
		try {
			for (InternetAddress address : InternetAddress.parse(value, true)) {
				InternetAddress[] group = address.isGroup() ? address.getGroup(true) : null;
				for (InternetAddress one : (group != null) ? group : new InternetAddress[] { address }) {
					one.validate();
					if (!one.getAddress().matches("[^@]+@[^@.]+(\\.[^@.]+)+")) {
						throw new AddressException("an address without a domain");
					}
					all.add(one);
				}
			}
		}
		catch (AddressException ex) {
			throw GmailError.invalidArgument("Invalid " + header + " header");
		}
		return all;
	}

	/**
	 * A mail that may go out.
	 *
	 * @param message the message
	 * @param recipients the addresses in To, Cc and Bcc, in lower case
	 */
	record Outgoing(MimeMessage message, List<String> recipients) {

		Outgoing {
			recipients = List.copyOf(recipients);
		}

	}

}
