package kz.kopir.mail;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import kz.kopir.digest.Letter;
import kz.kopir.school.SchoolId;
import kz.kopir.staff.StaffMember;
import org.jspecify.annotations.Nullable;

/**
 * Where mails come from: who is told what, and how it is put into words.
 */
final class MailSources {

	private final DueLetters letters;

	private final StandingProblems problems;

	private final Addressees recipients;

	private final Rendering rendering;

	private final OpenHours hours;

	MailSources(DueLetters letters, StandingProblems problems, Addressees recipients, Rendering rendering,
			OpenHours hours) {
		this.letters = letters;
		this.problems = problems;
		this.recipients = recipients;
		this.rendering = rendering;
		this.hours = hours;
	}

	List<Letter> due(SchoolId school, Instant now) {
		return this.letters.due(school, now);
	}

	boolean areOpen(SchoolId school, Instant now) {
		return this.hours.areOpen(school, now);
	}

	Set<Letter.Item> standing(SchoolId school, Collection<Letter.Item> items) {
		return this.problems.standing(school, items);
	}

	Optional<StaffMember> find(SchoolId school, String person) {
		return this.recipients.find(school, person);
	}

	/**
	 * Puts a letter into words.
	 * @throws IllegalStateException when the mail cannot be found again after it was
	 * sent, or would go to anybody else
	 */
	byte[] render(MailHead head, Letter letter) {
		byte[] mime = this.rendering.render(head, letter);
		check(mime, head);
		return mime;
	}

	private static void check(byte[] mime, MailHead head) {
		try {
			InternetHeaders header = new InternetHeaders(new ByteArrayInputStream(mime), true);
			require(head.mailId().equals(header.getHeader(MailHead.MAIL_ID, null)), MailHead.MAIL_ID);
			require(("<" + head.messageId() + ">").equals(header.getHeader("Message-ID", null)), "Message-ID");
			require(header.getHeader("Cc") == null && header.getHeader("Bcc") == null, "Cc and Bcc");
			require(isOnly(head.recipient(), header.getHeader("To", ",")), "To");
		}
		catch (MessagingException ex) {
			throw new IllegalStateException("A mail has no header that can be read");
		}
	}

	private static boolean isOnly(String recipient, @Nullable String header) throws AddressException {
		InternetAddress[] to = InternetAddress.parseHeader((header != null) ? header : "", true);
		return to.length == 1 && recipient.equals(to[0].getAddress());
	}

	private static void require(boolean right, String header) {
		if (!right) {
			throw new IllegalStateException("The header " + header + " of a mail is not what the outbox asked for");
		}
	}

}
