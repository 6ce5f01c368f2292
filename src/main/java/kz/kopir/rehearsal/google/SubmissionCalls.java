package kz.kopir.rehearsal.google;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import kz.kopir.rehearsal.world.CourseFacts;
import kz.kopir.rehearsal.world.CourseworkFacts;
import kz.kopir.rehearsal.world.SubmissionFacts;
import kz.kopir.rehearsal.world.World;
import org.jspecify.annotations.Nullable;

/**
 * Submissions, of one coursework or, with {@code -} in its place, of a whole course. The
 * one listing that is long: it does no more for a page than the page needs.
 */
final class SubmissionCalls {

	private static final String ANY = "-";

	private static final Set<String> STATES = Set.of("NEW", "CREATED", "TURNED_IN", "RETURNED", "RECLAIMED_BY_STUDENT");

	private static final Set<String> LATENESS = Set.of("LATE_ONLY", "NOT_LATE_ONLY");

	private final World world;

	private final Courses courses;

	private final Directory directory;

	private final Answers answers;

	private final SubmissionJson json;

	SubmissionCalls(World world, Courses courses, Directory directory, Answers answers, SubmissionJson json) {
		this.world = world;
		this.courses = courses;
		this.directory = directory;
		this.answers = answers;
		this.json = json;
	}

	byte[] list(Query query, String courseId, String courseworkId) throws IOException {
		CourseFacts course = this.courses.visible(courseId, query.caller());
		Map<String, CourseworkFacts> works = works(course);
		if (!courseworkId.equals(ANY) && !works.containsKey(courseworkId)) {
			throw ApiError.notFound();
		}
		List<SubmissionFacts> found = filtered(this.world.submissions(course.id()),
				filter(query, course, courseworkId, works));
		boolean drafts = this.courses.manages(query.caller(), course);
		return this.answers.list(query, Resource.SUBMISSION, found, (out, submission) -> this.json.write(out, course,
				works.get(submission.courseworkId()), submission, drafts));
	}

	byte[] get(Query query, String courseId, String courseworkId, String id) throws IOException {
		CourseFacts course = this.courses.visible(courseId, query.caller());
		Map<String, CourseworkFacts> works = works(course);
		Predicate<SubmissionFacts> visible = filter(query, course, courseworkId, works);
		SubmissionFacts submission = this.world.submissions(course.id())
			.stream()
			.filter((candidate) -> candidate.id().equals(id) && (visible == null || visible.test(candidate)))
			.findFirst()
			.orElseThrow(ApiError::notFound);
		boolean drafts = this.courses.manages(query.caller(), course);
		return this.answers.one(query, Resource.SUBMISSION,
				(out) -> this.json.write(out, course, works.get(submission.courseworkId()), submission, drafts));
	}

	/**
	 * Published coursework by id: there are no submissions of drafts and deleted work.
	 */
	private Map<String, CourseworkFacts> works(CourseFacts course) {
		Map<String, CourseworkFacts> works = new HashMap<>();
		for (CourseworkFacts work : this.world.coursework(course.id())) {
			if (work.state().equals("PUBLISHED")) {
				works.put(work.id(), work);
			}
		}
		return works;
	}

	/** What the caller may see of what it asked for, or null for everything. */
	private @Nullable Predicate<SubmissionFacts> filter(Query query, CourseFacts course, String courseworkId,
			Map<String, CourseworkFacts> works) {
		List<String> states = query.enums("states", STATES);
		String late = query.text("late");
		if (late != null && !LATENESS.contains(late)) {
			throw ApiError.invalidValue("late", late);
		}
		String user = query.text("userId");
		String userId = (user != null) ? this.directory.userId(user, query.caller()) : null;
		boolean own = !this.courses.manages(query.caller(), course)
				|| !query.caller().mayUse(Scopes.SUBMISSIONS_OF_STUDENTS);
		boolean all = courseworkId.equals(ANY) && states.isEmpty() && late == null && userId == null && !own;
		if (all && works.size() == this.world.coursework(course.id()).size()) {
			return null;
		}
		return (submission) -> works.containsKey(submission.courseworkId())
				&& (courseworkId.equals(ANY) || submission.courseworkId().equals(courseworkId))
				&& (states.isEmpty() || states.contains(submission.state()))
				&& (late == null || submission.late() == late.equals("LATE_ONLY"))
				&& (userId == null || submission.googleId().equals(userId))
				&& (!own || submission.googleId().equals(query.caller().userId()));
	}

	private static List<SubmissionFacts> filtered(List<SubmissionFacts> all,
			@Nullable Predicate<SubmissionFacts> filter) {
		return (filter != null) ? all.stream().filter(filter).toList() : all;
	}

}
