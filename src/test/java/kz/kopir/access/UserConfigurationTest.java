package kz.kopir.access;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

import kz.kopir.audit.Audit;
import kz.kopir.testing.TestDatabase;
import kz.kopir.testing.TestDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

class UserConfigurationTest {

	private static final String PASSWORD = "correct horse battery";

	private static final String HASH = new BCryptPasswordEncoder(4).encode(PASSWORD);

	private static final String DEPUTY = "kopir.manage.users.deputy.";

	private static final TestDatabase DATABASE = TestDatabases.sqlite();

	private final ApplicationContextRunner gateway = new ApplicationContextRunner()
		.withUserConfiguration(UserConfiguration.class)
		.withBean(Clock.class, Clock::systemUTC)
		.withBean(Audit.class, () -> new Audit(DATABASE.template(), DATABASE.transactions(), Clock.systemUTC()));

	private final ApplicationContextRunner rehearsal = this.gateway
		.withPropertyValues("spring.profiles.active=rehearsal");

	@AfterAll
	static void close() {
		DATABASE.close();
	}

	@Test
	void withoutAUserTheGatewayDoesNotStartAndSaysWhatToSet() {
		this.gateway.run((context) -> {
			assertThat(context).hasFailed();
			FailureAnalysis analysis = new AccessUnusableFailureAnalyzer().analyze(context.getStartupFailure());
			assertThat(analysis).isNotNull();
			assertThat(analysis.getDescription()).contains("Nobody may sign in");
			assertThat(analysis.getAction()).contains("hash-password", "kopir.manage.users.<name>.password-file",
					"kopir.manage.users.<name>.roles");
		});
	}

	@Test
	void anEmptyHashIsNoPassword() {
		this.gateway.withPropertyValues(DEPUTY + "password-hash=", DEPUTY + "roles=viewer")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("The user deputy has no password"));
	}

	@Test
	void anAddressAloneIsNoWayInWhereNoProviderOfAccountsIsSet() {
		this.gateway.withPropertyValues(DEPUTY + "email=d@school.example", DEPUTY + "roles=viewer")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("no account elsewhere"));
	}

	@Test
	void theRehearsalMakesUpAPasswordForEachStart() {
		this.rehearsal.run((first) -> this.rehearsal.run((second) -> {
			String password = first.getBean(ManageAccess.class).generatedPassword();
			assertThat(password).hasSize(20).isNotEqualTo(second.getBean(ManageAccess.class).generatedPassword());
			assertThat(first.getBean(ManageAccess.class).users()).startsWith("kopir").contains("approver");
			assertThat(first.getBean(PasswordEncoder.class)
				.matches(password, first.getBean(GuardedSignIn.class).details("kopir").getPassword())).isTrue();
			assertThat(first.getBean(ManageAccess.class).toString()).doesNotContain(password);
			assertThat(first.getBean(Users.class).find("kopir")).map(GatewayUser::roles)
				.hasValueSatisfying((roles) -> assertThat(roles).containsExactlyInAnyOrder(Role.values()));
		}));
	}

	@Test
	void configuredUsersCountInTheRehearsalTooAndAloneThen() {
		this.rehearsal
			.withPropertyValues(DEPUTY + "password-hash=" + HASH, DEPUTY + "roles=viewer, data-viewer",
					DEPUTY + "language=ru")
			.run((context) -> {
				assertThat(context.getBean(ManageAccess.class).generatedPassword()).isNull();
				assertThat(context.getBean(Users.class).all()).singleElement().satisfies((user) -> {
					assertThat(user.name()).isEqualTo("deputy");
					assertThat(user.roles()).containsExactlyInAnyOrder(Role.VIEWER, Role.DATA_VIEWER);
					assertThat(user.language()).isEqualTo("ru");
				});
				assertThat(context.getBean(GuardedSignIn.class).details("deputy").getPassword()).isEqualTo(HASH);
			});
	}

	@Test
	void theHashMayStandInAFile(@TempDir Path folder) throws Exception {
		Path file = Files.writeString(folder.resolve("hash"), HASH + "\n");
		this.gateway.withPropertyValues(DEPUTY + "password-file=" + file, DEPUTY + "roles=viewer")
			.run((context) -> assertThat(context.getBean(GuardedSignIn.class).details("deputy").getPassword())
				.isEqualTo(HASH));
	}

	@Test
	void aFileThatCannotBeReadIsNamed(@TempDir Path folder) {
		Path file = folder.resolve("nowhere");
		this.gateway.withPropertyValues(DEPUTY + "password-file=" + file, DEPUTY + "roles=viewer")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(AccessUnusable.class)
				.hasMessageContaining(file.toString()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "secret", "$2a$10$tooshort", "{noop}secret" })
	void aPasswordInPlainTextIsNotTakenForAHashAndNotRepeated(String value) {
		this.gateway.withPropertyValues(DEPUTY + "password-hash=" + value, DEPUTY + "roles=viewer")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(AccessUnusable.class)
				.hasMessageContaining("kopir.manage.users.deputy.password-hash")
				.hasMessageNotContaining(value));
	}

	@ParameterizedTest
	@CsvSource({ "roles=, roles", "roles=boss, roles", "language=de, language" })
	void aUserWithoutAKnownRoleOrLanguageIsRefused(String setting, String told) {
		this.gateway.withPropertyValues(DEPUTY + "password-hash=" + HASH, DEPUTY + "roles=viewer", DEPUTY + setting)
			.run((context) -> {
				assertThat(context).hasFailed();
				assertThat(context.getStartupFailure()).hasStackTraceContaining(told);
			});
	}

	@Test
	void twoUsersOfOneAddressAreRefused() {
		this.gateway
			.withPropertyValues("kopir.manage.users.a.password-hash=" + HASH, "kopir.manage.users.a.roles=viewer",
					"kopir.manage.users.a.email=x@school.example", "kopir.manage.users.b.password-hash=" + HASH,
					"kopir.manage.users.b.roles=viewer", "kopir.manage.users.b.email=X@School.example")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("address of another user"));
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
