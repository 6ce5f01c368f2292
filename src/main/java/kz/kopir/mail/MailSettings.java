package kz.kopir.mail;

import java.time.Duration;
import java.util.Map;

import kz.kopir.school.SchoolId;

/**
 * What the settings say of mails.
 *
 * @param transport how mails go out
 * @param accounts from whom they come, for each school that writes mails
 * @param smtp how to sign in to the SMTP server
 * @param gmailUrl address of Gmail
 * @param connectTimeout time to connect
 * @param responseTimeout time to answer
 * @param messagesPerDay most mails of a school within any 24 hours
 * @param grace time after which a mail that Gmail does not show was surely not accepted
 * @param keepDays days for which the content of a settled mail is kept
 */
public record MailSettings(Transport transport, Map<SchoolId, MailAccount> accounts, SmtpAccount smtp, String gmailUrl,
		Duration connectTimeout, Duration responseTimeout, int messagesPerDay, Duration grace, int keepDays) {

	public MailSettings {
		accounts = Map.copyOf(accounts);
	}

}
