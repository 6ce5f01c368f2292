package kz.kopir.sync;

import java.util.List;
import java.util.Locale;

import kz.kopir.school.PupilId;
import kz.kopir.summative.JudgedSummative;
import org.jspecify.annotations.Nullable;

/**
 * A БЖБ or ТЖБ of a class group with all that a run found out about it.
 *
 * @param found the work and its course
 * @param judged what the rules say
 * @param handedIn submissions that wait for a grade
 * @param scores the scores of pupils who are known, as far as they can stand in the
 * journal
 * @param about for problems
 */
record SummativeItem(SummativeFound found, JudgedSummative judged, int handedIn, List<Score> scores, About about) {

	@Override
	public String toString() {
		return "SummativeItem[" + this.found.source() + "]";
	}

	/**
	 * One pupil's score. Its text form holds no value.
	 *
	 * @param pupil whose it is
	 * @param wanted the score that shall stand in the journal
	 * @param standing the score that stands there, or null
	 * @param state what became of it
	 */
	record Score(PupilId pupil, int wanted, @Nullable Integer standing, State state) {

		@Override
		public String toString() {
			return "Score[" + this.state + "]";
		}

	}

	/** What became of a score. */
	enum State {

		/** It stands in the journal. */
		STANDING,
		/** It is to be written. */
		PLANNED,
		/** A person is to type it. */
		HANDED_OVER,
		/** It came late and waits. */
		LATE,
		/** The journal shows another one. */
		DIFFERS,
		/** A person must act. */
		HELD;

		static State of(Comparison outcome) {
			return switch (outcome) {
				case UNCHANGED, ADOPT -> STANDING;
				case OF_ANOTHER, CHANGED_BY_HAND -> DIFFERS;
				case NOTHING, ADD, CHANGE, REMOVED_BY_HAND, WITHDRAWN -> HELD;
			};
		}

		String code() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
