package kz.kopir.rehearsal.gmail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import kz.kopir.rehearsal.gmail.GmailSettings.MessageIds;
import kz.kopir.rehearsal.gmail.GmailSettings.Switches;
import kz.kopir.rehearsal.gmail.Sending.Outgoing;
import org.jspecify.annotations.Nullable;

/**
 * Takes mails that go out, one after the other: counts them, gives them Gmail's ids,
 * keeps them in the sender's mailbox and in the folder, and sends back what nobody can
 * have.
 */
final class Post {

	private static final int ID_LENGTH = 50;

	private final Mailboxes mailboxes;

	private final @Nullable MailFolder folder;

	private final Quotas quotas;

	private final Supplier<Switches> switches;

	private final Clock clock;

	private int number;

	Post(Mailboxes mailboxes, @Nullable MailFolder folder, Quotas quotas, Supplier<Switches> switches, Clock clock) {
		this.mailboxes = mailboxes;
		this.folder = folder;
		this.quotas = quotas;
		this.switches = switches;
		this.clock = clock;
	}

	/**
	 * Takes a mail.
	 * @param mailbox who sends it
	 * @param mail the mail
	 * @return it, as it lies in the mailbox now
	 * @throws GmailError 429 when the mailbox has sent all that it may in a day
	 */
	synchronized Mail take(String mailbox, Outgoing mail) {
		this.quotas.send(mailbox, mail.recipients().size());
		Switches now = this.switches.get();
		Instant at = this.clock.instant();
		try {
			MimeMessage message = mail.message();
			int own = ++this.number;
			String id = id(at, own);
			if (now.messageIds() == MessageIds.REPLACED || message.getMessageID() == null) {
				message.setHeader("Message-ID", messageId(id));
			}
			if (message.getHeader("Date") == null) {
				message.setSentDate(Date.from(at));
			}
			Mail sent = keep(own, id, id, mailbox, at, labels(mailbox, mail.recipients()), kind(message),
					mail.recipients(), message);
			for (String address : mail.recipients().stream().distinct().toList()) {
				if (now.unknownAddresses().contains(address)) {
					sendBack(sent, address, at);
				}
			}
			return sent;
		}
		catch (MessagingException ex) {
			throw new IllegalStateException("A mail that was read cannot be written", ex);
		}
	}

	private void sendBack(Mail sent, String address, Instant at) throws MessagingException {
		int own = ++this.number;
		String id = id(at, own);
		MimeMessage bounce = Bounce.of(sent, address, at, "<" + id + "@mx.google.com>");
		keep(own, id, sent.threadId(), sent.mailbox(), at, List.of("UNREAD", "CATEGORY_UPDATES", "INBOX"), Mail.BOUNCE,
				List.of(sent.mailbox()), bounce);
	}

	private Mail keep(int own, String id, String threadId, String mailbox, Instant at, List<String> labels, String kind,
			List<String> recipients, MimeMessage message) throws MessagingException {
		byte[] eml = Mime.bytes(message);
		String subject = Mime.parse(eml).header("Subject");
		Mail mail = new Mail(own, id, threadId, mailbox, at, labels, kind, recipients, (subject != null) ? subject : "",
				eml);
		MailFolder files = this.folder;
		if (files != null) {
			files.write(mail);
		}
		this.mailboxes.add(mail);
		return mail;
	}

	private static List<String> labels(String mailbox, List<String> recipients) {
		List<String> labels = new ArrayList<>();
		if (recipients.contains(mailbox.toLowerCase(Locale.ROOT))) {
			labels.add("UNREAD");
			labels.add("INBOX");
		}
		labels.add("SENT");
		return labels;
	}

	private static String kind(MimeMessage message) throws MessagingException {
		String kind = message.getHeader(Mail.KIND_HEADER, ",");
		return (kind != null) ? kind.strip() : "";
	}

	/** As Gmail's: the time in 11 hexadecimal digits, then 5 more. */
	private static String id(Instant at, int number) {
		return String.format(Locale.ROOT, "%011x%05x", at.toEpochMilli(), number & 0xfffff);
	}

	/** As Gmail's: says nothing to anybody. */
	private static String messageId(String id) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-512").digest(id.getBytes(StandardCharsets.US_ASCII));
			return "<CA" + Base64.getUrlEncoder().encodeToString(hash).substring(0, ID_LENGTH) + "@mail.gmail.com>";
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("This JDK has no SHA-512", ex);
		}
	}

}
