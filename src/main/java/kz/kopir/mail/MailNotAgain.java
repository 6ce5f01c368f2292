package kz.kopir.mail;

/**
 * A mail is not sent again as a person asked. Nothing was changed.
 */
public class MailNotAgain extends Exception {

	private static final long serialVersionUID = 1L;

	private final boolean known;

	MailNotAgain(boolean known, String message) {
		super(message);
		this.known = known;
	}

	/** Whether there is such a mail at all. */
	public boolean isKnown() {
		return this.known;
	}

}
