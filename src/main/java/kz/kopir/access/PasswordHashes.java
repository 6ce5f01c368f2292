package kz.kopir.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Reads the hashes of the users' passwords from the settings. Whatever cannot be used
 * keeps the gateway from starting.
 */
final class PasswordHashes {

	private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]?\\$\\d\\d\\$[./0-9A-Za-z]{53}");

	/** As the audit, the policy and the environment can name a user. */
	private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,59}");

	private final boolean elsewhere;

	/**
	 * @param elsewhere whether users may sign in with an account elsewhere, and so need
	 * no password here
	 */
	PasswordHashes(boolean elsewhere) {
		this.elsewhere = elsewhere;
	}

	/**
	 * The hash of each user who has a password.
	 * @throws AccessUnusable when a user has neither a usable hash nor another way to
	 * sign in
	 */
	Map<String, String> of(Map<String, AccessSettings.User> users) {
		Map<String, String> hashes = new HashMap<>();
		Set<String> emails = new HashSet<>();
		users.forEach((name, user) -> {
			if (!NAME.matcher(name).matches()) {
				throw new AccessUnusable("kopir.manage.users names a user in a way that cannot be used.",
						"Name users in small Latin letters, digits, dots and hyphens, for example deputy.");
			}
			String setting = "kopir.manage.users." + name;
			String email = user.email();
			if (email != null && !emails.add(email.strip().toLowerCase(Locale.ROOT))) {
				throw new AccessUnusable(setting + ".email is the address of another user, too.",
						"Give each user an address of their own: the audit tells by it who did what.");
			}
			String hash = hash(setting, user);
			if (hash != null) {
				hashes.put(name, hash);
			}
			else if (email == null || !this.elsewhere) {
				throw new AccessUnusable("The user " + name + " has no password and no account elsewhere.",
						UserConfiguration.MAKE_A_HASH);
			}
		});
		return hashes;
	}

	private static @Nullable String hash(String setting, AccessSettings.User user) {
		String hash = user.passwordHash();
		Path file = user.passwordFile();
		if (hash != null && !hash.isBlank()) {
			return usable(hash.strip(), setting + ".password-hash");
		}
		return (file != null) ? usable(firstLine(setting, file), "The first line of " + file) : null;
	}

	private static String usable(String hash, String place) {
		if (!BCRYPT.matcher(hash).matches()) {
			throw new AccessUnusable(
					place + " is no bcrypt hash. A bcrypt hash has 60 characters and begins "
							+ "with $2; in a shell or a .env file put it between single quotes.",
					UserConfiguration.MAKE_A_HASH);
		}
		return hash;
	}

	private static String firstLine(String setting, Path file) {
		try {
			List<String> lines = Files.readAllLines(file);
			return lines.isEmpty() ? "" : lines.get(0).strip();
		}
		catch (IOException ex) {
			throw new AccessUnusable("The file " + file + " of " + setting + ".password-file cannot be read ("
					+ ex.getClass().getSimpleName() + ").", UserConfiguration.MAKE_A_HASH);
		}
	}

}
