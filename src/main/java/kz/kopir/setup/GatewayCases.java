package kz.kopir.setup;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import kz.kopir.database.DatabaseSettings;
import kz.kopir.doctor.GatewayCase;
import kz.kopir.doctor.NamedPath;
import kz.kopir.doctor.Reading;
import kz.kopir.mapping.Programs;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * Describes to the doctor what all schools of a gateway share.
 *
 * @param environment all settings
 * @param resources finds the mappings
 */
record GatewayCases(Environment environment, ResourceLoader resources) {

	/**
	 * @param settings what could be understood of the gateway's settings, or null
	 * @param database where the database is, or null when that cannot be understood
	 * @param readings what else can be wrong in the settings
	 */
	GatewayCase of(@Nullable KopirSettings settings, @Nullable DatabaseSettings database, List<Reading> readings) {
		List<NamedPath> files = new ArrayList<>();
		List<NamedPath> folders = new ArrayList<>();
		users().forEach((user) -> secret(files, "kopir.manage.users." + user + ".password-file"));
		secret(files, "kopir.privacy.key-file");
		folder(folders, "kopir.log-file", Path.of(this.environment.getProperty("kopir.log-file", "kopir.log")));
		if (database != null && database.isSqlite()) {
			Path file = Path.of(database.file());
			folder(folders, "kopir.database.url", file);
			if (file.toFile().exists()) {
				files.add(new NamedPath("kopir.database.url", file, true));
			}
		}
		return new GatewayCase(readings, (settings != null) ? mappings(settings) : List.of(), files, folders, database,
				(settings != null) ? servers(settings) : Map.of());
	}

	private Set<String> users() {
		return Binder.get(this.environment)
			.bind("kopir.manage.users", Bindable.mapOf(String.class, Object.class))
			.map(Map::keySet)
			.orElse(Set.of());
	}

	/** A file that only the gateway may read; the key is made at the first start. */
	private void secret(List<NamedPath> files, String setting) {
		String file = this.environment.getProperty(setting, "");
		boolean isMadeLater = setting.startsWith("kopir.privacy.") && !Path.of(file).toFile().exists();
		if (!file.isBlank() && !isMadeLater) {
			files.add(new NamedPath(setting, Path.of(file), false));
		}
	}

	private static void folder(List<NamedPath> folders, String setting, Path file) {
		folders.add(new NamedPath(setting, file.toAbsolutePath().getParent(), true));
	}

	private List<Reading> mappings(KopirSettings settings) {
		Programs programs = new Programs(this.resources, settings.mappings());
		return FlowConfiguration.PROGRAMS.stream()
			.flatMap(List::stream)
			.<Reading>map((program) -> () -> programs.check(List.of(program)))
			.toList();
	}

	private static Map<String, URI> servers(KopirSettings settings) {
		Map<String, URI> servers = new LinkedHashMap<>();
		servers.put("Google Classroom", URI.create(settings.classroom().url()));
		servers.put("Kundelik", URI.create(settings.kundelik().url()));
		if (settings.schools().values().stream().anyMatch((school) -> school.zoom().accountId() != null)) {
			servers.put("Zoom", URI.create(settings.zoom().url()));
		}
		return servers;
	}

}
