package kz.kopir.roster;

import java.util.List;
import java.util.Map;

import kz.kopir.problem.ProblemCode;

/**
 * Who somebody is on the other side, or why that is not known.
 *
 * @param <T> what is linked to
 */
public sealed interface Linking<T> {

	/**
	 * Strong evidence says so.
	 *
	 * @param link the other side
	 * @param evidence stable kebab-case name of the evidence
	 */
	record Linked<T>(T link, String evidence) implements Linking<T> {
	}

	/**
	 * A person must decide.
	 *
	 * @param code what is the matter
	 * @param details ids and codes; never a name or an address
	 * @param suggestions what could be meant; for a screen behind a permission, never for
	 * a log
	 */
	record Unlinked<T>(ProblemCode code, Map<String, String> details,
			List<Suggestion> suggestions) implements Linking<T> {

		public Unlinked {
			details = Map.copyOf(details);
			suggestions = List.copyOf(suggestions);
		}

		/** Leaves the suggestions out: they are not for a log. */
		@Override
		public String toString() {
			return "Unlinked[" + this.code + ", " + this.details + "]";
		}

	}

}
