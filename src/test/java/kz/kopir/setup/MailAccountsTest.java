package kz.kopir.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import kz.kopir.mail.MailSettings;
import kz.kopir.mail.SmtpAccount;
import kz.kopir.mail.Transport;
import kz.kopir.school.SchoolId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MailAccountsTest {

	private static final SchoolId SCHOOL = new SchoolId("mektep1");

	@TempDir
	private Path folder;

	@Test
	void nothingIsWrittenUntilASchoolSaysHow() {
		MailSettings mails = mails(Map.of("schools.mektep1.mail.sender", "kopir@school.example"));
		assertThat(mails.transport()).isEqualTo(Transport.OFF);
		assertThat(mails.accounts()).isEmpty();
		assertThat(mails.messagesPerDay()).isEqualTo(2000);
		assertThat(mails.grace()).isEqualTo(Duration.ofMinutes(10));
	}

	@Test
	void aSchoolWithoutASenderWritesNone() {
		assertThat(mails(Map.of("mail.transport", "gmail")).accounts()).isEmpty();
	}

	@Test
	void aServiceAccountSendsForTheSendersMailbox() {
		MailSettings mails = mails(
				Map.of("mail.transport", "gmail", "schools.mektep1.mail.sender", "kopir@school.example"));
		assertThat(mails.accounts().get(SCHOOL)).satisfies((account) -> {
			assertThat(account.sender()).isEqualTo("kopir@school.example");
			assertThat(account.name()).isEqualTo("Kopir");
			assertThat(account.gmail()).hasToString("GmailAccount[service account]");
		});
	}

	@Test
	void theMailboxMayHaveARefreshTokenOfItsOwn() throws IOException {
		Path token = Files.writeString(this.folder.resolve("token"), "s3cret\n");
		MailSettings mails = mails(
				Map.of("mail.transport", "gmail", "schools.mektep1.mail.sender", "kopir@school.example",
						"schools.mektep1.google.client-id", "client", "schools.mektep1.google.client-secret", "secret",
						"schools.mektep1.mail.refresh-token-file", token.toString()));
		assertThat(mails.accounts().get(SCHOOL).gmail())
			.satisfies((gmail) -> assertThat(gmail.refreshToken()).isEqualTo("s3cret"));
	}

	@Test
	void anSmtpServerNeedsNothingOfGoogle() throws IOException {
		Path password = Files.writeString(this.folder.resolve("password"), "s3cret\n");
		MailSettings mails = mails(Map.of("mail.transport", "smtp", "schools.mektep1.mail.sender",
				"kopir@school.example", "mail.smtp.user", "kopir", "mail.smtp.password-file", password.toString()));
		assertThat(mails.accounts().get(SCHOOL).gmail()).isNull();
		assertThat(mails.smtp()).isEqualTo(new SmtpAccount(SmtpAccount.Security.STARTTLS, "kopir", "s3cret"));
	}

	@ParameterizedTest
	@CsvSource({ "schools.mektep1.mail.sender, Kopir <kopir>, kopir.schools.mektep1.mail: The sender is no address",
			"schools.mektep1.mail.refresh-token-file, no/such/file, cannot be read from no/such/file",
			"mail.smtp.user, kopir, kopir.mail.smtp: Signing in to the SMTP server needs a user and a password",
			"mail.cron, every minute, kopir.mail.cron: «every minute» is no Quartz cron expression",
			"schools.[mektep 1].mail.sender, kopir@school.example, kopir.schools.mektep 1.mail" })
	void whatCannotBeUsedStopsTheStartWithItsName(String setting, String value, String told) {
		Map<String, String> settings = new HashMap<>(
				Map.of("mail.transport", "gmail", "schools.mektep1.mail.sender", "kopir@school.example"));
		settings.put(setting, value);
		assertThatThrownBy(() -> mails(settings)).isInstanceOf(SettingUnusable.class).hasMessageContaining(told);
	}

	private static MailSettings mails(Map<String, String> settings) {
		Map<String, String> all = new HashMap<>();
		for (String school : new String[] { "mektep1", "[mektep 1]" }) {
			if (school.equals("mektep1") || settings.keySet().stream().anyMatch((key) -> key.contains(school))) {
				all.put("kopir.schools." + school + ".google.service-account-key", "key.json");
				all.put("kopir.schools." + school + ".journal.school-id", "1");
				all.put("kopir.schools." + school + ".journal.client-id", "id");
				all.put("kopir.schools." + school + ".journal.client-secret", "secret");
				all.put("kopir.schools." + school + ".journal.refresh-token-file", "token");
			}
		}
		settings.forEach((key, value) -> all.put("kopir." + key, value));
		return new MailAccounts()
			.mailSettings(new Binder(new MapConfigurationPropertySource(all)).bind("kopir", KopirSettings.class).get());
	}

}
