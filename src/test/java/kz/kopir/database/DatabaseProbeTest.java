package kz.kopir.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import kz.kopir.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each test has databases of its own: it changes what the others rely on.
 */
class DatabaseProbeTest {

	private static final String EACH = "kz.kopir.testing.TestDatabases#each";

	@ParameterizedTest
	@MethodSource(EACH)
	void aDatabaseOfThisVersionIsReadyAndNothingIsChangedInIt(TestDatabase database) {
		long versions = versions(database);
		DatabaseProbe probe = DatabaseProbe.of(database.settings());
		assertThat(probe.state()).isEqualTo(DatabaseProbe.State.READY);
		assertThat(Integer.parseInt(probe.detail())).isPositive();
		assertThat(versions(database)).isEqualTo(versions);
		assertThat(database.jdbc().sql("select count(*) from run").query(Long.class).single()).isZero();
	}

	@ParameterizedTest
	@MethodSource(EACH)
	void aDatabaseOfAnOlderVersionTellsHowManyStepsAreMissing(TestDatabase database) {
		database.jdbc()
			.sql("delete from flyway_schema_history where installed_rank >= (select max(installed_rank) - 1 from "
					+ "flyway_schema_history)")
			.update();
		assertThat(DatabaseProbe.of(database.settings()))
			.isEqualTo(new DatabaseProbe(DatabaseProbe.State.PENDING, "2"));
	}

	@ParameterizedTest
	@MethodSource(EACH)
	void aDatabaseOfANewerVersionIsNotTouched(TestDatabase database) {
		step(database, "999", true);
		assertThat(DatabaseProbe.of(database.settings()))
			.isEqualTo(new DatabaseProbe(DatabaseProbe.State.NEWER, "999"));
	}

	@ParameterizedTest
	@MethodSource(EACH)
	void aStepThatBrokeOffIsTold(TestDatabase database) {
		step(database, "999", false);
		assertThat(DatabaseProbe.of(database.settings()))
			.isEqualTo(new DatabaseProbe(DatabaseProbe.State.FAILED, "999"));
	}

	@ParameterizedTest
	@MethodSource(EACH)
	void aDatabaseThatCanOnlyBeReadIsTold(TestDatabase database) {
		DatabaseSettings settings = database.settings();
		String url = settings.url();
		DatabaseSettings reading = new DatabaseSettings(
				settings.isSqlite() ? url + "?open_mode=1" : url + "?options=-c%20default_transaction_read_only=on",
				settings.user(), settings.password());
		assertThat(DatabaseProbe.of(reading).state()).isEqualTo(DatabaseProbe.State.NOT_WRITABLE);
	}

	@ParameterizedTest
	@MethodSource(EACH)
	void aDatabaseThatCannotBeOpenedIsAwayAndTheAnswerNamesNobody(TestDatabase database, @TempDir Path folder)
			throws IOException {
		DatabaseSettings settings = database.settings();
		Path text = Files.writeString(folder.resolve("kopir.db"), "this is no database but a text of some length\n");
		DatabaseProbe probe = DatabaseProbe
			.of(settings.isSqlite() ? new DatabaseSettings("jdbc:sqlite:" + text, null, null)
					: new DatabaseSettings(settings.url() + "_none", "somebody", "secret"));
		assertThat(probe.state()).isEqualTo(DatabaseProbe.State.AWAY);
		assertThat(probe.detail()).isNotBlank().doesNotContain("somebody", "secret", "none");
	}

	@Test
	void aFileThatTheFirstStartWillMakeIsNoMistake(@TempDir Path folder) {
		Path file = folder.resolve("data/kopir.db");
		assertThat(DatabaseProbe.of(new DatabaseSettings("jdbc:sqlite:" + file, null, null)).state())
			.isEqualTo(DatabaseProbe.State.NEW);
		assertThat(file.getParent()).doesNotExist();
	}

	private static long versions(TestDatabase database) {
		return database.jdbc().sql("select count(*) from flyway_schema_history").query(Long.class).single();
	}

	private static void step(TestDatabase database, String version, boolean success) {
		database.jdbc().sql("""
				insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,
					installed_by, execution_time, success)
				values (9999, :version, 'later', 'SQL', 'V999__later.sql', 1, 'it', 1, :success)
				""").param("version", version).param("success", success).update();
	}

}
