package kz.kopir.mail;

import java.util.Optional;

import kz.kopir.school.SchoolId;
import kz.kopir.staff.StaffMember;

/**
 * Says who a person is now: an address may be corrected while a mail waits.
 */
@FunctionalInterface
public interface Addressees {

	/**
	 * A person of the school's staff.
	 * @param person key of the person
	 * @return the person, or empty when the table of staff does not name them any more
	 */
	Optional<StaffMember> find(SchoolId school, String person);

}
