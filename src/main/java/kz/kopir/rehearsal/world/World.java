package kz.kopir.rehearsal.world;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

import kz.kopir.rehearsal.world.CoursePlan.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The rehearsal school: its journal's side (class groups, pupils, timetable) and its
 * Classroom side (courses, coursework, submissions), with the traps of real schools.
 * People, class groups and courses are held; lessons, coursework and submissions are
 * computed on demand. Reading and changing are safe for several threads.
 *
 * <p>
 * Methods that take the id of a course throw {@link NoSuchElementException} when there is
 * no such course or it has been removed.
 */
public final class World {

	/** The day on which the whole school learns from home: Friday 20 November 2026. */
	public static final LocalDate DISTANCE_DAY = LocalDate.of(2026, 11, 20);

	private static final LocalTime NOW = LocalTime.of(17, 0);

	private static final int MILLION = 1_000_000;

	/** No plan of a course is longer. */
	private static final int MOST_PLANNED = 32;

	private final WorldSettings settings;

	private final Keys keys;

	private final SchoolYear year;

	private final Curriculum curriculum;

	private final Classes classes;

	private final Staff staff;

	private final Timetable timetable;

	private final Courses courses;

	private final Shelf shelf;

	private final CourseworkPlan courseworkPlan;

	private final CriteriaPlan criteria;

	private final Submissions submissions;

	private final LinkTables linkTables;

	private final Changes changes;

	private final ZoomUsers zoomUsers;

	private final Meetings meetings;

	private final Clock clock;

	private World(WorldSettings settings, Clock clock) {
		this.clock = clock;
		this.settings = settings;
		this.keys = new Keys(settings.seed());
		this.year = new SchoolYear(this.keys);
		this.curriculum = new Curriculum(this.keys);
		this.classes = new Classes(settings, this.keys);
		this.staff = new Staff(settings, this.keys, this.classes, this.curriculum);
		this.timetable = new Timetable(settings, this.keys, this.year, this.classes, this.staff);
		this.courses = new Courses(settings, this.keys, this.classes, this.staff);
		this.shelf = new Shelf(settings, this.keys);
		this.courseworkPlan = new CourseworkPlan(settings, this.keys, this.year, this.timetable, this.classes, clock);
		this.criteria = new CriteriaPlan(settings, this.keys, this.year, this.courses, this.courseworkPlan::of);
		this.submissions = new Submissions(settings, this.classes, clock);
		this.linkTables = new LinkTables(settings, this.classes, this.courses);
		this.changes = new Changes(clock);
		this.zoomUsers = new ZoomUsers(settings, this.staff);
		this.meetings = new Meetings(settings, this.classes, this.staff, this.timetable, this.zoomUsers);
	}

	/** Makes the school of these settings as it stands at 17:00 of its today. */
	public static World generate(WorldSettings settings) {
		return generate(settings, Clock.fixed(SchoolYear.at(settings.today(), NOW), ZoneOffset.ofHours(5)));
	}

	/**
	 * Makes the school of these settings as it stands when it is asked. What teachers
	 * plan up to its today appears in Classroom when its time has come, and pupils and
	 * teachers go on with it as time goes on.
	 * @param settings which school
	 * @param clock what time it is there; it never goes back
	 */
	public static World generate(WorldSettings settings, Clock clock) {
		return new World(settings, clock);
	}

	public WorldSettings settings() {
		return this.settings;
	}

	/** Kundelik's id of the school, 13 digits. */
	public long schoolId() {
		return this.keys.school();
	}

	public String schoolName() {
		return "№1 мектеп-лицей";
	}

	/** The four terms of 2026-27. */
	public List<TermFacts> terms() {
		return this.year.terms();
	}

	public List<SubjectFacts> subjects() {
		return this.curriculum.subjects();
	}

	public List<TeacherFacts> teachers() {
		return List.copyOf(this.staff.teachers());
	}

	/** All pupils, class by class. */
	public List<PupilFacts> pupils() {
		return List.copyOf(this.classes.pupils());
	}

	/** All class groups, each class before its subgroups. */
	public List<GroupFacts> groups() {
		return List.copyOf(this.classes.groups());
	}

	/** The pupil of a Kundelik person id, or null. */
	public @Nullable PupilFacts pupil(long personId) {
		int index = this.classes.pupilByPerson(personId);
		return (index >= 0) ? this.classes.pupils().get(index) : null;
	}

	/** The pupil of a Google user id, or null. */
	public @Nullable PupilFacts pupilByGoogleId(String googleId) {
		int index = this.classes.pupilByGoogle(googleId);
		return (index >= 0) ? this.classes.pupils().get(index) : null;
	}

	/**
	 * Lessons of terms 1 and 2 of a class group, by date and number. A subject that is
	 * taught in subgroups is in the subgroups' lessons, not in those of the class.
	 * @param groupId id of a class or a subgroup
	 * @throws NoSuchElementException when there is no such class group
	 */
	public List<LessonFacts> lessons(long groupId) {
		int index = this.classes.groupById(groupId);
		if (index < 0) {
			throw new NoSuchElementException(
					"The rehearsal school has no class group " + groupId + ". Take an id from groups().");
		}
		return this.timetable.lessons(index);
	}

	/** A lesson of terms 1 and 2, or null when there is none of this id. */
	public @Nullable LessonFacts lesson(long id) {
		return this.timetable.lesson(id);
	}

	/** All courses but the removed ones. */
	public List<CourseFacts> courses() {
		return plans().map(CoursePlan::facts).toList();
	}

	/** A course, or null when there is none or it was removed. */
	public @Nullable CourseFacts course(String id) {
		CoursePlan plan = this.courses.byId(id);
		return (plan != null && !this.changes.isRemoved(id)) ? plan.facts() : null;
	}

	/** Google user ids of the pupils of a course. */
	public List<String> students(String courseId) {
		return plan(courseId).pupils().stream().map((pupil) -> this.classes.pupils().get(pupil).googleId()).toList();
	}

	public List<TopicFacts> topics(String courseId) {
		return this.shelf.topics(plan(courseId));
	}

	/** Coursework of a course in every state that was created by now, oldest first. */
	public List<CourseworkFacts> coursework(String courseId) {
		return given(plan(courseId));
	}

	private List<CourseworkFacts> given(CoursePlan plan) {
		Instant now = this.clock.instant();
		return Stream.concat(this.courseworkPlan.of(plan).stream(), this.changes.given(plan.facts().id()).stream())
			.filter((work) -> !work.created().isAfter(now))
			.toList();
	}

	/**
	 * The teacher gives one more coursework, now, to the whole course; pupils and teacher
	 * go on with it as with any other.
	 * @param courseId the course
	 * @param title its title
	 * @param due the day on which it is due at 17:00, Asia/Almaty
	 * @param maxPoints its maximum
	 * @return its id
	 * @throws IllegalArgumentException when the day is over
	 */
	public synchronized String give(String courseId, String title, LocalDate due, BigDecimal maxPoints) {
		CoursePlan plan = plan(courseId);
		Instant now = this.clock.instant();
		Instant end = SchoolYear.at(due, NOW);
		if (end.isBefore(now)) {
			throw new IllegalArgumentException("It is too late to give work for " + due + ".");
		}
		String id = this.keys.coursework(plan.index(), MOST_PLANNED + this.changes.given(courseId).size());
		this.changes.give(new CourseworkFacts(id, courseId, title, null, "PUBLISHED", "ASSIGNMENT", maxPoints, end,
				true, now, now, null, null, null, List.of()));
		return id;
	}

	public List<MaterialFacts> materials(String courseId) {
		return this.shelf.materials(plan(courseId));
	}

	/**
	 * Submissions of a course's published coursework, computed anew in each call, by
	 * coursework and then by pupil.
	 */
	public List<SubmissionFacts> submissions(String courseId) {
		CoursePlan plan = plan(courseId);
		List<CourseworkFacts> works = given(plan);
		return this.changes.applied(plan, works, this.submissions.of(plan, works));
	}

	/**
	 * The teacher returns a submission with this grade.
	 * @throws NoSuchElementException when the pupil has no submission of the coursework
	 */
	public void regrade(String courseId, String courseworkId, String googleId, BigDecimal grade) {
		requireSubmission(courseId, courseworkId, googleId);
		this.changes.grade(courseId, courseworkId, googleId, grade);
	}

	/**
	 * The teacher takes the grade of a submission back: it has none afterwards.
	 * @throws NoSuchElementException when the pupil has no submission of the coursework
	 */
	public void withdrawGrade(String courseId, String courseworkId, String googleId) {
		requireSubmission(courseId, courseworkId, googleId);
		this.changes.grade(courseId, courseworkId, googleId, null);
	}

	/**
	 * Changes a share of the assigned grades of returned work in active courses to
	 * another plausible grade.
	 * @param share 0 to 1
	 * @param seed which ones
	 * @return how many were changed
	 */
	public int regradeShare(double share, long seed) {
		if (!(share >= 0 && share <= 1)) {
			throw new IllegalArgumentException("A share of grades is from 0 to 1, not " + share + ".");
		}
		int changed = 0;
		for (CoursePlan plan : plans().filter((one) -> one.kind() != Kind.ARCHIVED).toList()) {
			String courseId = plan.facts().id();
			List<CourseworkFacts> works = given(plan);
			for (SubmissionFacts submission : submissions(courseId)) {
				BigDecimal grade = submission.assignedGrade();
				Dice dice = Dice.of(seed, 90, Long.parseLong(submission.courseworkId()), submission.id().hashCode());
				if (grade == null || !submission.state().equals("RETURNED") || dice.below(MILLION) >= share * MILLION) {
					continue;
				}
				BigDecimal max = works.stream()
					.filter((work) -> work.id().equals(submission.courseworkId()))
					.findFirst()
					.orElseThrow()
					.maxPoints();
				this.changes.grade(courseId, submission.courseworkId(), submission.googleId(),
						Grades.other(dice, grade, (max != null) ? max : grade.add(BigDecimal.ONE)));
				changed++;
			}
		}
		return changed;
	}

	/** The course is gone from Classroom, with all that is in it. */
	public void removeCourse(String courseId) {
		plan(courseId);
		this.changes.removeCourse(courseId);
	}

	/** The course links table, header {@code course_id,class_group_id,subject_id}. */
	public String courseLinksCsv() {
		return this.linkTables.courses();
	}

	/**
	 * The pupil links table, header {@code classroom_user,pupil_id}: a Google user id or
	 * an e-mail address, and Kundelik's person. About 1 % of the pupils are missing, and
	 * one row is wrong.
	 */
	public String pupilLinksCsv() {
		return this.linkTables.pupils();
	}

	/** The teachers as users of the school's Zoom account. */
	public List<ZoomUserFacts> zoomUsers() {
		return List.copyOf(this.zoomUsers.teachers());
	}

	/**
	 * The Zoom meetings of a day in Asia/Almaty, by start: those of
	 * {@link #DISTANCE_DAY}; none on other days.
	 */
	public List<MeetingFacts> meetings(LocalDate day) {
		return day.equals(DISTANCE_DAY) ? meetingsIfDistance(day) : List.of();
	}

	/**
	 * The Zoom meetings that a day would have as a distance-learning day of the whole
	 * school; none on a day without lessons.
	 */
	public List<MeetingFacts> meetingsIfDistance(LocalDate day) {
		return this.meetings.on(day).meetings();
	}

	/** For tests: what truly happened in each lesson of such a day. */
	public List<LessonTruth> attendanceTruth(LocalDate day) {
		return this.meetings.on(day).truth();
	}

	/**
	 * The table of Zoom users, header {@code zoom_user,teacher_id}: an address or a Zoom
	 * user id, and Kundelik's person. Every eleventh teacher is missing.
	 */
	public String zoomTeachersCsv() {
		return new ZoomTables(this.classes, this.zoomUsers).teachers();
	}

	/**
	 * The table of participants known beyond their names, header
	 * {@code kind,key,pupil_id}; kind is registrant, customer-key, email or user.
	 */
	public String zoomParticipantsCsv() {
		return new ZoomTables(this.classes, this.zoomUsers).participants();
	}

	/**
	 * The periods of distance learning, header
	 * {@code scope,id,shift,from,to,ground,order}: the whole school on
	 * {@link #DISTANCE_DAY}, for weather.
	 */
	public String distancePeriodsCsv() {
		return ZoomTables.distance(DISTANCE_DAY);
	}

	/**
	 * The table of the staff, header
	 * {@code key,roles,name,email,language,classroom_id,journal_id,class_groups}; roles
	 * and class groups are joined with {@code |}. A class teacher has the class and its
	 * subgroups. Language is kk, ru, en or empty.
	 */
	public String staffCsv() {
		return new StaffTable(this.settings, this.classes, this.staff).csv();
	}

	/** Address of the mailbox from which the school writes to its staff. */
	public String mailbox() {
		return People.mailbox();
	}

	/** The sections of the criteria journal of a class group. */
	public List<CriteriaSectionFacts> criteriaSections(long groupId) {
		return this.criteria.sections(groupId);
	}

	/** The scores that teachers typed there before the gateway came. */
	public List<TypedScoreFacts> typedScores(long groupId) {
		return this.criteria.typed(groupId, this::submissions, (googleId) -> {
			PupilFacts pupil = pupilByGoogleId(googleId);
			return (pupil != null) ? pupil.personId() : null;
		});
	}

	private Stream<CoursePlan> plans() {
		return this.courses.plans().stream().filter((plan) -> !this.changes.isRemoved(plan.facts().id()));
	}

	private CoursePlan plan(String courseId) {
		CoursePlan plan = this.courses.byId(courseId);
		if (plan == null || this.changes.isRemoved(courseId)) {
			throw new NoSuchElementException("The rehearsal school has no course " + courseId
					+ ", or it was removed. Take an id from courses().");
		}
		return plan;
	}

	private void requireSubmission(String courseId, String courseworkId, String googleId) {
		if (Submissions.find(submissions(courseId), courseworkId, googleId) == null) {
			throw new NoSuchElementException("Course " + courseId + " has no submission of coursework " + courseworkId
					+ " by user " + googleId + ". Take the ids from submissions().");
		}
	}

}
