package kz.kopir.access;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * The command {@code hash-password}: reads a password from the keyboard or from a pipe,
 * never from the command line, where other users of the machine could see it.
 */
public final class PasswordHash {

	/** What stands on the command line. */
	public static final String COMMAND = "hash-password";

	/** More bytes than these bcrypt does not look at. */
	private static final int LONGEST = 72;

	private static final int SHORTEST = 12;

	private PasswordHash() {
	}

	/**
	 * Asks for the password and prints its hash.
	 * @param out where the hash goes
	 * @return the exit code, 0 if there is a hash
	 * @throws IOException if the password cannot be read
	 */
	public static int ask(PrintStream out) throws IOException {
		Console console = System.console();
		if (console == null) {
			return print(new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine(),
					out);
		}
		char[] typed = console.readPassword("Password: ");
		return print((typed == null) ? null : new String(typed), out);
	}

	static int print(@Nullable String password, PrintStream out) {
		if (password == null || password.length() < SHORTEST
				|| password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
			out.println("No hash was made: the password must have at least " + SHORTEST + " characters and at most "
					+ LONGEST + " bytes.");
			return 1;
		}
		out.println(new BCryptPasswordEncoder().encode(password));
		return 0;
	}

}
