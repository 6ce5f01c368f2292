package kz.kopir.rehearsal.google;

import kz.kopir.rehearsal.google.Caller.Role;

/**
 * A Google account of the school. The text form is the id alone.
 *
 * @param id Google user id
 * @param email address
 * @param givenName given name as the account spells it
 * @param familyName surname as the account spells it
 * @param role what the user is in the school
 */
record Person(String id, String email, String givenName, String familyName, Role role) {

	@Override
	public String toString() {
		return "Person[" + this.id + "]";
	}

}
