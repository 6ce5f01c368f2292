package kz.kopir.grading;

import java.util.Map;

import kz.kopir.problem.ProblemCode;

/**
 * What the rules say about one thing that could stand in the journal.
 *
 * @param <T> the wanted value
 */
public sealed interface Judgement<T> {

	/**
	 * It should stand in the journal.
	 *
	 * @param value what should stand there
	 * @param reason stable kebab-case name of the rule, shown in the plan
	 */
	record Wanted<T>(T value, String reason) implements Judgement<T> {
	}

	/**
	 * The source has no opinion now: what was delivered before stays untouched.
	 *
	 * @param reason stable kebab-case name of the rule
	 */
	record Pending<T>(String reason) implements Judgement<T> {
	}

	/**
	 * It is not for the journal.
	 *
	 * @param reason stable kebab-case name of the rule
	 */
	record SetAside<T>(String reason) implements Judgement<T> {
	}

	/**
	 * A person must do something first.
	 *
	 * @param code what is the matter
	 * @param details ids, codes, dates and titles; never a pupil's name or mark
	 */
	record Refused<T>(ProblemCode code, Map<String, String> details) implements Judgement<T> {

		public Refused {
			details = Map.copyOf(details);
		}

	}

}
