package kz.kopir.rehearsal.gmail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.jspecify.annotations.Nullable;

/**
 * The report that comes back when an address does not exist (RFC 3464), as Gmail words
 * it.
 */
final class Bounce {

	private static final String TEXT = """

			** Address not found **

			Your message wasn't delivered to %1$s because the address couldn't be found, or is unable to receive mail.

			The response was:

			550 5.1.1 The email account that you tried to reach does not exist. Please try double-checking the recipient's email address for typos or unnecessary spaces.
			""";

	private static final String STATUS = """
			Reporting-MTA: dns; googlemail.com
			Arrival-Date: %2$s
			X-Original-Message-ID: %3$s

			Final-Recipient: rfc822; %1$s
			Action: failed
			Status: 5.1.1
			Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist.
			Last-Attempt-Date: %2$s
			""";

	private Bounce() {
	}

	static MimeMessage of(Mail sent, String address, Instant at, String messageId) throws MessagingException {
		MimeMessage bounce = Mime.blank();
		bounce.setHeader("From", "Mail Delivery Subsystem <mailer-daemon@googlemail.com>");
		bounce.setRecipients(Message.RecipientType.TO, sent.mailbox());
		bounce.setSubject("Delivery Status Notification (Failure)");
		bounce.setSentDate(Date.from(at));
		bounce.setHeader("Auto-Submitted", "auto-replied");
		bounce.setHeader("X-Failed-Recipients", address);
		@Nullable String original = sent.header("Message-ID");
		bounce.setHeader("In-Reply-To", String.valueOf(original));
		bounce.setHeader("References", String.valueOf(original));
		MimeMultipart report = new MimeMultipart("report; report-type=delivery-status");
		MimeBodyPart text = new MimeBodyPart();
		text.setText(TEXT.formatted(address), "UTF-8");
		report.addBodyPart(text);
		report.addBodyPart(part("message/delivery-status",
				STATUS.formatted(address, bounce.getHeader("Date", null), original).getBytes(StandardCharsets.UTF_8)));
		report.addBodyPart(part("message/rfc822", sent.eml()));
		bounce.setContent(report);
		bounce.saveChanges();
		bounce.setHeader("Message-ID", messageId);
		return bounce;
	}

	private static MimeBodyPart part(String type, byte[] content) throws MessagingException {
		InternetHeaders headers = new InternetHeaders();
		headers.addHeader("Content-Type", type);
		return new MimeBodyPart(headers, content);
	}

}
