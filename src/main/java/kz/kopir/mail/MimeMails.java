package kz.kopir.mail;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Properties;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;

/**
 * Makes MIME of a composed mail: text and HTML as alternatives, the pictures beside the
 * HTML. Everything in the head is encoded, so that any letter arrives and no line break
 * can begin a header of its own.
 */
final class MimeMails {

	/** Header with the id of the mail in the outbox. */
	static final String ID_HEADER = "X-Kopir-Mail";

	private static final String UTF_8 = StandardCharsets.UTF_8.name();

	/** No session is opened by it; it only says that there are no settings. */
	private final Session session = Session.getInstance(new Properties());

	/**
	 * Makes a mail that can be written out as it is.
	 * @param envelope its head
	 * @param mail its content
	 * @throws IllegalArgumentException when an address cannot be used; the text has no
	 * address in it
	 */
	MimeMessage message(Envelope envelope, Composed mail) {
		try {
			MimeMessage message = new WithItsOwnId(this.session, envelope.messageId());
			message.setFrom(address(envelope.fromAddress(), envelope.fromName(), "sender", envelope));
			message.setRecipient(Message.RecipientType.TO,
					address(envelope.toAddress(), envelope.toName(), "recipient", envelope));
			message.setHeader("Subject", encoded("Subject: ", mail.subject()));
			message.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(envelope.date()));
			message.setHeader(ID_HEADER, envelope.id());
			// Nobody's absence note answers it (RFC 3834).
			message.setHeader("Auto-Submitted", "auto-generated");
			message.setContent(content(mail));
			message.saveChanges();
			return message;
		}
		catch (MessagingException | UnsupportedEncodingException ex) {
			throw new IllegalStateException("The mail " + envelope.id() + " cannot be written as MIME", ex);
		}
	}

	private static InternetAddress address(String address, String name, String whose, Envelope envelope)
			throws UnsupportedEncodingException {
		InternetAddress checked;
		try {
			checked = new InternetAddress(address, true);
			checked.validate();
		}
		catch (AddressException ex) {
			// The reason would tell the address, so it is not passed on.
			throw new IllegalArgumentException(
					"The address of the " + whose + " of mail " + envelope.id() + " is no e-mail address");
		}
		checked.setPersonal(oneLine(name), UTF_8);
		return checked;
	}

	private static String encoded(String header, String text) throws UnsupportedEncodingException {
		return MimeUtility.fold(header.length(), MimeUtility.encodeText(oneLine(text), UTF_8, "B"));
	}

	/** A line break or another control character would end the header. */
	private static String oneLine(String text) {
		return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
	}

	private static Multipart content(Composed mail) throws MessagingException {
		MimeBodyPart text = new MimeBodyPart();
		text.setText(mail.text(), UTF_8, "plain");
		MimeBodyPart html = new MimeBodyPart();
		html.setText(mail.html(), UTF_8, "html");
		return new MimeMultipart("alternative", text, mail.pictures().isEmpty() ? html : withPictures(html, mail));
	}

	private static MimeBodyPart withPictures(MimeBodyPart html, Composed mail) throws MessagingException {
		Multipart related = new MimeMultipart("related", html);
		for (Composed.Picture picture : mail.pictures()) {
			MimeBodyPart part = new MimeBodyPart();
			part.setDataHandler(new DataHandler(new ByteArrayDataSource(picture.png(), "image/png")));
			part.setContentID("<" + picture.name() + ">");
			part.setDisposition(Part.INLINE);
			part.setFileName(picture.name() + ".png");
			related.addBodyPart(part);
		}
		MimeBodyPart whole = new MimeBodyPart();
		whole.setContent(related);
		return whole;
	}

	/** Jakarta Mail gives each message an id of its own when it is saved. */
	private static final class WithItsOwnId extends MimeMessage {

		private final String id;

		private WithItsOwnId(Session session, String id) {
			super(session);
			this.id = id;
		}

		@Override
		protected void updateMessageID() throws MessagingException {
			setHeader("Message-ID", "<" + this.id + ">");
		}

	}

}
