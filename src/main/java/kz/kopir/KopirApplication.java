package kz.kopir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

import kz.kopir.access.PasswordHash;
import kz.kopir.doctor.DoctorCommand;
import kz.kopir.rehearsal.Rehearsal;
import kz.kopir.rehearsal.RehearsalServers;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts the gateway. Without any setting it starts against its own rehearsal school.
 */
@SpringBootApplication
public class KopirApplication {

	private static final String REHEARSAL = "rehearsal";

	/**
	 * Starts the gateway; with {@code hash-password} as only argument makes the hash of a
	 * password, with {@code rehearsal} as first argument starts the stand-ins of the
	 * rehearsal school alone, with {@code doctor} looks whether all that a gateway needs
	 * is there and works.
	 * @throws IOException if the password cannot be read
	 * @throws InterruptedException if the stand-ins are told to end
	 */
	public static void main(String[] args) throws IOException, InterruptedException {
		if (args.length == 1 && args[0].equals(PasswordHash.COMMAND)) {
			System.exit(PasswordHash.ask(System.out));
		}
		if (args.length > 0 && args[0].equals(DoctorCommand.COMMAND)) {
			System.exit(DoctorApplication.run(Arrays.copyOfRange(args, 1, args.length), System.out));
		}
		if (args.length > 0 && args[0].equals(REHEARSAL)) {
			serveRehearsal(Arrays.copyOfRange(args, 1, args.length));
			return;
		}
		SpringApplication.run(KopirApplication.class, args);
	}

	private static void serveRehearsal(String[] args) throws InterruptedException {
		try (Rehearsal rehearsal = RehearsalServers.start(args, System.out)) {
			new CountDownLatch(1).await();
		}
		catch (IllegalArgumentException ex) {
			System.err.println(ex.getMessage());
			System.exit(2);
		}
		catch (UncheckedIOException ex) {
			System.err.println(ex.getMessage());
			System.exit(1);
		}
	}

}
