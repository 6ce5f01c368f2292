package kz.kopir.sync;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import kz.kopir.mapping.MappingException;
import kz.kopir.school.SchoolId;

/**
 * The schools that this gateway serves, with their rules.
 */
public final class SchoolBook {

	private final Map<SchoolId, SchoolSource> schools;

	/**
	 * @param schools where the rules of each school come from
	 */
	public SchoolBook(Map<SchoolId, SchoolSource> schools) {
		this.schools = Map.copyOf(schools);
	}

	/** All schools. */
	public Set<SchoolId> schools() {
		return this.schools.keySet();
	}

	/**
	 * The rules of a school that count now.
	 * @throws IllegalArgumentException when the gateway does not serve it
	 */
	public SchoolRules rules(SchoolId school) {
		return source(school).rules();
	}

	/**
	 * The rules of a school as they would be under a policy that is a draft.
	 * @throws MappingException when it is malformed, with line and column
	 */
	public SchoolRules under(SchoolId school, String draftPolicy) {
		return source(school).under(draftPolicy);
	}

	/** Takes new versions of a school's policy, or says why not. */
	Optional<MappingException> refresh(SchoolId school) {
		return source(school).refresh();
	}

	private SchoolSource source(SchoolId school) {
		SchoolSource source = this.schools.get(school);
		if (source == null) {
			throw new IllegalArgumentException("This gateway serves no school " + school + ".");
		}
		return source;
	}

}
