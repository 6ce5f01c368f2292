package kz.kopir.rehearsal.google;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Set;

import kz.kopir.rehearsal.world.CategoryFacts;
import kz.kopir.rehearsal.world.CourseFacts;
import kz.kopir.rehearsal.world.TermFacts;
import kz.kopir.rehearsal.world.TopicFacts;
import kz.kopir.rehearsal.world.World;
import org.jspecify.annotations.Nullable;

/**
 * Courses, their aliases, topics and grading periods.
 */
final class CourseCalls {

	private static final Set<String> STATES = Set.of("ACTIVE", "ARCHIVED", "PROVISIONED", "DECLINED", "SUSPENDED");

	/** What Google lists since 2025 when no state is asked for. */
	private static final List<String> DEFAULT_STATES = List.of("ACTIVE", "ARCHIVED");

	private final World world;

	private final Courses courses;

	private final Directory directory;

	private final Answers answers;

	CourseCalls(World world, Courses courses, Directory directory, Answers answers) {
		this.world = world;
		this.courses = courses;
		this.directory = directory;
		this.answers = answers;
	}

	byte[] list(Query query) throws IOException {
		String teacher = query.text("teacherId");
		String student = query.text("studentId");
		if (teacher != null && student != null) {
			throw ApiError.failedPrecondition("ListCoursesStudentAndTeacherFilter",
					"Cannot filter by both student and teacher.");
		}
		List<String> wanted = query.enums("courseStates", STATES);
		List<String> states = wanted.isEmpty() ? DEFAULT_STATES : wanted;
		String teacherId = id(teacher, query.caller());
		String studentId = id(student, query.caller());
		List<CourseFacts> found = this.courses.visible(query.caller())
			.stream()
			.filter((course) -> states.contains(course.state()))
			.filter((course) -> teacherId == null || course.teacherIds().contains(teacherId))
			.filter((course) -> studentId == null || this.courses.takes(studentId, course))
			.toList();
		return this.answers.list(query, Resource.COURSE, found, (json, course) -> write(json, course, query.caller()));
	}

	byte[] get(Query query, String id) throws IOException {
		CourseFacts course = this.courses.visible(id, query.caller());
		return this.answers.one(query, Resource.COURSE, (json) -> write(json, course, query.caller()));
	}

	byte[] aliases(Query query, String id) throws IOException {
		List<String> aliases = this.courses.aliases(this.courses.visible(id, query.caller()));
		return this.answers.list(query, Resource.ALIAS, aliases, (json, alias) -> json.text("alias", alias));
	}

	byte[] topics(Query query, String id) throws IOException {
		CourseFacts course = this.courses.visible(id, query.caller());
		return this.answers.list(query, Resource.TOPIC, this.world.topics(course.id()), CourseCalls::write);
	}

	byte[] topic(Query query, String id, String topicId) throws IOException {
		CourseFacts course = this.courses.visible(id, query.caller());
		TopicFacts topic = this.world.topics(course.id())
			.stream()
			.filter((candidate) -> candidate.id().equals(topicId))
			.findFirst()
			.orElseThrow(ApiError::notFound);
		return this.answers.one(query, Resource.TOPIC, (json) -> write(json, topic));
	}

	byte[] gradingPeriods(Query query, String id) throws IOException {
		CourseFacts course = this.courses.visible(id, query.caller());
		if (!this.courses.manages(query.caller(), course)) {
			throw ApiError.permissionDenied();
		}
		return this.answers.one(query, Resource.GRADING_PERIODS, (json) -> {
			json.objects("gradingPeriods", this.world.terms(), CourseCalls::write);
			json.flag("applyToExistingCoursework", true);
		});
	}

	private @Nullable String id(@Nullable String user, Caller caller) {
		return (user != null) ? this.directory.userId(user, caller) : null;
	}

	private void write(MaskedJson json, CourseFacts course, Caller caller) throws IOException {
		json.text("id", course.id());
		json.text("name", course.name());
		json.text("section", course.section());
		json.text("descriptionHeading",
				(course.section() != null) ? course.name() + " " + course.section() : course.name());
		json.text("description", course.description());
		json.text("ownerId", course.ownerId());
		json.time("creationTime", course.created());
		json.time("updateTime", course.updated());
		json.text("courseState", course.state());
		json.text("alternateLink", link(course.id()));
		if (this.courses.manages(caller, course)) {
			json.text("enrollmentCode", Integer.toString(course.id().hashCode() & 0x7fffffff, 36));
			json.text("teacherGroupEmail", "course_teachers_" + course.id() + "@rehearsal.example");
			json.text("courseGroupEmail", "course_" + course.id() + "@rehearsal.example");
			json.text("calendarId", "classroom" + course.id() + "@group.calendar.google.com");
			json.object("gradebookSettings", (settings) -> {
				settings.text("calculationType",
						course.gradeCategories().isEmpty() ? "TOTAL_POINTS" : "WEIGHTED_CATEGORIES");
				settings.text("displaySetting", "HIDE_OVERALL_GRADE");
				settings.objects("gradeCategories", course.gradeCategories(), CourseCalls::write);
			});
		}
		json.flag("guardiansEnabled", true);
	}

	static String link(String courseId) {
		return "https://classroom.google.com/c/" + base64(courseId);
	}

	static String base64(String decimalId) {
		return Base64.getEncoder().withoutPadding().encodeToString(decimalId.getBytes(StandardCharsets.US_ASCII));
	}

	static void write(MaskedJson json, CategoryFacts category) throws IOException {
		json.text("id", category.id());
		json.text("name", category.name());
		json.whole("weight", category.weight());
		json.whole("defaultGradeDenominator", category.defaultGradeDenominator());
	}

	private static void write(MaskedJson json, TopicFacts topic) throws IOException {
		json.text("courseId", topic.courseId());
		json.text("topicId", topic.id());
		json.text("name", topic.name());
		json.time("updateTime", topic.updated());
	}

	private static void write(MaskedJson json, TermFacts term) throws IOException {
		json.text("id", String.valueOf(term.id()));
		json.text("title", "Term " + term.number());
		date(json, "startDate", term.start());
		date(json, "endDate", term.finish());
	}

	static void date(MaskedJson json, String name, LocalDate date) throws IOException {
		json.object(name, (parts) -> {
			parts.whole("year", date.getYear());
			parts.whole("month", date.getMonthValue());
			parts.whole("day", date.getDayOfMonth());
		});
	}

}
