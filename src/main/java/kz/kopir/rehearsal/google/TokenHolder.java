package kz.kopir.rehearsal.google;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Who holds a bearer token, as another of Google's interfaces needs to know. The text
 * form is the id alone.
 *
 * @param userId Google user id
 * @param email address of the user, null for a service account that stands for nobody
 * @param client the service account or OAuth client that asks for the user
 * @param scopes what it may do: full names, but Classroom's without their common
 * beginning
 */
public record TokenHolder(String userId, @Nullable String email, String client, Set<String> scopes) {

	public TokenHolder {
		scopes = Set.copyOf(scopes);
	}

	@Override
	public String toString() {
		return "TokenHolder[" + this.userId + "]";
	}

}
