package kz.kopir.privacy;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HexFormat;

import kz.kopir.school.SchoolId;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The key of the pseudonyms. It is made once and must never get lost: with another key
 * nobody would be known to be left out, and marks of an erased pupil would be carried
 * again. So a start with another key than the database knows is refused.
 */
final class PseudonymKey {

	private static final int BYTES = 32;

	private final Path file;

	private final JdbcClient jdbc;

	PseudonymKey(Path file, JdbcClient jdbc) {
		this.file = file;
		this.jdbc = jdbc;
	}

	/**
	 * Reads the key, or makes it if it was never made.
	 * @throws KeyUnusable when it is not the key that this database knows
	 */
	Pseudonyms load(Collection<SchoolId> schools) {
		try {
			if (!Files.exists(this.file)) {
				if (isKnown()) {
					throw new KeyUnusable("The key of the pseudonyms is not there: " + this.file.toAbsolutePath()
							+ ". Without it nobody could tell which pupils are to be left out.");
				}
				make();
			}
			Pseudonyms pseudonyms = new Pseudonyms(read());
			schools.forEach((school) -> check(school, pseudonyms));
			return pseudonyms;
		}
		catch (IOException ex) {
			throw new KeyUnusable("The key of the pseudonyms cannot be read or made: " + this.file.toAbsolutePath()
					+ " (" + ex.getClass().getSimpleName() + ").");
		}
	}

	private boolean isKnown() {
		return this.jdbc.sql("select count(*) from pseudonym_key").query(Integer.class).single() > 0;
	}

	private void check(SchoolId school, Pseudonyms pseudonyms) {
		this.jdbc.sql("""
				insert into pseudonym_key (school, fingerprint) values (:school, :fingerprint)
				on conflict (school) do nothing
				""").param("school", school.value()).param("fingerprint", pseudonyms.fingerprint(school)).update();
		String known = this.jdbc.sql("select fingerprint from pseudonym_key where school = :school")
			.param("school", school.value())
			.query(String.class)
			.single();
		if (!known.equals(pseudonyms.fingerprint(school))) {
			throw new KeyUnusable("The key of the pseudonyms in " + this.file.toAbsolutePath()
					+ " is not the one with which this database was used before.");
		}
	}

	private byte[] read() throws IOException {
		try {
			byte[] key = HexFormat.of().parseHex(Files.readString(this.file).strip());
			if (key.length == BYTES) {
				return key;
			}
		}
		catch (IllegalArgumentException ex) {
			throw new KeyUnusable("The file " + this.file.toAbsolutePath()
					+ " holds no key of pseudonyms: it is no hexadecimal number.");
		}
		throw new KeyUnusable(
				"The file " + this.file.toAbsolutePath() + " holds no key of pseudonyms: it has another length.");
	}

	/** Written aside and moved, so that nobody ever reads half of it. */
	private void make() throws IOException {
		byte[] key = new byte[BYTES];
		new SecureRandom().nextBytes(key);
		Path folder = this.file.toAbsolutePath().getParent();
		Files.createDirectories(folder);
		FileAttribute<?>[] ownersOnly = FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];
		Path written = Files.createTempFile(folder, "pseudonym-key", ".new", ownersOnly);
		Files.writeString(written, HexFormat.of().formatHex(key) + "\n");
		Files.move(written, this.file, StandardCopyOption.ATOMIC_MOVE);
	}

	/** The gateway does not start with this key, or without one. */
	static final class KeyUnusable extends RuntimeException {

		private static final long serialVersionUID = 1L;

		KeyUnusable(String message) {
			super(message);
		}

	}

}
