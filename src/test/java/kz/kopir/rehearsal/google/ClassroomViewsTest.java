package kz.kopir.rehearsal.google;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.rehearsal.google.Visitor.Reply;
import kz.kopir.rehearsal.http.FaultScript;
import kz.kopir.rehearsal.world.CourseFacts;
import kz.kopir.rehearsal.world.CourseworkFacts;
import kz.kopir.rehearsal.world.SubmissionFacts;
import kz.kopir.rehearsal.world.World;
import kz.kopir.rehearsal.world.WorldSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Who sees what. */
class ClassroomViewsTest {

	private static final String ALL_STATES = "?courseStates=ACTIVE&courseStates=ARCHIVED&courseStates=PROVISIONED";

	private static final World WORLD = World.generate(WorldSettings.defaults());

	private static final ClassroomStandIn CLASSROOM = ClassroomStandIn.start(WORLD, ClassroomSettings.defaults(),
			FaultScript.none());

	private static final CourseFacts COURSE = WORLD.courses()
		.stream()
		.filter((course) -> course.state().equals("ACTIVE") && course.subjectId() != null)
		.filter((course) -> WORLD.submissions(course.id()).stream().anyMatch((one) -> one.assignedGrade() != null))
		.findFirst()
		.orElseThrow();

	private static final CourseFacts OTHER = WORLD.courses()
		.stream()
		.filter((course) -> course.state().equals("ACTIVE") && !course.teacherIds().contains(COURSE.ownerId()))
		.filter((course) -> !WORLD.students(course.id()).contains(pupil()))
		.findFirst()
		.orElseThrow();

	private static final String PATH = "courses/" + COURSE.id();

	@AfterAll
	static void close() {
		CLASSROOM.close();
	}

	/** A pupil with a returned grade in the course. */
	private static String pupil() {
		return WORLD.submissions(COURSE.id())
			.stream()
			.filter((one) -> one.assignedGrade() != null)
			.map(SubmissionFacts::googleId)
			.findFirst()
			.orElseThrow();
	}

	@Test
	void theAdministratorSeesEveryCourseAndItsDrafts() {
		Visitor admin = Visitor.admin(CLASSROOM);
		assertThat(admin.all("courses" + ALL_STATES, "courses").texts("id"))
			.containsExactlyInAnyOrderElementsOf(WORLD.courses().stream().map(CourseFacts::id).toList());
		assertThat(admin.all("courses" + ALL_STATES, "courses").texts("creationTime"))
			.isSortedAccordingTo((one, other) -> other.compareTo(one));
	}

	@Test
	void withoutStatesOnlyActiveAndArchivedCoursesAreListed() {
		Set<String> states = Set.copyOf(Visitor.admin(CLASSROOM).all("courses", "courses").texts("courseState"));
		assertThat(states).containsExactlyInAnyOrder("ACTIVE", "ARCHIVED");
		assertThat(WORLD.courses()).anyMatch((course) -> course.state().equals("PROVISIONED"));
	}

	@Test
	void aTeacherSeesTheCoursesThatHeTeachesAndNoOthers() {
		Visitor teacher = Visitor.as(CLASSROOM, COURSE.ownerId());
		assertThat(teacher.all("courses" + ALL_STATES, "courses").texts("id"))
			.containsExactlyInAnyOrderElementsOf(WORLD.courses()
				.stream()
				.filter((course) -> course.teacherIds().contains(COURSE.ownerId()))
				.map(CourseFacts::id)
				.toList());
		assertThat(teacher.get(PATH + "/courseWork/-/studentSubmissions").status()).isEqualTo(200);
		denied(teacher.get("courses/" + OTHER.id()));
		denied(teacher.get("courses/" + OTHER.id() + "/courseWork/-/studentSubmissions"));
	}

	@Test
	void aCourseThatDoesNotExistIsNotFound() {
		for (String part : List.of("", "/students", "/topics", "/courseWork", "/courseWork/-/studentSubmissions")) {
			Reply reply = Visitor.as(CLASSROOM, COURSE.ownerId()).get("courses/404404404404" + part);
			assertThat(reply.status()).isEqualTo(404);
			assertThat(reply.errorStatus()).isEqualTo("NOT_FOUND");
		}
	}

	@Test
	void courseworkAndSubmissionsThatDoNotExistAreNotFound() {
		Visitor admin = Visitor.admin(CLASSROOM);
		assertThat(admin.get(PATH + "/courseWork/404").status()).isEqualTo(404);
		assertThat(admin.get(PATH + "/courseWork/404/studentSubmissions").status()).isEqualTo(404);
		assertThat(admin.get(PATH + "/courseWork/-/studentSubmissions/404").status()).isEqualTo(404);
		assertThat(admin.get(PATH + "/courseWork/-/studentSubmissions?userId=404").status()).isEqualTo(404);
	}

	@Test
	void theSubmissionsOfDeletedCourseworkAreNotFound() {
		CourseworkFacts deleted = WORLD.courses()
			.stream()
			.flatMap((course) -> WORLD.coursework(course.id()).stream())
			.filter((work) -> work.state().equals("DELETED"))
			.findFirst()
			.orElseThrow();
		assertThat(Visitor.admin(CLASSROOM)
			.get("courses/" + deleted.courseId() + "/courseWork/" + deleted.id() + "/studentSubmissions")
			.status()).isEqualTo(404);
	}

	@Test
	void aPupilSeesItsOwnSubmissionsWithoutDraftGrades() {
		Visitor pupil = Visitor.as(CLASSROOM, pupil());
		List<JsonNode> own = pupil.all(PATH + "/courseWork/-/studentSubmissions", "studentSubmissions").items();
		assertThat(own).isNotEmpty().allSatisfy((submission) -> {
			assertThat(submission.path("userId").asText()).isEqualTo(pupil());
			assertThat(submission.has("draftGrade")).isFalse();
			assertThat(submission.toString()).doesNotContain("DRAFT_GRADE");
		});
		assertThat(own).anyMatch((submission) -> submission.has("assignedGrade"));
		denied(pupil.get("courses/" + OTHER.id()));
		denied(pupil.get(PATH + "/gradingPeriodSettings"));
	}

	@Test
	void aPupilSeesPublishedCourseworkThatIsSetToIt() {
		Visitor pupil = Visitor.as(CLASSROOM, pupil());
		Set<String> expected = WORLD.coursework(COURSE.id())
			.stream()
			.filter((work) -> work.state().equals("PUBLISHED"))
			.filter((work) -> {
				List<String> assignees = work.assignees();
				return assignees == null || assignees.contains(pupil());
			})
			.map(CourseworkFacts::id)
			.collect(Collectors.toSet());
		assertThat(pupil.all(PATH + "/courseWork?courseWorkStates=PUBLISHED&courseWorkStates=DRAFT", "courseWork")
			.texts("id")).containsExactlyInAnyOrderElementsOf(expected);
	}

	@Test
	void withoutTheScopeForStudentsATeacherSeesOnlyItsOwnWorkWhichIsNone() {
		assertThat(Visitor.as(CLASSROOM, COURSE.ownerId(), "coursework.me.readonly")
			.get(PATH + "/courseWork/-/studentSubmissions")
			.json()
			.has("studentSubmissions")).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "courses, topics.readonly", "courses/{id}, topics.readonly", "courses/{id}/aliases, rosters.readonly",
			"courses/{id}/students, courses.readonly", "courses/{id}/teachers, courses.readonly",
			"courses/{id}/topics, courses.readonly", "courses/{id}/courseWork, courses.readonly",
			"courses/{id}/courseWork, student-submissions.students.readonly",
			"courses/{id}/courseWorkMaterials, coursework.students.readonly",
			"courses/{id}/courseWork/-/studentSubmissions, courses.readonly",
			"courses/{id}/gradingPeriodSettings, rosters.readonly", "userProfiles/me, courses.readonly" })
	void withoutItsScopeACallIsForbidden(String path, String otherScope) {
		Reply reply = Visitor.admin(CLASSROOM, otherScope).get(path.replace("{id}", COURSE.id()));
		denied(reply);
		assertThat(reply.body()).contains("ACCESS_TOKEN_SCOPE_INSUFFICIENT");
	}

	@Test
	void theNarrowScopeForSubmissionsIsEnoughForThem() {
		assertThat(Visitor.admin(CLASSROOM, "student-submissions.students.readonly")
			.get(PATH + "/courseWork/-/studentSubmissions")
			.status()).isEqualTo(200);
	}

	@Test
	void withoutItsScopeAnAddressIsAbsentWithoutAWord() {
		Visitor blind = Visitor.admin(CLASSROOM, "rosters.readonly");
		assertThat(blind.all(PATH + "/students", "students").items()).isNotEmpty()
			.noneMatch((student) -> student.path("profile").has("emailAddress"));
		assertThat(Visitor.admin(CLASSROOM, "rosters.readonly", "profile.emails")
			.all(PATH + "/students", "students")
			.items()).allMatch((student) -> student.path("profile").has("emailAddress"));
	}

	@Test
	void aProfileThatDoesNotExistIsForbiddenToo() {
		Visitor teacher = Visitor.as(CLASSROOM, COURSE.ownerId());
		denied(teacher.get("userProfiles/404"));
		denied(Visitor.admin(CLASSROOM).get("userProfiles/nobody@example.org"));
		assertThat(teacher.get("userProfiles/me").json().path("id").asText()).isEqualTo(COURSE.ownerId());
		assertThat(teacher.get("userProfiles/" + pupil()).status()).isEqualTo(200);
	}

	@Test
	void coursesAreFilteredByTeacherAndByPupilUnderAnyOfTheirNames() {
		Visitor admin = Visitor.admin(CLASSROOM);
		List<String> byId = admin.all("courses?teacherId=" + COURSE.ownerId(), "courses").texts("id");
		assertThat(byId).contains(COURSE.id()).doesNotContain(OTHER.id());
		String email = WORLD.teachers()
			.stream()
			.filter((teacher) -> teacher.googleId().equals(COURSE.ownerId()))
			.findFirst()
			.orElseThrow()
			.email();
		assertThat(admin.all("courses?teacherId=" + email, "courses").texts("id")).isEqualTo(byId);
		assertThat(Visitor.as(CLASSROOM, COURSE.ownerId()).all("courses?teacherId=me", "courses").texts("id"))
			.isEqualTo(byId);
		assertThat(admin.all("courses?studentId=" + pupil(), "courses").texts("id")).contains(COURSE.id())
			.doesNotContain(OTHER.id());
		assertThat(admin.get("courses?teacherId=404").status()).isEqualTo(404);
	}

	@Test
	void anAddressThatGoogleDoesNotHaveIsAPage() {
		Reply reply = Visitor.admin(CLASSROOM).get("lessons");
		assertThat(reply.status()).isEqualTo(404);
		assertThat(reply.header("Content-Type")).startsWith("text/html");
	}

	@Test
	void aCallThatWritesIsForbidden() {
		Reply reply = Visitor.send(Visitor.admin(CLASSROOM).request("/v1/" + PATH).DELETE().build());
		denied(reply);
	}

	@Test
	void withoutATokenOrWithAWrongOneNothingIsAnswered() {
		Reply reply = Visitor.with(CLASSROOM, "wrong").get("courses");
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.errorStatus()).isEqualTo("UNAUTHENTICATED");
	}

	private static void denied(Reply reply) {
		assertThat(reply.status()).isEqualTo(403);
		assertThat(reply.errorStatus()).isEqualTo("PERMISSION_DENIED");
	}

}
