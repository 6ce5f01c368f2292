package kz.kopir.database;

import java.nio.file.Files;
import java.nio.file.Path;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class DatabaseSettingsTest {

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:mysql://host/kopir", "data/kopir.db", "", "jdbc:sqlite::memory:", "jdbc:sqlite:" })
	void anUnusableUrlIsRefusedWithTheSettingToChange(String url) {
		assertThatIllegalArgumentException().isThrownBy(() -> new DatabaseSettings(url, null, null))
			.withMessageContaining("kopir.database.url")
			.withMessageContaining("jdbc:sqlite:<file>");
	}

	@Test
	void thePasswordIsNotInTheText() {
		assertThat(new DatabaseSettings("jdbc:postgresql://host/kopir?password=secret1", "user1", "secret2"))
			.hasToString("DatabaseSettings[jdbc:postgresql:...]");
	}

	@ParameterizedTest
	@CsvSource({ "journal_mode, wal", "synchronous, 2", "busy_timeout, 10000", "foreign_keys, 1" })
	void aSqliteConnectionIsSafeAgainstPowerCuts(String pragma, String value, @TempDir Path folder) {
		DatabaseSettings settings = new DatabaseSettings("jdbc:sqlite:" + folder.resolve("new/deep/kopir.db"), null,
				null);
		try (HikariDataSource pool = ConnectionPool.open(settings)) {
			assertThat(JdbcClient.create(pool).sql("pragma " + pragma).query(String.class).single()).isEqualTo(value);
		}
	}

	@Test
	void aFolderThatCannotBeMadeIsNamed(@TempDir Path folder) throws Exception {
		Path file = Files.createFile(folder.resolve("file"));
		DatabaseSettings settings = new DatabaseSettings("jdbc:sqlite:" + file.resolve("below/kopir.db"), null, null);
		assertThatIllegalStateException().isThrownBy(() -> ConnectionPool.open(settings))
			.withMessageContaining(file.resolve("below").toString())
			.withMessageContaining("kopir.database.url");
	}

}
