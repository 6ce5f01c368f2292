package kz.kopir.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs each mapping alone on what the outside system sends, and compares with what was
 * written down as right.
 */
class GoldenTest {

	private static final Path SHIPPED = Path.of("mappings");

	private static final Path GOLDEN = Path.of("src", "test", "resources", "mappings");

	private final Programs programs = new Programs(new DefaultResourceLoader(), "file:mappings");

	static List<String> cases() throws IOException {
		return below(GOLDEN, ".input.json");
	}

	@ParameterizedTest
	@MethodSource("cases")
	void theMappingGivesWhatWasWrittenDown(String golden) throws IOException {
		String program = golden.substring(0, golden.lastIndexOf('/')) + ".jq";
		JsonNode input = json(GOLDEN.resolve(golden + ".input.json"));
		JsonNode untouched = input.deepCopy();
		assertThat(this.programs.runOne(program, input)).isEqualTo(json(GOLDEN.resolve(golden + ".expected.json")));
		assertThat(input).isEqualTo(untouched);
	}

	@Test
	void everyMappingHasACase() throws IOException {
		List<String> tested = cases().stream()
			.map((golden) -> golden.substring(0, golden.lastIndexOf('/')))
			.distinct()
			.toList();
		assertThat(tested).containsExactlyInAnyOrderElementsOf(below(SHIPPED, ".jq"));
	}

	private static List<String> below(Path folder, String ending) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.map((file) -> folder.relativize(file).toString().replace('\\', '/'))
				.filter((name) -> name.endsWith(ending))
				.map((name) -> name.substring(0, name.length() - ending.length()))
				.sorted()
				.toList();
		}
	}

	private static JsonNode json(Path file) throws IOException {
		return Json.read(Files.newInputStream(file));
	}

}
