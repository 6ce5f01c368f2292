package kz.kopir.doctor;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * What the doctor finds when it makes one examination.
 */
final class Look {

	private Look() {
	}

	static List<Finding> at(Examination examination) {
		return new Doctor(List.of(examination), Clock.systemUTC(), Duration.ofSeconds(30)).examine(null, (finding) -> {
		}).findings();
	}

}
