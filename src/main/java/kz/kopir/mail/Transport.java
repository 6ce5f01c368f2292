package kz.kopir.mail;

import java.util.Locale;

/**
 * How mails go out.
 */
public enum Transport {

	/** Through Gmail, from the mailbox of the school's sender. */
	GMAIL,

	/** Through an SMTP server. */
	SMTP,

	/** Not at all; nothing is written either. */
	OFF;

	/** As routes and the database name it. */
	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
