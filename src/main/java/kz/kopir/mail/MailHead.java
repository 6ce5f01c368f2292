package kz.kopir.mail;

import java.time.Instant;

import kz.kopir.school.SchoolId;

/**
 * What stands in the header of a mail, whatever it says.
 *
 * @param school the school
 * @param mailId id of the mail, header {@value #MAIL_ID}; by it a sent mail is found
 * again
 * @param messageId what stands in the header Message-ID, without its angle brackets
 * @param senderName as the sender is shown
 * @param sender address of the sender
 * @param recipient address of the only recipient
 * @param date header Date
 */
public record MailHead(SchoolId school, String mailId, String messageId, String senderName, String sender,
		String recipient, Instant date) {

	/** The header with the id of the mail. */
	public static final String MAIL_ID = "X-Kopir-Mail";

	/** Names the mail alone: this text may reach a log. */
	@Override
	public String toString() {
		return "MailHead[" + this.mailId + "]";
	}

}
