package kz.kopir.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import kz.kopir.mail.GmailAccount;
import kz.kopir.mail.MailAccount;
import kz.kopir.mail.MailSettings;
import kz.kopir.mail.SmtpAccount;
import kz.kopir.mail.Transport;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the settings say of mails.
 */
@Configuration(proxyBeanMethods = false)
class MailAccounts {

	/** The id becomes a part of the name by which routes call the school's mailbox. */
	private static final Pattern USABLE_IN_A_ROUTE = Pattern.compile("[A-Za-z0-9-]+");

	@Bean
	MailSettings mailSettings(KopirSettings settings) {
		MailWay way = settings.mail();
		cron(way.cron());
		return new MailSettings(way.transport(), accounts(settings), smtp(way.smtp()), settings.gmail().url(),
				settings.retry().connectTimeout(), settings.retry().responseTimeout(), way.messagesPerDay(),
				way.grace(), way.keepDays());
	}

	private static Map<SchoolId, MailAccount> accounts(KopirSettings settings) {
		Map<SchoolId, MailAccount> accounts = new LinkedHashMap<>();
		settings.schools().forEach((id, school) -> {
			String sender = school.mail().sender();
			if (sender == null || settings.mail().transport() == Transport.OFF) {
				return;
			}
			boolean gmail = settings.mail().transport() == Transport.GMAIL;
			if (gmail && !USABLE_IN_A_ROUTE.matcher(id).matches()) {
				throw unusable(id, "Mails of a school with this id cannot go through Gmail.",
						"Use letters, digits and hyphens alone for the id of the school.", null);
			}
			try {
				accounts.put(new SchoolId(id), new MailAccount(sender, school.mail().fromName(),
						gmail ? gmail(school.google(), school.mail()) : null));
			}
			catch (IllegalArgumentException ex) {
				throw unusable(id, String.valueOf(ex.getMessage()),
						"Give the address of the mailbox from which mails shall come, and a way to sign in to it.", ex);
			}
		});
		return accounts;
	}

	private static GmailAccount gmail(KopirSettings.Google google, MailSender mail) {
		Path token = (mail.refreshTokenFile() != null) ? mail.refreshTokenFile() : google.refreshTokenFile();
		return new GmailAccount(google.serviceAccountKey(), google.clientId(), google.clientSecret(),
				(token != null) ? secret("The refresh token", token) : null, google.tokenUri());
	}

	private static SmtpAccount smtp(MailWay.Smtp smtp) {
		try {
			Path file = smtp.passwordFile();
			return new SmtpAccount(smtp.security(), smtp.user(), (file != null) ? secret("The password", file) : null);
		}
		catch (IllegalArgumentException ex) {
			throw new SettingUnusable("kopir.mail.smtp", String.valueOf(ex.getMessage()),
					"Give user and password-file, or none of them.", ex);
		}
	}

	private static String secret(String what, Path file) {
		try {
			return Files.readString(file).trim();
		}
		catch (IOException ex) {
			throw new IllegalArgumentException(what + " cannot be read from " + file
					+ ". Create the file with it as its only line, readable for the gateway.", ex);
		}
	}

	private static void cron(String cron) {
		try {
			CronExpression.validateExpression(cron);
		}
		catch (ParseException ex) {
			throw new SettingUnusable("kopir.mail.cron", "«" + cron + "» is no Quartz cron expression.",
					"Give six or seven fields, for example 0 * * * * ? for every minute.", ex);
		}
	}

	private static SettingUnusable unusable(String school, String meaning, String action, @Nullable Throwable cause) {
		return new SettingUnusable("kopir.schools." + school + ".mail", meaning, action, cause);
	}

}
