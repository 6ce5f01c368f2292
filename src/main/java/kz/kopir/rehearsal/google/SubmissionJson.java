package kz.kopir.rehearsal.google;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

import kz.kopir.rehearsal.world.CourseFacts;
import kz.kopir.rehearsal.world.CourseworkFacts;
import kz.kopir.rehearsal.world.HistoryFacts;
import kz.kopir.rehearsal.world.SubmissionFacts;
import org.jspecify.annotations.Nullable;

/**
 * Writes a submission.
 */
final class SubmissionJson {

	private static final String DRAFT_CHANGE = "DRAFT_GRADE_POINTS_EARNED_CHANGE";

	private final boolean explicitZero;

	private final Future future;

	SubmissionJson(boolean explicitZero, Future future) {
		this.explicitZero = explicitZero;
		this.future = future;
	}

	/**
	 * Writes one.
	 * @param json where to
	 * @param course its course
	 * @param work its coursework
	 * @param submission the submission
	 * @param drafts whether the reader may see draft grades
	 * @throws IOException when it cannot be written
	 */
	void write(MaskedJson json, CourseFacts course, CourseworkFacts work, SubmissionFacts submission, boolean drafts)
			throws IOException {
		json.text("courseId", course.id());
		json.text("courseWorkId", submission.courseworkId());
		json.text("id", submission.id());
		json.text("userId", submission.googleId());
		json.time("creationTime", submission.created());
		json.time("updateTime", submission.updated());
		json.text("state", this.future.state(submission));
		json.flag("late", submission.late());
		if (drafts) {
			grade(json, "draftGrade", submission.draftGrade());
		}
		grade(json, "assignedGrade", submission.assignedGrade());
		if (json.selects("alternateLink")) {
			json.text("alternateLink", CourseCalls.link(course.id()) + "/a/" + CourseCalls.base64(work.id())
					+ "/submissions/by-status/and-sort-last-name/student/" + CourseCalls.base64(submission.googleId()));
		}
		json.text("courseWorkType", this.future.workType(work));
		switch (work.workType()) {
			case "SHORT_ANSWER_QUESTION" -> json.object("shortAnswerSubmission", SubmissionJson::nothing);
			case "MULTIPLE_CHOICE_QUESTION" -> json.object("multipleChoiceSubmission", SubmissionJson::nothing);
			default -> json.object("assignmentSubmission", SubmissionJson::nothing);
		}
		if (json.selects("submissionHistory")) {
			history(json, submission.history(), drafts);
		}
	}

	private void grade(MaskedJson json, String name, @Nullable BigDecimal grade) throws IOException {
		if (this.explicitZero) {
			json.number(name, grade);
		}
		else {
			json.nonZero(name, grade);
		}
	}

	private static void history(MaskedJson json, List<HistoryFacts> history, boolean drafts) throws IOException {
		List<HistoryFacts> seen = drafts ? history
				: history.stream().filter((event) -> !DRAFT_CHANGE.equals(event.gradeChange())).toList();
		json.objects("submissionHistory", seen, SubmissionJson::event);
	}

	private static void event(MaskedJson json, HistoryFacts event) throws IOException {
		if (event.state() != null) {
			json.object("stateHistory", (state) -> {
				state.text("state", event.state());
				state.time("stateTimestamp", event.at());
				state.text("actorUserId", event.actorId());
			});
		}
		else {
			json.object("gradeHistory", (grade) -> {
				// a plain number, other than the grade itself: 0 and withdrawn look alike
				grade.nonZero("pointsEarned", event.points());
				grade.nonZero("maxPoints", event.maxPoints());
				grade.time("gradeTimestamp", event.at());
				grade.text("actorUserId", event.actorId());
				grade.text("gradeChangeType", event.gradeChange());
			});
		}
	}

	/** Google shows an empty object where it shows no content. */
	private static void nothing(MaskedJson json) {
		// no fields
	}

}
