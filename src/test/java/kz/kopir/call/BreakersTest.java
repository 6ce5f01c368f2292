package kz.kopir.call;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Map;

import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BreakersTest {

	private final Breakers breakers = new Breakers(new Troubles(), 4, 75, Duration.ofHours(1));

	@Test
	void anOutageOpensTheBreakerOfItsSystemOnly() {
		fail(4, new ConnectException());
		assertThatExceptionOfType(OutageException.class).isThrownBy(() -> this.breakers.enter(OutsideSystem.JOURNAL))
			.satisfies((outage) -> assertThat(outage.system()).isEqualTo(OutsideSystem.JOURNAL))
			.withMessageContaining("JOURNAL");
		assertThatCode(() -> this.breakers.enter(OutsideSystem.CLASSROOM)).doesNotThrowAnyException();
	}

	@Test
	void serverErrorsAreAnOutage() {
		fail(4, http(503));
		isOpen();
	}

	@Test
	void beingAskedToSlowDownIsNone() {
		fail(20, http(429));
		isClosed();
	}

	@Test
	void aRefusalIsAnAnswer() {
		fail(20, http(404));
		fail(20, http(401));
		fail(20, new SignInRefusedException(OutsideSystem.JOURNAL, "no"));
		isClosed();
	}

	@Test
	void aFewFailuresAmongAnswersAreNone() {
		for (int i = 0; i < 10; i++) {
			fail(2, new IOException());
			this.breakers.enter(OutsideSystem.JOURNAL);
			this.breakers.answered(OutsideSystem.JOURNAL);
			this.breakers.enter(OutsideSystem.JOURNAL);
			this.breakers.answered(OutsideSystem.JOURNAL);
		}
		isClosed();
	}

	@Test
	void theOpenBreakerDoesNotCountItself() {
		fail(4, new ConnectException());
		for (int i = 0; i < 20; i++) {
			this.breakers.failed(OutsideSystem.JOURNAL, new OutageException(OutsideSystem.JOURNAL));
		}
		isOpen();
	}

	private void fail(int times, Exception failure) {
		for (int i = 0; i < times; i++) {
			this.breakers.enter(OutsideSystem.JOURNAL);
			this.breakers.failed(OutsideSystem.JOURNAL, failure);
		}
	}

	private void isOpen() {
		assertThatExceptionOfType(OutageException.class).isThrownBy(() -> this.breakers.enter(OutsideSystem.JOURNAL));
	}

	private void isClosed() {
		assertThatCode(() -> this.breakers.enter(OutsideSystem.JOURNAL)).doesNotThrowAnyException();
	}

	private static HttpOperationFailedException http(int status) {
		return new HttpOperationFailedException("http://localhost/", status, "", null, Map.of(), null);
	}

}
