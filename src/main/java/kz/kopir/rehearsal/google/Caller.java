package kz.kopir.rehearsal.google;

import java.util.Set;

/**
 * Who asks, as the bearer token says.
 *
 * @param userId Google user id
 * @param role what the user is in the school
 * @param client the service account or OAuth client that asks for the user
 * @param scopes what the user or the domain allowed it to do: Classroom's in short form
 * (see {@link Scopes}), others by their full names
 */
record Caller(String userId, Role role, String client, Set<String> scopes) {

	boolean mayUse(String... anyOf) {
		for (String scope : anyOf) {
			if (this.scopes.contains(scope)) {
				return true;
			}
		}
		return false;
	}

	/** What a user is in the school. */
	enum Role {

		ADMIN, TEACHER, PUPIL,
		/** An account of the school itself, such as its mailbox. */
		STAFF,
		/** A service account that stands for nobody. */
		NOBODY

	}

}
