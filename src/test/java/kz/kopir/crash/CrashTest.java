package kz.kopir.crash;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

import kz.kopir.crash.KillPoint.Moment;
import kz.kopir.crash.Killer.Counts;
import kz.kopir.rehearsal.kundelik.KundelikSettings.MarkRepost;
import kz.kopir.testing.TestDatabase;
import kz.kopir.testing.TestDatabases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The gateway is killed with SIGKILL at many moments of its runs and started again each
 * time. What it leaves in the journal in the end is what a gateway leaves that was never
 * disturbed.
 * <p>
 * {@code -Dkopir.crash.points=<n>} adds kills at seeded random moments until each lineage
 * has n of them, {@code -Dkopir.crash.seed=<n>} chooses others.
 */
class CrashTest {

	private static final Path LOGS = Path.of("target", "crash").toAbsolutePath();

	private static final int POINTS = Integer.getInteger("kopir.crash.points", 0);

	private static final long SEED = Long.getLong("kopir.crash.seed", 2026);

	private static final double SHARE_OF_REGRADES = 0.3;

	private static Undisturbed undisturbed;

	@BeforeAll
	static void runUndisturbed() throws Exception {
		try (House house = House.ofMarks(LOGS.resolve("undisturbed"), TestDatabases.sqlite(), MarkRepost.OVERWRITE);
				GatewayProcess gateway = house.startArchivingGateway()) {
			assertThat(gateway.awaitRunEnd()).isEqualTo("FINISHED");
			Counts first = house.killer().counts();
			JournalPage journal = house.journal();
			Pause pause = runAgain(house, gateway);
			house.rehearsal().world().regradeShare(SHARE_OF_REGRADES, SEED);
			house.killer().reset();
			gateway.startRun();
			assertThat(gateway.awaitRunEnd()).isEqualTo("FINISHED");
			Counts second = house.killer().counts();
			undisturbed = new Undisturbed(first, journal, pause, second, house.journal(), runAgain(house, gateway));
			gateway.stop();
		}
		assertThat(undisturbed.first().writes()).isGreaterThan(100);
		assertThat(undisturbed.regraded().writes()).isGreaterThan(10);
		assertThat(undisturbed.journal().doubles()).isEmpty();
		assertThat(undisturbed.journal().scores()).isNotEmpty();
	}

	static Stream<Lineage> lineages() {
		return Stream.of(
				new Lineage(MarkRepost.OVERWRITE, "SQLite", TestDatabases::sqlite,
						new KillPoint(Moment.WRITE_TAKEN, 0.5), points(Moment.WRITE_NOT_TAKEN, 0)),
				new Lineage(MarkRepost.OVERWRITE, "PostgreSQL", TestDatabases::postgresql,
						new KillPoint(Moment.WRITE_NOT_TAKEN, 0.5), points(Moment.READING_BACK, 0)),
				new Lineage(MarkRepost.APPEND, "SQLite", TestDatabases::sqlite, null,
						points(Moment.WRITE_TAKEN, 0.5, Moment.WRITE_TAKEN, 0)),
				new Lineage(MarkRepost.APPEND, "PostgreSQL", TestDatabases::postgresql, null,
						points(Moment.READING_JOURNAL, 0.5, Moment.WRITE_TAKEN, 1)),
				new Lineage(MarkRepost.REJECT, "SQLite", TestDatabases::sqlite, null,
						points(Moment.WRITE_NOT_TAKEN, 0.3, Moment.ANY_TIME, 0.6)),
				new Lineage(MarkRepost.REJECT, "PostgreSQL", TestDatabases::postgresql, null,
						points(Moment.READING_SOURCE, 0.7, Moment.WRITE_TAKEN, 0.8)));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("lineages")
	void everyMarkStandsInTheJournalExactlyOnce(Lineage lineage) throws Exception {
		try (House house = House.ofMarks(LOGS.resolve(lineage.folder()), lineage.database().get(), lineage.repost())) {
			Random random = new Random(SEED + lineage.hashCode());
			for (KillPoint point : lineage.points(random)) {
				killAt(point, undisturbed.first(), house);
			}
			Books books = house.books();
			try (GatewayProcess gateway = house.startGateway()) {
				finish(house, gateway);
				assertThat(house.journal()).isEqualTo(undisturbed.journal());
				assertThat(runAgain(house, gateway)).isEqualTo(undisturbed.pause());
				assertThat(house.journal()).isEqualTo(undisturbed.journal());
				assertNothingIsLeftOpen(books);
				if (lineage.changes() != null) {
					house.rehearsal().world().regradeShare(SHARE_OF_REGRADES, SEED);
					house.killer().reset();
					house.killer().killAt(lineage.changes(), undisturbed.regraded(), () -> running(gateway));
				}
			}
			if (lineage.changes() != null) {
				finishChanges(house);
			}
		}
	}

	private static void finishChanges(House house) throws Exception {
		try (GatewayProcess gateway = house.startGateway()) {
			finish(house, gateway);
			assertThat(house.journal()).isEqualTo(undisturbed.regradedJournal());
			assertThat(runAgain(house, gateway)).isEqualTo(undisturbed.regradedPause());
			assertNothingIsLeftOpen(house.books());
		}
	}

	private static GatewayProcess running(GatewayProcess gateway) throws Exception {
		gateway.startRun();
		return gateway;
	}

	private static void killAt(KillPoint point, Counts counts, House house) throws Exception {
		house.killer().killAt(point, counts, house::startGateway);
	}

	/** What was interrupted is caught up by itself; what had ended is not run again. */
	private static void finish(House house, GatewayProcess gateway) throws Exception {
		List<String> states = house.books().runStates();
		if (!states.isEmpty() && states.get(states.size() - 1).equals("finished")) {
			gateway.startRun();
		}
		assertThat(gateway.awaitRunEnd()).as("end of the run, see %s", house.lastLog()).isEqualTo("FINISHED");
		assertThat(house.books().rowsOffBalance(house.books().latestRun())).isZero();
		if (!states.isEmpty() && states.get(states.size() - 1).equals("running")) {
			assertThat(GatewayProcess.tookOverALock(house.lastLog())).as("lock of the killed gateway").isTrue();
		}
	}

	/** A further run delivers nothing. */
	private static Pause runAgain(House house, GatewayProcess gateway) throws Exception {
		gateway.startRun();
		assertThat(gateway.awaitRunEnd()).isEqualTo("FINISHED");
		Books books = house.books();
		String run = books.latestRun();
		assertThat(books.rowsOffBalance(run)).isZero();
		assertThat(books.delivered(run)).isZero();
		return new Pause(books.balance(run), books.standing());
	}

	private static void assertNothingIsLeftOpen(Books books) {
		assertThat(books.runStates()).isSubsetOf("interrupted", "finished").endsWith("finished");
		assertThat(books.deliveries()).doesNotContainKeys("intended", "unsettled", "refused");
	}

	private static List<KillPoint> points(Moment moment, double share) {
		return List.of(new KillPoint(moment, share));
	}

	private static List<KillPoint> points(Moment first, double share, Moment second, double shareOfRest) {
		return List.of(new KillPoint(first, share), new KillPoint(second, shareOfRest));
	}

	/**
	 * What stands in the books when there is nothing to do.
	 *
	 * @param balance the balance of a run that delivered nothing
	 * @param standing what the ledger holds as standing in the journal
	 */
	private record Pause(List<String> balance, Map<String, String> standing) {

		/** Its text form holds no mark. */
		@Override
		public String toString() {
			return "Pause[" + this.balance + ", " + this.standing.keySet() + "]";
		}

	}

	/**
	 * What a gateway does and leaves that is never killed.
	 *
	 * @param first what the first run asks
	 * @param journal the journal after it
	 * @param pause the books after it
	 * @param regraded what the run after some regrades asks
	 * @param regradedJournal the journal after that
	 * @param regradedPause the books after that
	 */
	private record Undisturbed(Counts first, JournalPage journal, Pause pause, Counts regraded,
			JournalPage regradedJournal, Pause regradedPause) {
	}

	/**
	 * One database and journal through all the kills.
	 *
	 * @param repost what the journal does with a second mark in the same place
	 * @param databaseName for people
	 * @param database makes it
	 * @param changes where a run that changes marks is killed, if the journal can change
	 * any
	 * @param known where runs that add are killed, one after the other
	 */
	private record Lineage(MarkRepost repost, String databaseName, Supplier<TestDatabase> database,
			@Nullable KillPoint changes, List<KillPoint> known) {

		List<KillPoint> points(Random random) {
			List<KillPoint> points = new ArrayList<>(this.known);
			List<Moment> moments = new ArrayList<>(List.of(Moment.values()));
			while (points.size() < POINTS) {
				Collections.shuffle(moments, random);
				points.add(new KillPoint(moments.get(0), random.nextDouble()));
			}
			return points;
		}

		String folder() {
			return this.repost + "-" + this.databaseName;
		}

		@Override
		public int hashCode() {
			return folder().hashCode();
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof Lineage lineage && lineage.folder().equals(folder());
		}

		@Override
		public String toString() {
			return folder() + " " + this.known;
		}

	}

}
