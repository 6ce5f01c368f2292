package kz.kopir.sync;

import java.util.Optional;

import kz.kopir.mapping.MappingException;
import kz.kopir.policy.Policies;

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

	/**
	 * The rules as they would be under a policy that is a draft.
	 * @throws MappingException when it is malformed, with line and column
	 */
	SchoolRules under(String draftPolicy);

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

			@Override
			public SchoolRules under(String draftPolicy) {
				return rules.with(Policies.draft(draftPolicy));
			}
		};
	}

}
