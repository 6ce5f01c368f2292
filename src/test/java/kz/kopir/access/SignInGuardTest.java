package kz.kopir.access;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import kz.kopir.access.SignInGuard.Answer;
import kz.kopir.access.SignInGuard.Verdict;
import kz.kopir.testing.DrivenClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SignInGuardTest {

	private static final String HOME = "10.0.0.1";

	private final DrivenClock clock = new DrivenClock();

	private final SignInGuard guard = new SignInGuard(new AccessSettings.SignIn(3, Duration.ofMinutes(15), 10),
			new Users(List.of(new GatewayUser("deputy", Set.of(Role.APPROVER), "kk", null))), this.clock);

	@ParameterizedTest
	@ValueSource(strings = { "deputy", "nobody-of-this-name" })
	void aUserIsLockedOutAfterSoManyWrongPasswordsForSoLong(String who) {
		wrong(who, HOME, 2);
		assertThat(ask(who)).isEqualTo(Verdict.GO_ON);
		this.clock.set("2026-11-20T08:05");
		wrong(who, HOME, 1);
		assertThat(ask(who)).isEqualTo(Verdict.LOCKED);
		this.clock.set("2026-11-20T08:19");
		assertThat(ask(who)).isEqualTo(Verdict.LOCKED);
		this.clock.set("2026-11-20T08:20");
		assertThat(ask(who)).isEqualTo(Verdict.GO_ON);
		wrong(who, HOME, 2);
		assertThat(ask(who)).as("counting began anew").isEqualTo(Verdict.GO_ON);
	}

	@Test
	void aRightPasswordForgetsTheWrongOnes() {
		wrong("deputy", HOME, 2);
		this.guard.succeeded("deputy", HOME);
		wrong("deputy", HOME, 2);
		assertThat(ask("deputy")).isEqualTo(Verdict.GO_ON);
	}

	@Test
	void anAddressThatTriesTooOftenIsRefusedWhoeverItWantsToBe() {
		IntStream.range(0, 10).forEach((i) -> wrong("user-" + i, HOME, 1));
		assertThat(ask("deputy")).isEqualTo(Verdict.LIMITED);
		assertThat(this.guard.ask("deputy", "10.0.0.2").verdict()).isEqualTo(Verdict.GO_ON);
		this.clock.set("2026-11-20T08:01");
		assertThat(ask("deputy")).isEqualTo(Verdict.GO_ON);
	}

	@Test
	void rightPasswordsCostAnAddressNothing() {
		IntStream.range(0, 200).forEach((i) -> {
			assertThat(ask("deputy")).isEqualTo(Verdict.GO_ON);
			this.guard.succeeded("deputy", HOME);
		});
	}

	@Test
	void refusalsOfAFloodAreToldOnceAMinuteWithTheirNumber() {
		IntStream.range(0, 10).forEach((i) -> wrong("user-" + i, HOME, 1));
		assertThat(this.guard.ask("x", HOME)).isEqualTo(new Answer(Verdict.LIMITED, 1));
		IntStream.range(0, 50)
			.forEach((i) -> assertThat(this.guard.ask("x", HOME)).isEqualTo(new Answer(Verdict.LIMITED, 0)));
		this.clock.set("2026-11-20T08:02");
		assertThat(this.guard.ask("deputy", HOME)).isEqualTo(new Answer(Verdict.GO_ON, 50));
		assertThat(this.guard.ask("deputy", HOME)).isEqualTo(new Answer(Verdict.GO_ON, 0));
	}

	@Test
	void whatIsRememberedIsBoundedAndAUsersLockoutIsNotPushedOut() {
		wrong("deputy", HOME, 3);
		for (int i = 0; i < 3 * SignInGuard.REMEMBERED; i++) {
			wrong("invented-" + "x".repeat(50) + i, "10.1." + (i % 250) + "." + (i / 250), 1);
		}
		assertThat(this.guard.remembered()).isLessThanOrEqualTo(2 * SignInGuard.REMEMBERED + 1);
		assertThat(ask("deputy")).isEqualTo(Verdict.LOCKED);
	}

	private Verdict ask(String name) {
		return this.guard.ask(name, HOME).verdict();
	}

	private void wrong(String name, String address, int times) {
		for (int i = 0; i < times; i++) {
			assertThat(this.guard.ask(name, address).verdict()).isEqualTo(Verdict.GO_ON);
			this.guard.failed(name);
		}
	}

}
