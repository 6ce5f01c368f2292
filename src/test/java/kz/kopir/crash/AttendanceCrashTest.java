package kz.kopir.crash;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import kz.kopir.crash.KillPoint.Moment;
import kz.kopir.crash.Killer.Counts;
import kz.kopir.testing.TestDatabase;
import kz.kopir.testing.TestDatabases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The gateway is killed with SIGKILL while it carries the attendance of a
 * distance-learning day, and started again each time: it leaves what a gateway leaves
 * that was never disturbed.
 */
class AttendanceCrashTest {

	private static final Path LOGS = Path.of("target", "crash-attendance").toAbsolutePath();

	private static Counts counts;

	private static List<String> entries;

	@BeforeAll
	static void runUndisturbed() throws Exception {
		try (House house = House.ofAttendance(LOGS.resolve("undisturbed"), TestDatabases.sqlite());
				GatewayProcess gateway = house.startArchivingGateway()) {
			assertThat(gateway.awaitRunEnd()).isEqualTo("FINISHED");
			counts = house.killer().counts();
			entries = house.logEntries();
			gateway.stop();
		}
		assertThat(counts.sourceReads()).isGreaterThan(20);
		assertThat(counts.writes()).isGreaterThan(5);
		assertThat(entries).doesNotHaveDuplicates();
	}

	static Stream<Arguments> lineages() {
		return Stream.of(
				Arguments.of("SQLite", Named.of("SQLite", (Supplier<TestDatabase>) TestDatabases::sqlite),
						List.of(new KillPoint(Moment.READING_SOURCE, 0.6), new KillPoint(Moment.WRITE_TAKEN, 0.4),
								new KillPoint(Moment.WRITE_NOT_TAKEN, 0.5))),
				Arguments.of("PostgreSQL", Named.of("PostgreSQL", (Supplier<TestDatabase>) TestDatabases::postgresql),
						List.of(new KillPoint(Moment.READING_JOURNAL, 0.5), new KillPoint(Moment.WRITE_NOT_TAKEN, 0.2),
								new KillPoint(Moment.WRITE_TAKEN, 0.5), new KillPoint(Moment.READING_BACK, 0))));
	}

	@ParameterizedTest(name = "{0} {2}")
	@MethodSource("lineages")
	void everyEntryStandsInTheJournalExactlyOnce(String name, Supplier<TestDatabase> database, List<KillPoint> points)
			throws Exception {
		try (House house = House.ofAttendance(LOGS.resolve(name), database.get())) {
			for (KillPoint point : points) {
				house.killer().killAt(point, counts, house::startGateway);
			}
			Books books = house.books();
			try (GatewayProcess gateway = house.startGateway()) {
				assertThat(gateway.awaitRunEnd()).as("end of the run, see %s", house.lastLog()).isEqualTo("FINISHED");
				assertThat(books.rowsOffBalance(books.latestRun())).isZero();
				assertThat(house.logEntries()).isEqualTo(entries);
				assertThat(house.killer().counts().writes()).as("writes that took effect").isEqualTo(counts.writes());

				gateway.startRun();
				assertThat(gateway.awaitRunEnd()).isEqualTo("FINISHED");
				assertThat(books.delivered(books.latestRun())).isZero();
				assertThat(house.logEntries()).isEqualTo(entries);
			}
			assertThat(books.runStates()).isSubsetOf("interrupted", "finished").endsWith("finished");
			assertThat(books.deliveries()).doesNotContainKeys("intended", "unsettled", "refused");
		}
	}

}
