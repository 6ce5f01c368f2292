package kz.kopir.rehearsal.gmail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The folder in which each mail is a file that any mail program opens:
 * {@code 0012-aigul.abenova.eml}, by number and the first recipient.
 */
final class MailFolder {

	private static final String OWN_FILES = "[0-9][0-9][0-9][0-9]*-*.eml";

	private static final int LONGEST_NAME = 60;

	private final Path folder;

	private MailFolder(Path folder) {
		this.folder = folder;
	}

	/**
	 * Makes the folder and takes the mails of an earlier start out of it.
	 * @throws UncheckedIOException when it cannot be written
	 */
	static MailFolder open(Path folder) {
		try {
			Files.createDirectories(folder);
			try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, OWN_FILES)) {
				for (Path file : old) {
					Files.delete(file);
				}
			}
			return new MailFolder(folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The rehearsal cannot write its mails into " + folder
					+ ". Make the folder writable or name another one with kopir.rehearsal.folder.", ex);
		}
	}

	void write(Mail mail) {
		String local = mail.recipients().get(0).split("@", 2)[0].replaceAll("[^A-Za-z0-9._-]", "_");
		String name = String.format(Locale.ROOT, "%04d-%s.eml", mail.number(),
				local.substring(0, Math.min(local.length(), LONGEST_NAME)));
		try {
			Files.write(this.folder.resolve(name), mail.eml());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The rehearsal cannot write a mail into " + this.folder, ex);
		}
	}

}
