package kz.kopir.sync;

import java.util.Map;

import kz.kopir.school.SchoolId;

/**
 * The schools that this gateway serves, with their rules.
 *
 * @param schools rules by school
 */
public record SchoolBook(Map<SchoolId, SchoolRules> schools) {

	public SchoolBook {
		schools = Map.copyOf(schools);
	}

	/**
	 * The rules of a school.
	 * @throws IllegalArgumentException when the gateway does not serve it
	 */
	SchoolRules rules(SchoolId school) {
		SchoolRules rules = this.schools.get(school);
		if (rules == null) {
			throw new IllegalArgumentException("This gateway serves no school " + school + ".");
		}
		return rules;
	}

}
