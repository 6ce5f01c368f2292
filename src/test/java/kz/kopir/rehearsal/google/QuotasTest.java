package kz.kopir.rehearsal.google;

import java.time.Duration;
import java.util.Set;

import kz.kopir.rehearsal.google.Caller.Role;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class QuotasTest {

	private final MovableClock clock = new MovableClock();

	private final Caller anna = caller("anna");

	private final Caller boris = caller("boris");

	@Test
	void eachUserHasItsOwnQuota() {
		Quotas quotas = new Quotas(this.clock, 2, null);
		quotas.take(this.anna);
		quotas.take(this.anna);
		refused(quotas, this.anna, "per user");
		quotas.take(this.boris);
	}

	@Test
	void aClientHasOneQuotaForAllItsUsers() {
		Quotas quotas = new Quotas(this.clock, null, 2);
		quotas.take(this.anna);
		quotas.take(this.boris);
		refused(quotas, this.anna, "Queries per minute'");
	}

	@Test
	void theWindowSlides() {
		Quotas quotas = new Quotas(this.clock, 2, null);
		quotas.take(this.anna);
		this.clock.advance(Duration.ofSeconds(40));
		quotas.take(this.anna);
		refused(quotas, this.anna, "per user");
		this.clock.advance(Duration.ofSeconds(20));
		quotas.take(this.anna);
		refused(quotas, this.anna, "per user");
		this.clock.advance(Duration.ofSeconds(39));
		refused(quotas, this.anna, "per user");
		this.clock.advance(Duration.ofSeconds(1));
		quotas.take(this.anna);
	}

	@Test
	void aRefusedRequestUsesNothingUp() {
		Quotas quotas = new Quotas(this.clock, 1, 1);
		quotas.take(this.anna);
		for (int i = 0; i < 10; i++) {
			refused(quotas, this.boris, "Queries per minute'");
		}
		this.clock.advance(Duration.ofMinutes(1));
		quotas.take(this.boris);
	}

	@Test
	void aQuotaOfZeroRefusesEverything() {
		refused(new Quotas(this.clock, 0, null), this.anna, "per user");
	}

	@Test
	void newLimitsBeginToCountAnew() {
		Quotas quotas = new Quotas(this.clock, 1, null);
		quotas.take(this.anna);
		refused(quotas, this.anna, "per user");
		quotas.set(2, null);
		quotas.take(this.anna);
		quotas.take(this.anna);
		refused(quotas, this.anna, "per user");
		quotas.set(null, null);
		quotas.take(this.anna);
	}

	private static void refused(Quotas quotas, Caller caller, String limit) {
		assertThatExceptionOfType(ApiError.class).isThrownBy(() -> quotas.take(caller))
			.withMessageContaining(limit)
			.satisfies((error) -> assertThat(error.code()).isEqualTo(429));
	}

	private static Caller caller(String user) {
		return new Caller(user, Role.TEACHER, "client", Set.of());
	}

}
