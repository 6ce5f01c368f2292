package kz.kopir.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import kz.kopir.digest.Letter;
import kz.kopir.policy.SchoolPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Puts letters into words and makes MIME of them.
 */
final class MimeLetters implements Rendering {

	/** By it a mailbox may sort. */
	private static final String KIND_HEADER = "X-Kopir-Kind";

	private final Composer composer = new Composer();

	private final MimeMails mime = new MimeMails();

	private final MailFacts facts;

	private final URI console;

	private final ZoneId zone;

	MimeLetters(MailFacts facts, URI console, ZoneId zone) {
		this.facts = facts;
		this.console = console;
		this.zone = zone;
	}

	@Override
	public byte[] render(MailHead head, Letter letter) {
		SchoolPolicy.TechnicalSupport support = this.facts.policy(head.school()).technicalSupport();
		MailContext context = new MailContext(this.facts.name(head.school()), this.console, text(support.name()),
				text(support.phone()), this.zone);
		MimeMessage message = this.mime.message(new Envelope(head.mailId(), head.messageId(), head.senderName(),
				head.sender(), letter.to().name(), head.recipient(), head.date().atZone(this.zone)),
				this.composer.compose(letter, context));
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			message.setHeader(KIND_HEADER, letter.kind().name().toLowerCase(Locale.ROOT));
			message.writeTo(bytes);
			return bytes.toByteArray();
		}
		catch (MessagingException ex) {
			throw new IllegalStateException("The mail " + head.mailId() + " cannot be written out", ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A policy without it does not count, so it is there. */
	private static String text(@Nullable String field) {
		return (field != null) ? field : "";
	}

}
