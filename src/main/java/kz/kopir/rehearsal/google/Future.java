package kz.kopir.rehearsal.google;

import kz.kopir.rehearsal.world.CourseworkFacts;
import kz.kopir.rehearsal.world.SubmissionFacts;

/**
 * Values that Google may add to its enumerations one day, for about one record in forty
 * when switched on. Which ones depends on their ids alone.
 *
 * @param on whether there are any
 */
record Future(boolean on) {

	String workType(CourseworkFacts work) {
		return strikes(work.id()) ? "WORK_TYPE_OF_TOMORROW" : work.workType();
	}

	String state(SubmissionFacts submission) {
		return strikes(submission.id()) ? "SUBMISSION_STATE_OF_TOMORROW" : submission.state();
	}

	private boolean strikes(String id) {
		return this.on && Math.floorMod(id.hashCode() * 0x9E3779B9 >>> 8, 40) == 0;
	}

}
