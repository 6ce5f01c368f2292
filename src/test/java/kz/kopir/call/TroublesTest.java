package kz.kopir.call;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.stream.Stream;

import kz.kopir.problem.TroubleClass;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class TroublesTest {

	private final Troubles troubles = new Troubles();

	@ParameterizedTest
	@CsvSource(textBlock = """
			# status, class, outage, token refused, surely not taken, surely refused
			302, HOLD,  false, false, false, false
			400, HOLD,  false, false, false, true
			401, HOLD,  false, true,  false, true
			403, HOLD,  false, false, false, true
			404, HOLD,  false, false, false, true
			408, RETRY, false, false, false, false
			409, HOLD,  false, false, false, true
			418, HOLD,  false, false, false, true
			422, HOLD,  false, false, false, true
			429, RETRY, false, false, true,  false
			433, RETRY, false, false, true,  false
			499, HOLD,  false, false, false, true
			500, RETRY, true,  false, false, false
			502, RETRY, true,  false, false, false
			503, RETRY, true,  false, true,  false
			504, RETRY, true,  false, false, false
			599, RETRY, true,  false, false, false
			""")
	void everyStatusHasOnePlaceInTheTable(int status, TroubleClass troubleClass, boolean outage, boolean tokenRefused,
			boolean surelyNotTaken, boolean surelyRefused) {
		HttpOperationFailedException failure = http(status);
		assertThat(this.troubles.classify(status)).isEqualTo(troubleClass);
		assertThat(this.troubles.mayPass(failure)).isEqualTo(troubleClass == TroubleClass.RETRY);
		assertThat(this.troubles.isOutage(failure)).isEqualTo(outage);
		assertThat(this.troubles.isUnauthorized(failure)).isEqualTo(tokenRefused);
		assertThat(this.troubles.surelyNotTaken(failure)).isEqualTo(surelyNotTaken);
		assertThat(this.troubles.surelyRefused(failure)).isEqualTo(surelyRefused);
	}

	@Test
	void noStatusIsBothSurelyNotTakenAndSurelyRefused() {
		for (int status = 300; status < 600; status++) {
			HttpOperationFailedException failure = http(status);
			assertThat(this.troubles.surelyNotTaken(failure) && this.troubles.surelyRefused(failure)).as("%d", status)
				.isFalse();
			assertThat(this.troubles.surelyRefused(failure) && this.troubles.mayPass(failure)).as("%d", status)
				.isFalse();
		}
	}

	static Stream<Arguments> failures() {
		return Stream.of(arguments(new ConnectException(), true, true),
				arguments(new UnknownHostException(), true, true), arguments(new SocketTimeoutException(), true, false),
				arguments(new SocketException(), true, false), arguments(new EOFException(), true, false),
				arguments(new IOException(), true, false), arguments(new IllegalStateException(), false, false),
				arguments(new OutageException(OutsideSystem.JOURNAL), false, false),
				arguments(new SignInRefusedException(OutsideSystem.JOURNAL, "no"), false, false));
	}

	@ParameterizedTest
	@MethodSource("failures")
	void aLostConnectionMayPassAndOnlyARefusedOneLeavesNoDoubt(Exception failure, boolean mayPass,
			boolean surelyNotTaken) {
		assertThat(this.troubles.mayPass(failure)).isEqualTo(mayPass);
		assertThat(this.troubles.isOutage(failure)).isEqualTo(mayPass);
		assertThat(this.troubles.surelyNotTaken(failure)).isEqualTo(surelyNotTaken);
		assertThat(this.troubles.surelyRefused(failure)).isFalse();
		assertThat(this.troubles.isUnauthorized(failure)).isFalse();
	}

	private static HttpOperationFailedException http(int status) {
		return new HttpOperationFailedException("http://localhost/", status, "", null, Map.of(), null);
	}

}
