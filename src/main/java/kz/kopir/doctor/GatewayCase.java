package kz.kopir.doctor;

import java.net.URI;
import java.util.List;
import java.util.Map;

import kz.kopir.database.DatabaseSettings;
import org.jspecify.annotations.Nullable;

/**
 * What all schools of a gateway share.
 *
 * @param settings reads what can be wrong in its settings
 * @param mappings reads the programs of the mappings
 * @param files files with secrets or children's data
 * @param folders folders in which it writes
 * @param database where the database is; null when its settings cannot be understood
 * @param servers servers of the outside systems by what people call them
 */
public record GatewayCase(List<Reading> settings, List<Reading> mappings, List<NamedPath> files,
		List<NamedPath> folders, @Nullable DatabaseSettings database, Map<String, URI> servers) {

	public GatewayCase {
		settings = List.copyOf(settings);
		mappings = List.copyOf(mappings);
		files = List.copyOf(files);
		folders = List.copyOf(folders);
	}

}
