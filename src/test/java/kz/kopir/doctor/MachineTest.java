package kz.kopir.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * This machine: its Java, its clock, its way to the outside systems.
 */
class MachineTest {

	private static final long MEGABYTE = 1024 * 1024;

	@Test
	void aJavaThatKnowsTheTimeOfKazakhstanIsFine() {
		assertThat(Look.at(new MachineExamination(ZoneId.of("Asia/Almaty"), 256 * MEGABYTE)))
			.extracting(Finding::check, Finding::level)
			.containsExactly(tuple(Check.JAVA, Level.OK), tuple(Check.TIME_ZONE, Level.OK));
	}

	@Test
	void aJavaWithAnOldTimeZoneOrLittleMemoryIsTold() {
		// as Asia/Almaty was until February 2024
		assertThat(Look.at(new MachineExamination(ZoneId.of("UTC+6"), 64 * MEGABYTE))).extracting(Finding::ailment)
			.containsExactly(Ailment.JAVA_MEMORY, Ailment.TIME_ZONE_OLD);
	}

	@ParameterizedTest
	@CsvSource({ "0, OK", "50, OK", "-50, OK", "75, WARNING", "-4000, WARNING" })
	void aClockThatIsMoreThanAMinuteOffIsAWarning(long seconds, Level level) throws IOException {
		List<Finding> findings = ask(200, Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds)));
		assertThat(findings).extracting(Finding::check, Finding::level)
			.containsExactly(tuple(Check.CONNECTION, Level.OK), tuple(Check.CLOCK, level));
	}

	@Test
	void aServerThatIsNotWellIsTold() throws IOException {
		Finding finding = ask(503, Clock.systemUTC()).get(0);
		assertThat(finding.ailment()).isEqualTo(Ailment.SERVER_AILING);
		assertThat(finding.details()).containsEntry("system", "Kundelik").containsEntry("answer", "HTTP 503");
	}

	@Test
	void aServerThatRefusesToSayAnythingHasAnswered() throws IOException {
		assertThat(ask(401, Clock.systemUTC()).get(0).level()).isEqualTo(Level.OK);
	}

	@Test
	void whereNobodyListensNothingMoreIsLookedAt() throws IOException {
		int port;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = socket.getLocalPort();
		}
		List<Finding> findings = Look
			.at(new ServerExamination("Zoom", URI.create("http://127.0.0.1:" + port), Clock.systemUTC()));
		assertThat(findings).extracting(Finding::check, Finding::level)
			.containsExactly(tuple(Check.CONNECTION, Level.WRONG), tuple(Check.CLOCK, Level.NOT_CHECKED));
		assertThat(findings.get(0).ailment()).isEqualTo(Ailment.UNREACHABLE);
	}

	private static List<Finding> ask(int status, Clock clock) throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", (exchange) -> {
			exchange.sendResponseHeaders(status, -1);
			exchange.close();
		});
		server.start();
		try {
			return Look.at(new ServerExamination("Kundelik",
					URI.create("http://127.0.0.1:" + server.getAddress().getPort()), clock));
		}
		finally {
			server.stop(0);
		}
	}

}
