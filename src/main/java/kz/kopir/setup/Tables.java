package kz.kopir.setup;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import kz.kopir.mapping.MappingException;
import kz.kopir.mapping.Table;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.ResourcePatternUtils;

/**
 * Reads the tables and policies that a school keeps.
 *
 * @param resources where the mappings are found
 * @param base place of the mappings
 */
record Tables(ResourceLoader resources, String base) {

	Table read(String name, List<String> columns) {
		String place = place(name);
		return read(this.resources.getResource(place), place, columns);
	}

	Table read(@Nullable Path file, String name, List<String> columns) {
		return (file != null) ? read(new FileSystemResource(file), file.toString(), columns) : read(name, columns);
	}

	/**
	 * The text of every version of a policy by its file.
	 * @param folder the school's own folder, or null for that of the mappings
	 */
	Map<String, String> policies(@Nullable Path folder) {
		String place = (folder != null) ? "file:" + folder.toAbsolutePath() : place("policies");
		Map<String, String> policies = new TreeMap<>();
		try {
			for (Resource resource : ResourcePatternUtils.getResourcePatternResolver(this.resources)
				.getResources(place + "/*.yml")) {
				policies.put(place + "/" + resource.getFilename(), resource.getContentAsString(StandardCharsets.UTF_8));
			}
		}
		catch (IOException ex) {
			throw new MappingException(place, 0, "", "The policies cannot be read.",
					"Make the folder and its files readable for the gateway.", ex);
		}
		return policies;
	}

	private String place(String name) {
		return (this.base.endsWith("/") ? this.base : this.base + "/") + name;
	}

	private static Table read(Resource resource, String place, List<String> columns) {
		try (Reader reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
			return Table.read(place, reader, columns);
		}
		catch (IOException ex) {
			throw new MappingException(place, 0, "", "The table cannot be read.",
					"Put it there, or let the settings name the file that holds it.", ex);
		}
	}

}
