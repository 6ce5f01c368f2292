package kz.kopir.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Tables for tests: those that are shipped, and those written in the test.
 */
public final class SampleTables {

	private SampleTables() {
	}

	public static Table shipped(String name, List<String> columns) {
		InputStream stream = Objects.requireNonNull(SampleTables.class.getResourceAsStream("/mappings/" + name), name);
		try (InputStreamReader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
			return Table.read("mappings/" + name, reader, columns);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The formative scale of the policy that comes with the gateway. */
	public static Table formativeScale() {
		return of(List.of("from_percent", "mark"), "0,1", "15,2", "25,3", "35,4", "45,5", "55,6", "65,7", "75,8",
				"85,9", "95,10");
	}

	/** The bands of attendance of the policy that comes with the gateway. */
	public static Table attendanceBands() {
		return of(List.of("from_grade", "to_grade", "share_percent", "grace_minutes"), "0,1,50,5", "2,4,60,5",
				"5,8,70,5", "9,12,75,5");
	}

	public static Table of(List<String> columns, String... lines) {
		String text = String.join(",", columns) + "\n" + String.join("\n", lines) + "\n";
		try {
			return Table.read("table.csv", new StringReader(text), columns);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
