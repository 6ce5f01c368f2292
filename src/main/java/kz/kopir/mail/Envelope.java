package kz.kopir.mail;

import java.time.ZonedDateTime;
import java.util.regex.Pattern;

/**
 * What stands in the head of a mail beside its subject. Its text form has neither name
 * nor address.
 *
 * @param id id of the mail in the outbox, told in a header of its own
 * @param messageId the Message-ID without its brackets, the same at every attempt
 * @param fromName name of the sender
 * @param fromAddress address of the sender
 * @param toName name of the person
 * @param toAddress address of the person
 * @param date moment of the mail, told in its time zone
 */
record Envelope(String id, String messageId, String fromName, String fromAddress, String toName, String toAddress,
		ZonedDateTime date) {

	private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._-]+");

	private static final Pattern MESSAGE_ID = Pattern.compile("[A-Za-z0-9._-]+@[A-Za-z0-9.-]+");

	Envelope {
		if (!TOKEN.matcher(id).matches()) {
			throw new IllegalArgumentException("The id of a mail has letters, digits, dots, hyphens and _ only");
		}
		if (!MESSAGE_ID.matcher(messageId).matches()) {
			throw new IllegalArgumentException("The Message-ID of mail " + id + " is not like name@host");
		}
	}

	@Override
	public String toString() {
		return "Envelope[" + this.id + "]";
	}

}
