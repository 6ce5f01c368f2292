package kz.kopir.routes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A route is its own manual: it has an id, says what it is for, and fits on a screen.
 */
class RouteFilesTest {

	private static final int LONGEST_ROUTE = 65;

	static List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("routes"))) {
			return files.sorted().toList();
		}
	}

	@ParameterizedTest
	@MethodSource("files")
	void everyRouteHasAnIdAndSaysWhatItIsFor(Path file) throws IOException {
		assertThat(file.toString()).endsWith(".camel.yaml");
		for (JsonNode entry : new YAMLMapper().readTree(file.toFile())) {
			JsonNode route = entry.elements().next();
			assertThat(route.path("id").asText()).as("id in %s", file).matches("[a-z]+(-[a-z]+)*");
			assertThat(route.path("description").asText()).as("%s in %s", route.path("id"), file)
				.hasSizeGreaterThan(20)
				.endsWith(".");
		}
	}

	@ParameterizedTest
	@MethodSource("files")
	void noRouteIsLongerThanAScreen(Path file) throws IOException {
		List<String> lines = Files.readAllLines(file);
		int start = 0;
		for (int i = 1; i <= lines.size(); i++) {
			if (i == lines.size() || lines.get(i).startsWith("- ")) {
				// what a configuration says of each kind of trouble belongs together
				int longest = lines.get(start).startsWith("- routeConfiguration") ? 75 : LONGEST_ROUTE;
				assertThat(i - start).as("route from line %d of %s", start + 1, file).isLessThanOrEqualTo(longest);
				start = i;
			}
		}
	}

	@Test
	void anIdIsGivenOnce() throws IOException {
		List<String> ids = new ArrayList<>();
		for (Path file : files()) {
			new YAMLMapper().readTree(file.toFile()).findValuesAsText("id").forEach(ids::add);
		}
		assertThat(ids).doesNotHaveDuplicates();
	}

}
