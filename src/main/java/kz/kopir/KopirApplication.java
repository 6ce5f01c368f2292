package kz.kopir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts the gateway. Without any setting it starts against its own rehearsal school.
 */
@SpringBootApplication
public class KopirApplication {

	public static void main(String[] args) {
		SpringApplication.run(KopirApplication.class, args);
	}

}
