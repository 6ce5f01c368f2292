package kz.kopir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the README says of routes and files is true.
 */
class ReadmeTest {

	private static final Pattern ROUTE = Pattern.compile("^\\| `([a-z-]+)`(?: \\(template\\))? \\| (.+) \\|$",
			Pattern.MULTILINE);

	private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(?:#[^)]*)?\\)");

	@Test
	void namesEveryRouteWithItsDescriptionAndNoOther() throws IOException {
		Map<String, String> described = new TreeMap<>();
		String readme = Files.readString(Path.of("README.md"));
		Matcher matcher = ROUTE.matcher(readme.substring(readme.indexOf("## The routes")));
		while (matcher.find()) {
			described.put(matcher.group(1), matcher.group(2));
		}
		assertThat(described).isEqualTo(routes());
	}

	@Test
	void leadsOnlyToFilesThatAreThere() throws IOException {
		for (Path page : List.of(Path.of("README.md"), Path.of("docs/design.md"))) {
			Matcher matcher = LINK.matcher(Files.readString(page));
			while (matcher.find()) {
				assertThat(page.toAbsolutePath().getParent().resolve(matcher.group(1))).exists();
			}
		}
	}

	private static Map<String, String> routes() throws IOException {
		Map<String, String> routes = new TreeMap<>();
		ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
		for (Path file : files()) {
			for (JsonNode item : yaml.readTree(file.toFile())) {
				JsonNode route = item.has("route") ? item.get("route") : item.path("routeTemplate");
				if (route.isObject()) {
					routes.put(route.path("id").asText(), route.path("description").asText());
				}
			}
		}
		return routes;
	}

	private static List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("routes"))) {
			return new ArrayList<>(files.filter((file) -> file.toString().endsWith(".camel.yaml")).toList());
		}
	}

}
