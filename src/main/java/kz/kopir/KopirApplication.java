package kz.kopir;

import java.io.IOException;

import kz.kopir.manage.PasswordHash;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts the gateway. Without any setting it starts against its own rehearsal school.
 */
@SpringBootApplication
public class KopirApplication {

	/**
	 * Starts the gateway, or makes the hash of a password when the only argument is
	 * {@code hash-password}.
	 * @throws IOException if the password cannot be read
	 */
	public static void main(String[] args) throws IOException {
		if (args.length == 1 && args[0].equals(PasswordHash.COMMAND)) {
			System.exit(PasswordHash.ask(System.out));
		}
		SpringApplication.run(KopirApplication.class, args);
	}

}
