package kz.kopir.rehearsal.google;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.rehearsal.google.Visitor.Listing;
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
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What makes Classroom's answers hard to read. */
class ClassroomQuirksTest {

	private static final World WORLD = World.generate(WorldSettings.defaults());

	private static final CourseFacts BIGGEST = WORLD.courses()
		.stream()
		.max(Comparator.comparing((course) -> WORLD.submissions(course.id()).size()))
		.orElseThrow();

	private static final String PATH = "courses/" + BIGGEST.id();

	private static final ClassroomStandIn CLASSROOM = ClassroomStandIn.start(WORLD,
			ClassroomSettings.defaults()
				.withFuture(false, false)
				.withAliases(Map.of(BIGGEST.id(), List.of("d:7a-math", "p:kopir-7a"))),
			FaultScript.none());

	private static final Visitor ADMIN = Visitor.admin(CLASSROOM);

	@AfterAll
	static void close() {
		CLASSROOM.close();
	}

	@Test
	void anEmptyListIsAnEmptyObject() {
		assertThat(ADMIN.get("courses?courseStates=DECLINED").body()).isEqualTo("{}");
	}

	@Test
	void aRosterHasThirtyAPageWhateverIsAskedFor() {
		// a school of this size has one large class
		World small = World.generate(new WorldSettings(2026, 60, LocalDate.of(2026, 11, 20)));
		CourseFacts large = small.courses()
			.stream()
			.max(Comparator.comparing((course) -> small.students(course.id()).size()))
			.orElseThrow();
		List<String> pupils = small.students(large.id());
		assertThat(pupils).hasSizeBetween(31, 59);
		String path = "courses/" + large.id() + "/students";
		try (ClassroomStandIn classroom = ClassroomStandIn.start(small, ClassroomSettings.defaults(),
				FaultScript.none())) {
			Visitor admin = Visitor.admin(classroom);
			for (String size : List.of("", "?pageSize=0", "?pageSize=500")) {
				Listing roster = admin.all(path + size, "students");
				assertThat(roster.pageSizes()).containsExactly(30, pupils.size() - 30);
				assertThat(roster.texts("userId")).isEqualTo(pupils);
			}
			assertThat(admin.all(path + "?pageSize=20", "students").pageSizes()).startsWith(20);
		}
	}

	@Test
	void otherPagesAreCappedWithoutAWord() {
		assertThat(ADMIN.all(PATH + "/courseWork/-/studentSubmissions?pageSize=5000", "studentSubmissions").pageSizes())
			.startsWith(100, 100);
	}

	@Test
	void aMaskWithoutTheNextPageTokenEndsAfterThePageItIsOn() {
		Reply masked = ADMIN.get(PATH + "/courseWork/-/studentSubmissions?fields=studentSubmissions(id,state)");
		assertThat(masked.json().path("studentSubmissions")).hasSize(100);
		assertThat(masked.json().has("nextPageToken")).isFalse();
		Reply whole = ADMIN.get(PATH + "/courseWork/-/studentSubmissions?fields=nextPageToken,studentSubmissions/id");
		assertThat(whole.json().has("nextPageToken")).isTrue();
		assertThat(whole.json().path("studentSubmissions").get(0).size()).isEqualTo(1);
	}

	@Test
	void aMaskMayComeEncoded() {
		Reply reply = ADMIN.get("courses?fields=courses%28id%2CgradebookSettings%28displaySetting%29%29");
		assertThat(reply.json().path("courses").get(0).properties()).extracting(Map.Entry::getKey)
			.containsExactly("id", "gradebookSettings");
	}

	@Test
	void aMaskWithAMisspeltFieldIsRefused() {
		Reply reply = ADMIN.get("courses?fields=courses(id,state)");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.errorStatus()).isEqualTo("INVALID_ARGUMENT");
		assertThat(reply.body()).contains("'state'");
	}

	@Test
	void aPageTokenOfAnotherQueryIsRefused() {
		String token = ADMIN.get(PATH + "/courseWork/-/studentSubmissions").json().path("nextPageToken").asText();
		Reply reply = ADMIN.get(PATH + "/courseWork/-/studentSubmissions?states=RETURNED&pageToken=" + token);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.errorStatus()).isEqualTo("INVALID_ARGUMENT");
	}

	@Test
	void aSubmissionThatWasNeverOpenedHasNoTimes() {
		List<JsonNode> fresh = submissions("?states=NEW");
		assertThat(fresh).isNotEmpty().allSatisfy((submission) -> {
			assertThat(submission.has("creationTime")).isFalse();
			assertThat(submission.has("updateTime")).isFalse();
			assertThat(submission.path("assignmentSubmission").isObject()
					|| submission.path("shortAnswerSubmission").isObject()
					|| submission.path("multipleChoiceSubmission").isObject())
				.isTrue();
		});
	}

	@Test
	void lateIsTrueOrAbsent() {
		assertThat(submissions("?late=LATE_ONLY")).isNotEmpty()
			.allSatisfy((submission) -> assertThat(submission.path("late").isBoolean()).isTrue());
		assertThat(submissions("?late=NOT_LATE_ONLY")).isNotEmpty()
			.allSatisfy((submission) -> assertThat(submission.has("late")).isFalse());
	}

	@Test
	void submissionsAreFilteredByStateAndPupilAndCoursework() {
		SubmissionFacts one = WORLD.submissions(BIGGEST.id()).get(3);
		assertThat(submissions("?states=RETURNED&states=TURNED_IN"))
			.hasSameSizeAs(truth((submission) -> List.of("RETURNED", "TURNED_IN").contains(submission.state())));
		assertThat(submissions("?userId=" + one.googleId()))
			.hasSameSizeAs(truth((submission) -> submission.googleId().equals(one.googleId())));
		assertThat(ADMIN.all(PATH + "/courseWork/" + one.courseworkId() + "/studentSubmissions", "studentSubmissions")
			.texts("id"))
			.isEqualTo(truth((submission) -> submission.courseworkId().equals(one.courseworkId())).stream()
				.map(SubmissionFacts::id)
				.toList());
	}

	@Test
	void dueDatesAreInUtcAndZeroPartsAreLeftOut() {
		List<String> shapes = WORLD.courses()
			.stream()
			.flatMap((course) -> WORLD.coursework(course.id()).stream())
			.filter((work) -> work.due() != null && work.state().equals("PUBLISHED"))
			.map(ClassroomQuirksTest::assertDue)
			.distinct()
			.toList();
		assertThat(shapes).contains("hours,minutes", "hours", "absent");
	}

	private static String assertDue(CourseworkFacts work) {
		JsonNode json = ADMIN.get("courses/" + work.courseId() + "/courseWork/" + work.id()).json();
		JsonNode date = json.path("dueDate");
		JsonNode time = json.path("dueTime");
		assertThat(String.format("%04d-%02d-%02dT%02d:%02d:00Z", date.path("year").asInt(), date.path("month").asInt(),
				date.path("day").asInt(), time.path("hours").asInt(), time.path("minutes").asInt()))
			.isEqualTo(String.valueOf(work.due()).replaceFirst("T(\\d\\d:\\d\\d)Z", "T$1:00Z"));
		assertThat(json.has("dueTime")).isEqualTo(work.dueHasTime());
		assertThat(time).noneMatch((part) -> part.asInt() == 0);
		List<String> parts = time.properties().stream().map(Map.Entry::getKey).toList();
		return json.has("dueTime") ? String.join(",", parts) : "absent";
	}

	@Test
	void courseworkIsPublishedOnlyUnlessOtherStatesAreAskedFor() {
		assertThat(coursework("").items()).allMatch((work) -> work.path("state").asText().equals("PUBLISHED"));
		long drafts = WORLD.courses()
			.stream()
			.mapToLong(
					(course) -> ADMIN.all("courses/" + course.id() + "/courseWork?courseWorkStates=DRAFT", "courseWork")
						.items()
						.size())
			.sum();
		assertThat(drafts).isPositive();
	}

	@Test
	void courseworkComesLatestChangeFirstUnlessAnOrderIsAskedFor() {
		assertThat(coursework("").texts("updateTime")).isSortedAccordingTo(Comparator.reverseOrder());
		assertThat(coursework("?orderBy=updateTime%20asc").texts("updateTime")).isSorted();
		assertThat(coursework("?orderBy=dueDate%20desc,updateTime").items()).hasSameSizeAs(coursework("").items());
		assertThat(ADMIN.get(PATH + "/courseWork?orderBy=title").status()).isEqualTo(400);
		assertThat(ADMIN.get(PATH + "/courseWork?orderBy=updateTime%20up").status()).isEqualTo(400);
	}

	@Test
	void aCourseAnswersToItsAliases() {
		assertThat(ADMIN.get("courses/d:7a-math").json().path("id").asText()).isEqualTo(BIGGEST.id());
		assertThat(ADMIN.get("courses/p%3Akopir-7a/teachers").status()).isEqualTo(200);
		assertThat(ADMIN.all(PATH + "/aliases", "aliases").texts("alias")).containsExactly("d:7a-math", "p:kopir-7a");
		assertThat(ADMIN.get("courses/d:other").status()).isEqualTo(404);
	}

	@Test
	void theGradingPeriodsAreTheTerms() {
		JsonNode periods = ADMIN.get(PATH + "/gradingPeriodSettings").json().path("gradingPeriods");
		assertThat(periods).hasSameSizeAs(WORLD.terms());
		assertThat(periods.get(1).path("startDate").path("month").asInt()).isEqualTo(11);
	}

	@ParameterizedTest
	@ValueSource(strings = { "courses?courseStates=ASLEEP", "courses?pageToken=x", "courses?pageSize=x",
			"courses?fields=courses(", "courses?teacherId=me&studentId=me" })
	void aMalformedRequestIsRefused(String path) {
		Reply reply = ADMIN.get(path);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.errorStatus()).isIn("INVALID_ARGUMENT", "FAILED_PRECONDITION");
	}

	@Test
	void aFilterByBothTeacherAndPupilIsRefusedWithItsCode() {
		assertThat(ADMIN.get("courses?teacherId=me&studentId=me").errorMessage())
			.startsWith("@ListCoursesStudentAndTeacherFilter ");
	}

	@Test
	void answersAreCompressedOnRequest() throws IOException, InterruptedException {
		HttpResponse<byte[]> response = HttpClient.newHttpClient()
			.send(ADMIN.request("/v1/courses").header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());
		assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
		byte[] json = new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes();
		assertThat(json.length).isGreaterThan(response.body().length);
	}

	@Test
	void anAssignedZeroIsShownOrLeftOut() {
		SubmissionFacts zero = WORLD.courses()
			.stream()
			.flatMap((course) -> WORLD.submissions(course.id()).stream())
			.filter((one) -> one.assignedGrade() != null && one.assignedGrade().signum() == 0)
			.findFirst()
			.orElseThrow();
		CourseFacts course = WORLD.courses()
			.stream()
			.filter((one) -> WORLD.submissions(one.id()).contains(zero))
			.findFirst()
			.orElseThrow();
		String path = "courses/" + course.id() + "/courseWork/" + zero.courseworkId() + "/studentSubmissions/"
				+ zero.id();
		JsonNode shown = ADMIN.get(path).json();
		assertThat(shown.path("assignedGrade").isNumber()).isTrue();
		assertThat(shown.path("submissionHistory").toString()).contains("ASSIGNED_GRADE_POINTS_EARNED_CHANGE")
			.doesNotContain("\"pointsEarned\":0");
		ClassroomSettings silent = ClassroomSettings.defaults().withExplicitZeroGrade(false);
		try (ClassroomStandIn classroom = ClassroomStandIn.start(WORLD, silent, FaultScript.none())) {
			assertThat(Visitor.admin(classroom).get(path).json().has("assignedGrade")).isFalse();
		}
	}

	@Test
	void answersMayHaveFieldsAndValuesFromTheFuture() {
		ClassroomSettings future = ClassroomSettings.defaults().withFuture(true, true);
		try (ClassroomStandIn classroom = ClassroomStandIn.start(WORLD, future, FaultScript.none())) {
			List<JsonNode> seen = Visitor.admin(classroom)
				.all(PATH + "/courseWork/-/studentSubmissions", "studentSubmissions")
				.items();
			assertThat(seen).allMatch((one) -> one.has("fieldOfTomorrow"));
			assertThat(seen).filteredOn((one) -> one.path("state").asText().equals("SUBMISSION_STATE_OF_TOMORROW"))
				.isNotEmpty()
				.hasSizeLessThan(seen.size() / 10);
		}
		assertThat(submissions("")).noneMatch((one) -> one.has("fieldOfTomorrow"));
	}

	private static List<JsonNode> submissions(String query) {
		return ADMIN.all(PATH + "/courseWork/-/studentSubmissions" + query, "studentSubmissions").items();
	}

	private static Listing coursework(String query) {
		return ADMIN.all(PATH + "/courseWork" + query, "courseWork");
	}

	private static List<SubmissionFacts> truth(Predicate<SubmissionFacts> which) {
		return WORLD.submissions(BIGGEST.id()).stream().filter(which).toList();
	}

}
