package kz.kopir.rehearsal.world;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A course and what its content is computed from.
 *
 * @param index place among the courses
 * @param facts what Classroom shows of it
 * @param kind what sort of course it is
 * @param link how it shows which class group and subject it teaches
 * @param teaching what it teaches, or null for a club
 * @param kazakh whether its teacher writes in Kazakh, else in Russian
 * @param pupils indexes of its pupils
 */
record CoursePlan(int index, CourseFacts facts, Kind kind, Link link, @Nullable Teaching teaching, boolean kazakh,
		List<Integer> pupils) {

	/** Sort of a course. */
	enum Kind {

		/** This year's course of a class-subject. */
		LESSONS,
		/** This year's course that has not been opened to the pupils. */
		PROVISIONED,
		/** Last year's course. */
		ARCHIVED,
		/** A club: pupils of several classes, no subject. */
		CLUB

	}

	/** How a course shows its link. */
	enum Link {

		/** The course code with ids in the description. */
		CODE,
		/** A row of the course links table. */
		TABLE,
		/** A code with names, as people write it. */
		HUMAN_CODE,
		/** Two codes that contradict each other. */
		TWO_CODES,
		/** Nothing. */
		NONE

	}

}
