package kz.kopir.manage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import kz.kopir.access.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/**
 * The user of the management endpoint. There is no default password: only the rehearsal,
 * which holds no real child's data, makes one up for each start.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ManageSettings.class)
class UserConfiguration {

	static final String ROLE = "OPS";

	private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]?\\$\\d\\d\\$[./0-9A-Za-z]{53}");

	private static final int GENERATED_BYTES = 15;

	@Bean
	PasswordEncoder passwordEncoder() {
		return new BCryptPasswordEncoder();
	}

	@Bean
	ManageAccess manageAccess(ManageSettings settings, Environment environment) {
		if (configuredHash(settings) != null) {
			return new ManageAccess(settings.user(), null);
		}
		if (!environment.acceptsProfiles(Profiles.of("rehearsal"))) {
			throw new PasswordUnusable("The management endpoint has no password. Without one anybody on this machine "
					+ "could start runs and read what stands in the database.");
		}
		byte[] random = new byte[GENERATED_BYTES];
		new SecureRandom().nextBytes(random);
		return new ManageAccess(settings.user(), Base64.getUrlEncoder().encodeToString(random));
	}

	@Bean
	UserDetailsService userDetailsService(ManageSettings settings, ManageAccess access, PasswordEncoder encoder) {
		String generated = access.generatedPassword();
		String hash = (generated != null) ? encoder.encode(generated) : configuredHash(settings);
		List<UserDetails> users = new ArrayList<>();
		users.add(user(access.user(), hash, Role.values()));
		if (settings.userForEachRole()) {
			for (Role role : Role.values()) {
				users.add(user(role.name().toLowerCase(Locale.ROOT), hash, Role.VIEWER, role));
			}
		}
		return new InMemoryUserDetailsManager(users);
	}

	private static UserDetails user(String name, String hash, Role... roles) {
		Set<String> all = new TreeSet<>();
		for (Role role : roles) {
			all.add(role.name());
		}
		if (roles.length == Role.values().length) {
			all.add(ROLE);
		}
		return User.withUsername(name).password(hash).roles(all.toArray(String[]::new)).build();
	}

	private static @Nullable String configuredHash(ManageSettings settings) {
		String hash = settings.passwordHash();
		Path file = settings.passwordFile();
		if (hash != null && !hash.isBlank()) {
			return usable(hash.strip(), "kopir.manage.password-hash");
		}
		return (file != null) ? usable(firstLine(file), "The first line of " + file) : null;
	}

	private static String usable(String hash, String place) {
		if (!BCRYPT.matcher(hash).matches()) {
			throw new PasswordUnusable(place + " is no bcrypt hash. A bcrypt hash has 60 characters and begins "
					+ "with $2; in a shell or a .env file put it between single quotes.");
		}
		return hash;
	}

	private static String firstLine(Path file) {
		try {
			List<String> lines = Files.readAllLines(file);
			return lines.isEmpty() ? "" : lines.get(0).strip();
		}
		catch (IOException ex) {
			throw new PasswordUnusable("The file " + file + " of kopir.manage.password-file cannot be read ("
					+ ex.getClass().getSimpleName() + ").");
		}
	}

}
