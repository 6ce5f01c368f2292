package kz.kopir.rehearsal.google;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.services.classroom.Classroom;
import com.google.api.services.classroom.model.Course;
import com.google.api.services.classroom.model.CourseWork;
import com.google.api.services.classroom.model.CourseWorkMaterial;
import com.google.api.services.classroom.model.Student;
import com.google.api.services.classroom.model.StudentSubmission;
import kz.kopir.rehearsal.http.FaultScript;
import kz.kopir.rehearsal.world.CourseFacts;
import kz.kopir.rehearsal.world.CourseworkFacts;
import kz.kopir.rehearsal.world.MaterialFacts;
import kz.kopir.rehearsal.world.PupilFacts;
import kz.kopir.rehearsal.world.SubmissionFacts;
import kz.kopir.rehearsal.world.TopicFacts;
import kz.kopir.rehearsal.world.World;
import kz.kopir.rehearsal.world.WorldSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Google's own client reads the whole default school. */
class GoogleClientTest {

	private static final World WORLD = World.generate(WorldSettings.defaults());

	private static final ClassroomStandIn PLAIN = ClassroomStandIn.start(WORLD, ClassroomSettings.defaults(),
			FaultScript.none());

	private static final ClassroomStandIn QUIRKY = ClassroomStandIn.start(WORLD,
			ClassroomSettings.defaults().withPages(60, true), FaultScript.none());

	@AfterAll
	static void close() {
		PLAIN.close();
		QUIRKY.close();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void itSeesTheCoursesOfTheWorld(boolean quirks) throws IOException {
		Classroom google = GoogleReader.serviceAccount(quirks ? QUIRKY : PLAIN);
		List<Course> seen = GoogleReader.courses(google);
		assertThat(seen).extracting(Course::getId)
			.containsExactlyInAnyOrderElementsOf(WORLD.courses().stream().map(CourseFacts::id).toList());
		for (Course course : seen) {
			CourseFacts truth = WORLD.course(course.getId());
			assertThat(truth).isNotNull();
			assertThat(course.getName()).isEqualTo(truth.name());
			assertThat(course.getSection()).isEqualTo(truth.section());
			assertThat(course.getDescription()).isEqualTo(truth.description());
			assertThat(course.getOwnerId()).isEqualTo(truth.ownerId());
			assertThat(course.getCourseState()).isEqualTo(truth.state());
			assertThat(course.getCreationTime()).isEqualTo(truth.created().toString());
		}
	}

	@Test
	void itSeesTheRostersOfTheWorld() throws IOException {
		Classroom google = GoogleReader.serviceAccount(PLAIN);
		Map<String, PupilFacts> pupils = new HashMap<>();
		WORLD.pupils().forEach((pupil) -> pupils.put(pupil.googleId(), pupil));
		for (CourseFacts course : WORLD.courses()) {
			List<Student> students = GoogleReader.students(google, course.id());
			assertThat(students).extracting(Student::getUserId).isEqualTo(WORLD.students(course.id()));
			for (Student student : students) {
				PupilFacts truth = pupils.get(student.getUserId());
				assertThat(truth).isNotNull();
				assertThat(student.getProfile().getEmailAddress()).isEqualTo(truth.email());
				assertThat(student.getProfile().getName().getFamilyName()).isEqualTo(truth.googleFamilyName());
				assertThat(student.getProfile().getName().getGivenName()).isEqualTo(truth.googleGivenName());
			}
			assertThat(google.courses().teachers().list(course.id()).execute().getTeachers())
				.extracting((teacher) -> teacher.getUserId())
				.isEqualTo(course.teacherIds());
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void itSeesTheCourseworkAndSubmissionsOfTheWorld(boolean quirks) throws IOException {
		Classroom google = GoogleReader.refreshToken(quirks ? QUIRKY : PLAIN);
		int graded = 0;
		int zeros = 0;
		for (CourseFacts course : WORLD.courses()) {
			assertThat(GoogleReader.coursework(google, course.id())).extracting(GoogleClientTest::values)
				.containsExactlyInAnyOrderElementsOf(
						WORLD.coursework(course.id()).stream().map(GoogleClientTest::values).toList());
			List<StudentSubmission> seen = GoogleReader.submissions(google, course.id());
			List<SubmissionFacts> truth = WORLD.submissions(course.id());
			assertThat(seen).extracting(GoogleClientTest::values)
				.isEqualTo(truth.stream().map(GoogleClientTest::values).toList());
			graded += (int) truth.stream().filter((one) -> one.assignedGrade() != null).count();
			zeros += (int) seen.stream().filter((one) -> Double.valueOf(0).equals(one.getAssignedGrade())).count();
		}
		assertThat(graded).isGreaterThan(1000);
		assertThat(zeros).isPositive();
	}

	@Test
	void itSeesTheTopicsAndMaterialsOfTheWorld() throws IOException {
		Classroom google = GoogleReader.refreshToken(PLAIN);
		for (CourseFacts course : WORLD.courses()) {
			assertThat(google.courses().topics().list(course.id()).execute().getTopic())
				.extracting((topic) -> topic.getTopicId() + " " + topic.getName())
				.isEqualTo(WORLD.topics(course.id()).stream().map(GoogleClientTest::text).toList());
			var materials = google.courses()
				.courseWorkMaterials()
				.list(course.id())
				.setCourseWorkMaterialStates(GoogleReader.STATES)
				.execute()
				.getCourseWorkMaterial();
			assertThat((materials != null) ? materials : List.<CourseWorkMaterial>of())
				.extracting((material) -> material.getId() + " "
						+ material.getMaterials().stream().map((one) -> one.getLink().getUrl()).toList())
				.containsExactlyInAnyOrderElementsOf(
						WORLD.materials(course.id()).stream().map(GoogleClientTest::text).toList());
		}
	}

	@Test
	void itSignsInAnewWhenItsTokenHasExpired() throws IOException {
		MovableClock clock = new MovableClock();
		try (ClassroomStandIn classroom = ClassroomStandIn.start(WORLD, ClassroomSettings.defaults().withClock(clock),
				FaultScript.none())) {
			Classroom google = GoogleReader.refreshToken(classroom);
			int before = GoogleReader.courses(google).size();
			clock.advance(Duration.ofHours(2));
			assertThat(GoogleReader.courses(google)).hasSize(before);
			assertThat(classroom.counts().of("POST /token")).isEqualTo(2);
		}
	}

	@Test
	void itReadsGooglesErrors() throws IOException {
		Classroom google = GoogleReader.serviceAccount(PLAIN);
		assertThatExceptionOfType(GoogleJsonResponseException.class)
			.isThrownBy(() -> google.courses().get("404404404404").execute())
			.satisfies((error) -> {
				assertThat(error.getStatusCode()).isEqualTo(404);
				assertThat(error.getDetails().getMessage()).isEqualTo("Requested entity was not found.");
				assertThat(error.getDetails().get("status")).isEqualTo("NOT_FOUND");
			});
	}

	private static List<@Nullable Object> values(CourseWork work) {
		List<@Nullable Object> values = new ArrayList<>();
		values.add(work.getId());
		values.add(work.getTitle());
		values.add(work.getState());
		values.add(work.getWorkType());
		values.add(work.getMaxPoints());
		values.add(work.getTopicId());
		values.add((work.getGradeCategory() != null) ? work.getGradeCategory().getId() : null);
		values.add((work.getIndividualStudentsOptions() != null) ? work.getIndividualStudentsOptions().getStudentIds()
				: null);
		values.add((work.getMaterials() != null) ? work.getMaterials().size() : 0);
		return values;
	}

	private static List<@Nullable Object> values(CourseworkFacts work) {
		List<@Nullable Object> values = new ArrayList<>();
		values.add(work.id());
		values.add(work.title());
		values.add(work.state());
		values.add(work.workType());
		values.add(number(work.maxPoints()));
		values.add(work.topicId());
		values.add(work.gradeCategoryId());
		values.add(work.assignees());
		values.add(work.links().size());
		return values;
	}

	private static List<@Nullable Object> values(StudentSubmission submission) {
		List<@Nullable Object> values = new ArrayList<>();
		values.add(submission.getId());
		values.add(submission.getCourseWorkId());
		values.add(submission.getUserId());
		values.add(submission.getState());
		values.add(submission.getAssignedGrade());
		values.add(submission.getDraftGrade());
		values.add(Boolean.TRUE.equals(submission.getLate()));
		values.add(submission.getCreationTime());
		values.add(submission.getUpdateTime());
		values.add((submission.getSubmissionHistory() != null) ? submission.getSubmissionHistory().size() : 0);
		return values;
	}

	private static List<@Nullable Object> values(SubmissionFacts submission) {
		List<@Nullable Object> values = new ArrayList<>();
		values.add(submission.id());
		values.add(submission.courseworkId());
		values.add(submission.googleId());
		values.add(submission.state());
		values.add(number(submission.assignedGrade()));
		values.add(number(submission.draftGrade()));
		values.add(submission.late());
		values.add((submission.created() != null) ? submission.created().toString() : null);
		values.add((submission.updated() != null) ? submission.updated().toString() : null);
		values.add(submission.history().size());
		return values;
	}

	private static @Nullable Double number(@Nullable BigDecimal value) {
		return (value != null) ? value.doubleValue() : null;
	}

	private static String text(TopicFacts topic) {
		return topic.id() + " " + topic.name();
	}

	private static String text(MaterialFacts material) {
		return material.id() + " " + material.links();
	}

}
