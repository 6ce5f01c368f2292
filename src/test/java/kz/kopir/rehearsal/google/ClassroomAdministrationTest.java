package kz.kopir.rehearsal.google;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.rehearsal.google.Visitor.Reply;
import kz.kopir.rehearsal.http.Effect;
import kz.kopir.rehearsal.http.Fault;
import kz.kopir.rehearsal.http.FaultScript;
import kz.kopir.rehearsal.world.CourseFacts;
import kz.kopir.rehearsal.world.SubmissionFacts;
import kz.kopir.rehearsal.world.World;
import kz.kopir.rehearsal.world.WorldSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The school changes while it is read. */
class ClassroomAdministrationTest {

	private final World world = World.generate(new WorldSettings(3, 60, LocalDate.of(2026, 11, 20)));

	private final ClassroomStandIn classroom = ClassroomStandIn.start(this.world, ClassroomSettings.defaults(),
			FaultScript.none());

	private final Visitor admin = Visitor.admin(this.classroom);

	@AfterEach
	void close() {
		this.classroom.close();
	}

	@Test
	void aTeacherChangesOneGrade() {
		SubmissionFacts before = graded();
		assertThat(this.admin.administer("POST", "grade", body(before, ",\"grade\":3.25")).status()).isEqualTo(204);
		JsonNode after = seen(before);
		assertThat(after.path("assignedGrade").decimalValue()).isEqualByComparingTo("3.25");
		assertThat(after.path("updateTime").asText()).isNotEqualTo(String.valueOf(before.updated()));
	}

	@Test
	void aTeacherGivesOneMoreWork() {
		String course = course().id();
		Reply given = this.admin.administer("POST", "coursework",
				"{\"courseId\":\"" + course + "\",\"title\":\"БЖБ №2\",\"due\":\"2026-11-24\",\"maxPoints\":10}");
		assertThat(given.status()).isEqualTo(200);
		assertThat(this.world.coursework(course)).anyMatch((work) -> work.title().equals("БЖБ №2"));
		assertThat(this.admin
			.administer("POST", "coursework",
					"{\"courseId\":\"" + course + "\",\"title\":\"БЖБ\",\"due\":\"tomorrow\",\"maxPoints\":10}")
			.status()).isEqualTo(400);
	}

	@Test
	void aTeacherTakesAGradeBack() {
		SubmissionFacts before = graded();
		assertThat(seen(before).has("assignedGrade")).isTrue();
		assertThat(this.admin.administer("POST", "withdraw", body(before, "")).status()).isEqualTo(204);
		assertThat(seen(before).has("assignedGrade")).isFalse();
	}

	@Test
	void aShareOfTheGradesChanges() {
		Map<String, String> before = grades();
		Reply reply = this.admin.administer("POST", "regrade", "{\"share\":0.05,\"seed\":7}");
		Map<String, String> after = grades();
		long changed = before.keySet().stream().filter((id) -> !before.get(id).equals(after.get(id))).count();
		assertThat(changed).isPositive().isLessThan(before.size() / 5);
		assertThat(reply.json().path("regraded").asLong()).isEqualTo(changed);
	}

	@Test
	void aCourseVanishesBetweenTwoPages() {
		CourseFacts course = this.world.courses()
			.stream()
			.filter((one) -> this.world.submissions(one.id()).size() > 100)
			.findFirst()
			.orElseThrow();
		String path = "courses/" + course.id() + "/courseWork/-/studentSubmissions";
		String token = this.admin.get(path).json().path("nextPageToken").asText();
		assertThat(token).isNotEmpty();
		assertThat(this.admin.administer("DELETE", "courses/" + course.id(), "").status()).isEqualTo(204);
		assertThat(this.admin.get(path + "?pageToken=" + token).status()).isEqualTo(404);
		assertThat(this.admin.all("courses", "courses").texts("id")).doesNotContain(course.id());
	}

	@Test
	void aQuotaIsAnsweredWith429AndNoRetryAfter() {
		assertThat(this.admin.administer("POST", "quotas", "{\"perUser\":3}").status()).isEqualTo(204);
		List<Integer> statuses = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			statuses.add(this.admin.get("courses").status());
		}
		assertThat(statuses).containsExactly(200, 200, 200, 429);
		Reply refused = this.admin.get("courses");
		assertThat(refused.errorStatus()).isEqualTo("RESOURCE_EXHAUSTED");
		assertThat(refused.header("Retry-After")).isNull();
		String teacher = this.world.courses().get(0).ownerId();
		assertThat(Visitor.as(this.classroom, teacher).get("courses").status()).isEqualTo(200);
		this.classroom.setQuotas(null, null);
		assertThat(this.admin.get("courses").status()).isEqualTo(200);
	}

	@Test
	void whoeverStartsItAsAProcessCanFetchTheKeys() {
		assertThat(this.admin.administer("GET", "service-account-key", "").json().path("token_uri").asText())
			.isEqualTo(this.classroom.tokenUri().toString());
		JsonNode client = this.admin.administer("GET", "refresh-token-client", "").json();
		Reply token = Visitor.token(this.classroom,
				Map.of("grant_type", "refresh_token", "client_id", client.path("clientId").asText(), "client_secret",
						client.path("clientSecret").asText(), "refresh_token", client.path("refreshToken").asText()));
		assertThat(token.status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			POST   | regrade     | {"share":2,"seed":1}  | 400 | share
			POST   | regrade     | {"seed":1}            | 400 | share
			POST   | regrade     | []                    | 400 | JSON object
			POST   | regrade     | {"share"              | 400 | did not
			POST   | withdraw    | {"courseId":"1"}      | 400 | courseWorkId
			POST   | quotas      | {"perUser":-1}        | 400 | quota
			POST   | quotas      | {"perUser":"many"}    | 400 | perUser
			DELETE | courses/404 | ''                    | 404 | 404
			""")
	void whatCannotBeDoneIsRefusedWithAReason(String method, String path, String body, int status, String reason) {
		Reply reply = this.admin.administer(method, path, body);
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.body()).contains(reason);
	}

	@Test
	void aScriptedFaultStrikesOnce() {
		FaultScript faults = FaultScript.of(Fault.next("GET", "/v1/courses", 1, Effect.maintenance()));
		try (ClassroomStandIn failing = ClassroomStandIn.start(this.world, ClassroomSettings.defaults(), faults)) {
			Visitor visitor = Visitor.admin(failing);
			assertThat(visitor.get("courses").status()).isEqualTo(503);
			assertThat(visitor.get("courses").status()).isEqualTo(200);
			assertThat(failing.counts().of("GET /v1/courses")).isEqualTo(2);
		}
	}

	@Test
	void settingsThatCannotBeAreRefused() {
		ClassroomSettings settings = ClassroomSettings.defaults();
		assertThatIllegalArgumentException().isThrownBy(() -> settings.withPages(0, false));
		assertThatIllegalArgumentException().isThrownBy(() -> settings.withQuotas(-1, null));
		assertThatIllegalArgumentException().isThrownBy(() -> settings.withTokenLifetime(Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> settings.withAliases(Map.of("1", List.of("math"))))
			.withMessageContaining("math");
	}

	@Test
	void whatDoesNotExistIsAPage() {
		assertThat(this.admin.administer("POST", "nothing", "{}").status()).isEqualTo(404);
	}

	@Test
	void theTextOfARefreshTokenClientHoldsNoSecret() {
		RefreshTokenClient client = this.classroom.refreshTokenClient();
		assertThat(client.toString()).doesNotContain(client.clientSecret(), client.refreshToken());
	}

	private CourseFacts course() {
		return this.world.courses()
			.stream()
			.filter((one) -> this.world.submissions(one.id()).stream().anyMatch((sub) -> sub.assignedGrade() != null))
			.findFirst()
			.orElseThrow();
	}

	private SubmissionFacts graded() {
		return this.world.submissions(course().id())
			.stream()
			.filter((one) -> one.assignedGrade() != null)
			.findFirst()
			.orElseThrow();
	}

	private String body(SubmissionFacts submission, String more) {
		return "{\"courseId\":\"" + course().id() + "\",\"courseWorkId\":\"" + submission.courseworkId()
				+ "\",\"userId\":\"" + submission.googleId() + "\"" + more + "}";
	}

	private JsonNode seen(SubmissionFacts submission) {
		return this.admin
			.get("courses/" + course().id() + "/courseWork/" + submission.courseworkId() + "/studentSubmissions/"
					+ submission.id())
			.json();
	}

	private Map<String, String> grades() {
		Map<String, String> grades = new HashMap<>();
		for (CourseFacts course : this.world.courses()) {
			this.admin.all("courses/" + course.id() + "/courseWork/-/studentSubmissions", "studentSubmissions")
				.items()
				.stream()
				.filter((one) -> one.has("assignedGrade"))
				.forEach((one) -> grades.put(one.path("courseWorkId").asText() + one.path("id").asText(),
						one.path("assignedGrade").asText()));
		}
		return grades;
	}

}
