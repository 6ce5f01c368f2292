package kz.kopir.mail;

import java.time.Instant;

import kz.kopir.school.SchoolId;

/**
 * Says when people may be written to. A mail that waited for a mail service does not go
 * out at night for that.
 */
@FunctionalInterface
public interface OpenHours {

	/**
	 * Whether mails of a school may go out at a moment.
	 */
	boolean areOpen(SchoolId school, Instant now);

}
