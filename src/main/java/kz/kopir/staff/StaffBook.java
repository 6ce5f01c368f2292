package kz.kopir.staff;

import java.util.Map;

import kz.kopir.school.SchoolId;

/**
 * The staff of every school.
 */
public final class StaffBook {

	private final Map<SchoolId, Staff> schools;

	public StaffBook(Map<SchoolId, Staff> schools) {
		this.schools = Map.copyOf(schools);
	}

	/**
	 * The staff of a school.
	 * @throws IllegalArgumentException when the settings do not know the school
	 */
	public Staff of(SchoolId school) {
		Staff staff = this.schools.get(school);
		if (staff == null) {
			throw new IllegalArgumentException("The settings have no school " + school);
		}
		return staff;
	}

}
