package kz.kopir.setup;

import java.nio.file.Path;
import java.time.Duration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import kz.kopir.mail.SmtpAccount;
import kz.kopir.mail.Transport;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails go out.
 *
 * @param transport through what
 * @param cron when it is looked what is due (Quartz cron, Asia/Almaty)
 * @param messagesPerMinute most mails of a school in a minute
 * @param messagesPerDay most mails of a school within any 24 hours
 * @param grace time after which a mail that Gmail does not show was surely not accepted
 * @param keepDays days for which the content of a settled mail is kept
 * @param smtp the SMTP server
 */
record MailWay(@DefaultValue("off") Transport transport, @NotBlank @DefaultValue("0 * * * * ?") String cron,
		@Min(1) @DefaultValue("60") int messagesPerMinute, @Min(1) @DefaultValue("2000") int messagesPerDay,
		@DefaultValue("10m") Duration grace, @Min(0) @DefaultValue("7") int keepDays, @Valid @DefaultValue Smtp smtp) {

	/**
	 * The SMTP server.
	 *
	 * @param host its name
	 * @param port its port
	 * @param user who signs in, or null
	 * @param passwordFile file with the password, or null
	 * @param security how the connection is kept from being read
	 */
	record Smtp(@NotBlank @DefaultValue("localhost") String host, @Min(1) @Max(65535) @DefaultValue("587") int port,
			@Nullable String user, @Nullable Path passwordFile,
			@DefaultValue("starttls") SmtpAccount.Security security) {
	}

}
