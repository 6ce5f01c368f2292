package kz.kopir.sync;

import java.util.Optional;

import kz.kopir.mapping.MappingException;

/**
 * Where the rules of a school come from. They change when a new version of its policy
 * counts.
 */
public interface SchoolSource {

	/** The rules that count now. */
	SchoolRules rules();

	/**
	 * Looks for new versions of the policy.
	 * @return why they were not taken; then what counted before goes on counting
	 */
	Optional<MappingException> refresh();

	/** Rules that never change. */
	static SchoolSource fixed(SchoolRules rules) {
		return new SchoolSource() {
			@Override
			public SchoolRules rules() {
				return rules;
			}

			@Override
			public Optional<MappingException> refresh() {
				return Optional.empty();
			}
		};
	}

}
