package kz.kopir.mail;

import kz.kopir.digest.Letter;

/**
 * Makes of a letter the mail as it goes over the wire (RFC 5322, lines ending in CRLF).
 */
@FunctionalInterface
public interface Rendering {

	/**
	 * Renders a letter.
	 * @param head what must stand in its header
	 * @param letter what it says
	 * @return its bytes
	 */
	byte[] render(MailHead head, Letter letter);

}
