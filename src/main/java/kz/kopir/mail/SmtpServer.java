package kz.kopir.mail;

import java.util.Properties;

import org.apache.camel.component.mail.MailComponent;
import org.apache.camel.component.mail.MailConfiguration;

/**
 * How the mail component talks to the SMTP server. User and password stand here and in no
 * route.
 */
final class SmtpServer {

	private SmtpServer() {
	}

	static void configure(MailComponent component, MailSettings settings) {
		MailConfiguration configuration = new MailConfiguration(component.getCamelContext());
		if (settings.smtp().user() != null) {
			configuration.setUsername(settings.smtp().user());
			configuration.setPassword(settings.smtp().password());
		}
		configuration.setJavaMailProperties(properties(settings));
		component.setConfiguration(configuration);
	}

	/** Properties of Jakarta Mail; all times in milliseconds. */
	static Properties properties(MailSettings settings) {
		SmtpAccount smtp = settings.smtp();
		String answer = String.valueOf(settings.responseTimeout().toMillis());
		Properties properties = new Properties();
		properties.setProperty("mail.smtp.connectiontimeout", String.valueOf(settings.connectTimeout().toMillis()));
		properties.setProperty("mail.smtp.timeout", answer);
		properties.setProperty("mail.smtp.writetimeout", answer);
		properties.setProperty("mail.smtp.auth", String.valueOf(smtp.user() != null));
		boolean startTls = smtp.security() == SmtpAccount.Security.STARTTLS;
		properties.setProperty("mail.smtp.starttls.enable", String.valueOf(startTls));
		properties.setProperty("mail.smtp.starttls.required", String.valueOf(startTls));
		properties.setProperty("mail.smtp.ssl.enable", String.valueOf(smtp.security() == SmtpAccount.Security.TLS));
		properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
		return properties;
	}

}
