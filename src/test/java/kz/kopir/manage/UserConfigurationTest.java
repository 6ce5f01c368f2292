package kz.kopir.manage;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

class UserConfigurationTest {

	private static final String PASSWORD = "correct horse battery";

	private static final String HASH = new BCryptPasswordEncoder(4).encode(PASSWORD);

	private final ApplicationContextRunner gateway = new ApplicationContextRunner()
		.withUserConfiguration(UserConfiguration.class);

	private final ApplicationContextRunner rehearsal = this.gateway
		.withPropertyValues("spring.profiles.active=rehearsal");

	@Test
	void withoutAPasswordTheGatewayDoesNotStartAndSaysWhatToSet() {
		this.gateway.run((context) -> {
			assertThat(context).hasFailed();
			FailureAnalysis analysis = new PasswordUnusableFailureAnalyzer().analyze(context.getStartupFailure());
			assertThat(analysis).isNotNull();
			assertThat(analysis.getDescription()).contains("has no password");
			assertThat(analysis.getAction()).contains("hash-password", "KOPIR_MANAGE_PASSWORDHASH",
					"kopir.manage.password-file");
		});
	}

	@Test
	void anEmptyHashIsNoPassword() {
		this.gateway.withPropertyValues("kopir.manage.password-hash=")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("The management endpoint has no password"));
	}

	@Test
	void theRehearsalMakesUpAPasswordForEachStart() {
		this.rehearsal.run((first) -> this.rehearsal.run((second) -> {
			String password = first.getBean(ManageAccess.class).generatedPassword();
			assertThat(password).hasSize(20).isNotEqualTo(second.getBean(ManageAccess.class).generatedPassword());
			assertThat(first.getBean(PasswordEncoder.class)
				.matches(password, first.getBean(UserDetailsService.class).loadUserByUsername("kopir").getPassword()))
				.isTrue();
			assertThat(first.getBean(ManageAccess.class).toString()).doesNotContain(password);
		}));
	}

	@Test
	void aConfiguredPasswordCountsInTheRehearsalToo() {
		this.rehearsal.withPropertyValues("kopir.manage.password-hash=" + HASH, "kopir.manage.user=it")
			.run((context) -> {
				assertThat(context.getBean(ManageAccess.class)).isEqualTo(new ManageAccess("it", null));
				assertThat(context.getBean(UserDetailsService.class).loadUserByUsername("it").getPassword())
					.isEqualTo(HASH);
			});
	}

	@Test
	void theHashMayStandInAFile(@TempDir Path folder) throws Exception {
		Path file = Files.writeString(folder.resolve("hash"), HASH + "\n");
		this.gateway.withPropertyValues("kopir.manage.password-file=" + file)
			.run((context) -> assertThat(
					context.getBean(UserDetailsService.class).loadUserByUsername("kopir").getPassword())
				.isEqualTo(HASH));
	}

	@Test
	void aFileThatCannotBeReadIsNamed(@TempDir Path folder) {
		Path file = folder.resolve("nowhere");
		this.gateway.withPropertyValues("kopir.manage.password-file=" + file)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(PasswordUnusable.class)
				.hasMessageContaining(file.toString()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "secret", "$2a$10$tooshort", "{noop}secret" })
	void aPasswordInPlainTextIsNotTakenForAHashAndNotRepeated(String value) {
		this.gateway.withPropertyValues("kopir.manage.password-hash=" + value)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(PasswordUnusable.class)
				.hasMessageContaining("kopir.manage.password-hash")
				.hasMessageNotContaining(value));
	}

	@Test
	void theCommandPrintsAHashThatFits() {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		int exit = PasswordHash.print(PASSWORD, new PrintStream(out, true, StandardCharsets.UTF_8));
		assertThat(exit).isZero();
		assertThat(new BCryptPasswordEncoder().matches(PASSWORD, out.toString(StandardCharsets.UTF_8).strip()))
			.isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "short", "құпиясөзқұпиясөзқұпиясөзқұпиясөзқұпиясөз" })
	void aPasswordThatBcryptWouldCutOrThatIsTooShortGetsNoHash(String password) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		assertThat(PasswordHash.print(password, new PrintStream(out, true, StandardCharsets.UTF_8))).isEqualTo(1);
		assertThat(out.toString(StandardCharsets.UTF_8)).contains("No hash was made").doesNotContain("$2");
	}

}
