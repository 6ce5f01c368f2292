package kz.kopir.run;

import java.time.Instant;
import java.util.Optional;

import kz.kopir.school.SchoolId;

/**
 * When flows run by themselves.
 */
public interface Timetable {

	/**
	 * The next moment at which a flow of a school is due by its schedule. Whether there
	 * is something to do then is looked at only when it comes.
	 * @return nothing when the gateway serves no such school or flow
	 */
	Optional<Instant> next(SchoolId school, String flow);

}
