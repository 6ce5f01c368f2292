package kz.kopir.mail;

import org.jspecify.annotations.Nullable;

/**
 * Something else than a mail came to the point where mails are handed over. Google's
 * component would print it, together with its own settings, so it does not get there.
 */
public class MailBodyRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	MailBodyRefused(@Nullable Object body) {
		super("A route hands over " + ((body != null) ? "a " + body.getClass().getSimpleName() : "nothing")
				+ " where a mail is expected. Nothing was sent. Compare the route with the one that came with the gateway.");
	}

}
