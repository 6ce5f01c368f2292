package kz.kopir.benchmark;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What to measure.
 *
 * @param pupils sizes of the school
 * @param parallelism class groups at the same time, in the gateway and in the bare loop
 * @param heap highest heap of the gateway and of the bare loop, in megabytes
 * @param throttled size of the school for the budgets; 0 leaves them out
 * @param folder where logs and databases go; emptied first
 */
record Arguments(List<Integer> pupils, int parallelism, int heap, int throttled, Path folder) {

	private static final Set<String> NAMES = Set.of("pupils", "parallelism", "heap", "throttled", "folder");

	static Arguments of(String[] arguments) {
		Map<String, String> values = new HashMap<>();
		for (String argument : arguments) {
			String name = argument.replaceAll("^--|=.*", "");
			if (!argument.startsWith("--") || !argument.contains("=") || !NAMES.contains(name)) {
				throw new IllegalArgumentException(
						"The benchmark does not know " + argument + "; it takes --<name>=<value> for " + NAMES);
			}
			values.put(name, argument.substring(argument.indexOf('=') + 1));
		}
		return new Arguments(
				Stream.of(values.getOrDefault("pupils", "300,1500").split(","))
					.filter((size) -> !size.isBlank())
					.map(Integer::valueOf)
					.toList(),
				Integer.parseInt(values.getOrDefault("parallelism", "4")),
				Integer.parseInt(values.getOrDefault("heap", "256")),
				Integer.parseInt(values.getOrDefault("throttled", "300")),
				Path.of(values.getOrDefault("folder", "target/benchmark")).toAbsolutePath());
	}

	/** Longer than any pass. */
	int timeoutSeconds() {
		return 3600;
	}

}
