package kz.kopir.rehearsal.gmail;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A mail as it lies in the mailbox that sent it. The text form is number and id alone.
 *
 * @param number counts all mails of the stand-in, from 1 on
 * @param id Gmail's id of the message, 16 hexadecimal digits
 * @param threadId id of the first message of its thread
 * @param mailbox address of the account in whose mailbox it lies
 * @param at when Gmail took it
 * @param labels Gmail's labels, such as {@code SENT}
 * @param kind what its header {@value #KIND_HEADER} says, {@value #BOUNCE} for one that
 * came back, else empty
 * @param recipients the addresses in To, Cc and Bcc, in lower case
 * @param subject its subject, decoded
 * @param eml the message as MIME
 */
public record Mail(int number, String id, String threadId, String mailbox, Instant at, List<String> labels, String kind,
		List<String> recipients, String subject, byte[] eml) {

	/** By this header a gateway says what kind of mail it is. */
	public static final String KIND_HEADER = "X-Kopir-Kind";

	/** Kind of a mail that tells of one that could not be delivered. */
	public static final String BOUNCE = "bounce";

	public Mail {
		labels = List.copyOf(labels);
		recipients = List.copyOf(recipients);
	}

	/** A header, decoded, or null when it has none of this name. */
	public @Nullable String header(String name) {
		return Mime.parse(this.eml).header(name);
	}

	/** Its plain text, empty when it has none. */
	public String text() {
		return Mime.parse(this.eml).body("text/plain");
	}

	/** Its HTML, empty when it has none; pictures inside it are still {@code cid:}. */
	public String html() {
		return Mime.parse(this.eml).body("text/html");
	}

	@Override
	public String toString() {
		return "Mail[" + this.number + ", " + this.id + "]";
	}

}
