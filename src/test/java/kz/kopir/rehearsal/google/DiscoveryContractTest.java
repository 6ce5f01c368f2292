package kz.kopir.rehearsal.google;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.rehearsal.google.Visitor.Reply;
import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.http.Call;
import kz.kopir.rehearsal.http.FaultScript;
import kz.kopir.rehearsal.world.CourseFacts;
import kz.kopir.rehearsal.world.CourseworkFacts;
import kz.kopir.rehearsal.world.MaterialFacts;
import kz.kopir.rehearsal.world.SubmissionFacts;
import kz.kopir.rehearsal.world.TopicFacts;
import kz.kopir.rehearsal.world.World;
import kz.kopir.rehearsal.world.WorldSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class DiscoveryContractTest {

	@Test
	void everyAnswerKeepsGooglesContract() {
		World world = World.generate(WorldSettings.defaults());
		String courseId = world.courses().get(0).id();
		ClassroomSettings settings = ClassroomSettings.defaults().withAliases(Map.of(courseId, List.of("d:first")));
		try (ClassroomStandIn classroom = ClassroomStandIn.start(world, settings, FaultScript.none())) {
			DiscoveryContract contract = DiscoveryContract.watch(classroom);
			Visitor admin = Visitor.admin(classroom);
			admin.all(
					"courses?courseStates=ACTIVE&courseStates=ARCHIVED&courseStates=PROVISIONED&courseStates=DECLINED",
					"courses");
			for (CourseFacts course : world.courses()) {
				everythingOf(admin, world, course);
			}
			admin.get("userProfiles/me");
			admin.get("courses?pageSize=-1");
			admin.get("courses/404");
			Visitor.admin(classroom, "topics.readonly").get("courses");
			Visitor.with(classroom, "none").get("courses");
			contract.assertKept();
			assertThat(contract.checked().keySet()).containsExactlyInAnyOrder("classroom.courses.list",
					"classroom.courses.get", "classroom.courses.aliases.list",
					"classroom.courses.getGradingPeriodSettings", "classroom.courses.students.list",
					"classroom.courses.students.get", "classroom.courses.teachers.list",
					"classroom.courses.teachers.get", "classroom.courses.topics.list", "classroom.courses.topics.get",
					"classroom.courses.courseWork.list", "classroom.courses.courseWork.get",
					"classroom.courses.courseWorkMaterials.list", "classroom.courses.courseWorkMaterials.get",
					"classroom.courses.courseWork.studentSubmissions.list",
					"classroom.courses.courseWork.studentSubmissions.get", "classroom.userProfiles.get");
		}
	}

	private static void everythingOf(Visitor admin, World world, CourseFacts course) {
		String path = "courses/" + course.id();
		ok(admin, path, path + "/aliases", path + "/gradingPeriodSettings");
		admin.all(path + "/students", "students");
		admin.all(path + "/teachers", "teachers");
		admin.all(path + "/topics", "topic");
		admin.all(path + "/courseWork?courseWorkStates=PUBLISHED&courseWorkStates=DRAFT&courseWorkStates=DELETED",
				"courseWork");
		admin.all(path + "/courseWorkMaterials?courseWorkMaterialStates=PUBLISHED&courseWorkMaterialStates=DRAFT",
				"courseWorkMaterial");
		admin.all(path + "/courseWork/-/studentSubmissions", "studentSubmissions");
		ok(admin, path + "/teachers/" + course.ownerId());
		world.students(course.id()).stream().limit(1).forEach((id) -> ok(admin, path + "/students/" + id));
		for (TopicFacts topic : world.topics(course.id())) {
			ok(admin, path + "/topics/" + topic.id());
		}
		for (MaterialFacts material : world.materials(course.id())) {
			ok(admin, path + "/courseWorkMaterials/" + material.id());
		}
		for (CourseworkFacts work : world.coursework(course.id())) {
			ok(admin, path + "/courseWork/" + work.id());
		}
		for (SubmissionFacts one : world.submissions(course.id()).stream().limit(2).toList()) {
			ok(admin, path + "/courseWork/" + one.courseworkId() + "/studentSubmissions/" + one.id());
		}
	}

	private static void ok(Visitor visitor, String... paths) {
		for (String path : paths) {
			Reply reply = visitor.get(path);
			assertThat(reply.status()).as(path).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@EnumSource(Resource.class)
	void aMaskMaySelectExactlyTheFieldsOfGooglesSchema(Resource resource) {
		Map<Resource, String> schemas = Map.of(Resource.COURSE, "Course", Resource.ALIAS, "CourseAlias",
				Resource.USER_PROFILE, "UserProfile", Resource.STUDENT, "Student", Resource.TEACHER, "Teacher",
				Resource.TOPIC, "Topic", Resource.COURSEWORK, "CourseWork", Resource.MATERIAL, "CourseWorkMaterial",
				Resource.SUBMISSION, "StudentSubmission", Resource.GRADING_PERIODS, "GradingPeriodSettings");
		JsonNode discovery = DiscoveryContract.document();
		assertSameFields(discovery, schemas.get(resource), resource.one());
	}

	private static void assertSameFields(JsonNode discovery, String schema, FieldMask mask) {
		JsonNode properties = discovery.path("schemas").path(schema).path("properties");
		Set<String> names = new TreeSet<>();
		properties.fieldNames().forEachRemaining(names::add);
		assertThat(mask.names()).as(schema).isSubsetOf(names);
		for (String name : names) {
			FieldMask inner = mask.child(name);
			assertThat(inner).as(schema + "." + name).isNotNull();
			JsonNode property = properties.path(name);
			String reference = property.path("$ref").asText(property.path("items").path("$ref").asText());
			if (inner != null && !inner.names().isEmpty()) {
				assertSameFields(discovery, reference, inner);
			}
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/v1/courses                             | {"courses":[]}
			/v1/courses                             | {"courses":[{"id":5}]}
			/v1/courses                             | {"courses":[{"id":null}]}
			/v1/courses                             | {"courses":[{"courseState":"ASLEEP"}]}
			/v1/courses                             | {"courses":[{"guardiansEnabled":false}]}
			/v1/courses                             | {"courses":[{"creationTime":"2026-09-01T00:00:00+05:00"}]}
			/v1/courses                             | {"nextPageToken":""}
			/v1/courses                             | ["courses"]
			/v1/courses                             | courses
			/v1/courses/1/courseWork                | {"courseWork":[{"dueDate":{"year":"2026"}}]}
			/v1/courses/1/courseWork                | {"courseWork":[{"dueTime":{"hours":13,"minutes":0}}]}
			/v1/courses/1/courseWork                | {"courseWork":[{"maxPoints":"10"}]}
			/v1/courses/1/courseWork/-/studentSubmissions | {"studentSubmissions":[{"assignedGrade":null}]}
			/v1/courses/1/nothing                   | {}
			""")
	void theCheckFindsWhatIsWrong(String path, String body) {
		DiscoveryContract contract = new DiscoveryContract(DiscoveryContract.document(), true);
		contract.after(call(path, Map.of()), Answer.json(200, body.getBytes(StandardCharsets.UTF_8)));
		assertThat(contract.violations()).isNotEmpty();
	}

	@Test
	void theCheckFindsAParameterThatTheMethodDoesNotHave() {
		DiscoveryContract contract = new DiscoveryContract(DiscoveryContract.document(), true);
		contract.after(call("/v1/courses", Map.of("courseState", List.of("ACTIVE"))), Answer.json(200, "{}"));
		assertThat(contract.violations())
			.containsExactly("GET /v1/courses: classroom.courses.list has no parameter courseState");
	}

	@Test
	void theCheckFindsAnErrorThatIsNotGoogles() {
		DiscoveryContract contract = new DiscoveryContract(DiscoveryContract.document(), true);
		contract.after(call("/v1/courses", Map.of()), Answer.json(403, "{\"error\":\"forbidden\"}"));
		assertThat(contract.violations()).hasSize(1);
	}

	@Test
	void valuesFromTheFutureAreViolationsOnlyOnDemand() {
		World world = World.generate(new WorldSettings(1, 100, LocalDate.of(2026, 11, 20)));
		ClassroomSettings settings = ClassroomSettings.defaults().withFuture(true, true);
		try (ClassroomStandIn classroom = ClassroomStandIn.start(world, settings, FaultScript.none())) {
			DiscoveryContract strict = DiscoveryContract.watch(classroom);
			DiscoveryContract open = DiscoveryContract.watch(classroom, false);
			for (CourseFacts course : world.courses()) {
				Visitor.admin(classroom)
					.all("courses/" + course.id() + "/courseWork/-/studentSubmissions", "studentSubmissions");
			}
			assertThat(strict.violations()).isNotEmpty();
			open.assertKept();
		}
	}

	private static Call call(String path, Map<String, List<String>> query) {
		return new Call("GET", path, query, Map.of(), new byte[0]);
	}

}
