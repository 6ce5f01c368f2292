package kz.kopir.mail;

import org.jspecify.annotations.Nullable;

/**
 * From whom the mails of a school come.
 *
 * @param sender address of the mailbox
 * @param name as the sender is shown
 * @param gmail how to sign in to Gmail, null when mails go through an SMTP server
 */
public record MailAccount(String sender, String name, @Nullable GmailAccount gmail) {

	/**
	 * @throws IllegalArgumentException when the sender is no address
	 */
	public MailAccount {
		if (!sender.matches("[^\\s@<>]+@[A-Za-z0-9.-]+")) {
			throw new IllegalArgumentException("The sender is no address of a mailbox.");
		}
	}

	/** Domain of the sender's address. */
	String domain() {
		return this.sender.substring(this.sender.indexOf('@') + 1);
	}

	@Override
	public String toString() {
		return "MailAccount[" + this.gmail + "]";
	}

}
