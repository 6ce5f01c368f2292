package kz.kopir.access;

import java.util.EnumSet;
import java.util.Set;

import org.springframework.http.HttpMethod;

/**
 * Who may call what.
 *
 * @param method the method; {@code GET} stands for {@code HEAD}, too
 * @param pattern of the path, as Spring writes it
 * @param audience for whom it is
 * @param roles roles that are needed, all of them; only with {@link Audience#ROLES}
 */
public record AccessRule(HttpMethod method, String pattern, Audience audience, Set<Role> roles) {

	public AccessRule {
		roles = Set.copyOf(roles);
	}

	static AccessRule open(HttpMethod method, String pattern) {
		return new AccessRule(method, pattern, Audience.EVERYBODY, Set.of());
	}

	static AccessRule signedIn(HttpMethod method, String pattern) {
		return new AccessRule(method, pattern, Audience.SIGNED_IN, Set.of());
	}

	static AccessRule of(HttpMethod method, String pattern, Role first, Role... more) {
		return new AccessRule(method, pattern, Audience.ROLES, EnumSet.of(first, more));
	}

	boolean isOf(String asked) {
		return this.method.matches(asked) || (this.method.equals(HttpMethod.GET) && HttpMethod.HEAD.matches(asked));
	}

	@Override
	public String toString() {
		return this.method + " " + this.pattern;
	}

	/** For whom a path is. */
	public enum Audience {

		/** For everybody, signed in or not. */
		EVERYBODY,

		/** For whoever has signed in. */
		SIGNED_IN,

		/** For who has certain roles. */
		ROLES

	}

}
