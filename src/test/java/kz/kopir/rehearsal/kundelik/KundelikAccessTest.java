package kz.kopir.rehearsal.kundelik;

import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.rehearsal.http.FaultScript;
import kz.kopir.rehearsal.kundelik.KundelikSettings.Credentials;
import kz.kopir.rehearsal.world.LessonFacts;
import kz.kopir.rehearsal.world.World;
import kz.kopir.rehearsal.world.WorldSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class KundelikAccessTest {

	private static final World WORLD = World.generate(WorldSettings.defaults());

	private final Credentials credentials = Credentials.defaults().withAccessTokenLifetime(Duration.ofHours(1));

	private final MovableClock clock = new MovableClock();

	private KundelikStandIn standIn;

	@BeforeEach
	void start() {
		this.standIn = KundelikStandIn.start(WORLD, KundelikSettings.defaults().withCredentials(this.credentials),
				FaultScript.none(), this.clock);
	}

	@AfterEach
	void stop() {
		this.standIn.close();
	}

	@Test
	void theTokenGoesInItsOwnHeaderOrInTheQueryButNotAsABearer() {
		KundelikClient nobody = client(null);
		assertThat(client(this.credentials.adminToken()).get("/v2/users/me").status()).isEqualTo(200);
		assertThat(nobody.get("/v2/users/me?access_token=" + this.credentials.adminToken()).status()).isEqualTo(200);
		KundelikClient.Reply missing = nobody.get("/v2/users/me");
		assertThat(missing.text())
			.isEqualTo("{\"type\":\"tokenRequired\",\"description\":\"You must supply valid token to access method\"}");
		assertThat(missing.status()).isEqualTo(401);
		HttpRequest bearer = HttpRequest.newBuilder(this.standIn.url().resolve("/v2/users/me"))
			.header("Authorization", "Bearer " + this.credentials.adminToken())
			.build();
		assertThat(KundelikClient.send(bearer).refusal()).isEqualTo("401 tokenRequired");
		assertThat(client("wrong").get("/v2/users/me").refusal()).isEqualTo("401 invalidToken");
	}

	@Test
	void anExpiredTokenIsRenewedOnceWithEachRefreshToken() {
		this.clock.move(Duration.ofHours(1));
		assertThat(client(this.credentials.adminToken()).get("/v2/users/me").refusal()).isEqualTo("401 invalidToken");

		JsonNode renewed = refresh(this.credentials.adminRefreshToken()).json();
		assertThat(renewed.get("expiresIn").asLong()).isEqualTo(3600);
		assertThat(client(renewed.get("accessToken").asText()).get("/v2/users/me").status()).isEqualTo(200);

		assertThat(refresh(this.credentials.adminRefreshToken()).refusal()).isEqualTo("403 authorizationFailed");
		assertThat(refresh(renewed.get("refreshToken").asText()).status()).isEqualTo(200);
	}

	@Test
	void onlyTheRegisteredClientRenewsATokenAndOnlyByRefresh() {
		KundelikClient nobody = client(null);
		String body = "{\"grant_type\":\"%s\",\"refreshToken\":\"" + this.credentials.adminRefreshToken()
				+ "\",\"client_id\":\"" + this.credentials.clientId() + "\",\"client_secret\":\"%s\"}";
		assertThat(nobody.post("/v2/authorizations", String.format(body, "RefreshToken", "x")).refusal())
			.isEqualTo("403 authorizationFailed");
		assertThat(nobody.post("/v2/authorizations", String.format(body, "NotSet", this.credentials.clientSecret()))
			.refusal()).isEqualTo("400 parameterInvalid");
	}

	@Test
	void aTeacherWritesOnTheOwnLessonsOnly() {
		KundelikClient teacher = client(this.credentials.teacherToken());
		long person = teacher.get("/v2/users/me").json().get("personId").longValue();
		LessonFacts own = lesson(person, true);
		LessonFacts others = lesson(person, false);
		assertThat(work(teacher, own).status()).isEqualTo(200);
		assertThat(work(teacher, others).refusal()).isEqualTo("403 systemForbidden");
		assertThat(work(client(this.credentials.adminToken()), others).status()).isEqualTo(200);
	}

	@Test
	void aStrangerSeesAndWritesNothingOfTheSchool() {
		KundelikClient stranger = client(this.credentials.strangerToken());
		assertThat(stranger.get("/v2/users/me/schools").json()).isEmpty();
		assertThat(stranger.get("/v2/users/me/roles").text()).isEqualTo("[\"EduStaff\"]");
		LessonFacts lesson = WORLD.lessons(WORLD.groups().get(0).id()).get(0);
		for (String path : List.of("/v2/schools/" + WORLD.schoolId(), "/v2/lessons/" + lesson.id(),
				"/v2/lessons/" + lesson.id() + "/marks", "/v2/edu-groups/" + lesson.groupId() + "/persons")) {
			assertThat(stranger.get(path).refusal()).as(path).isEqualTo("403 systemForbidden");
		}
		assertThat(work(stranger, lesson).refusal()).isEqualTo("403 systemForbidden");
	}

	@Test
	void theServiceAccountIsAdministrator() {
		assertThat(client(this.credentials.adminToken()).get("/v2/users/me/roles").text())
			.contains("EduSchoolAdministrator");
	}

	@Test
	void tooManyRequestsOfOneTokenAreRefusedUntilTheBucketFills() {
		this.standIn.change((switches) -> switches.withRequestLimit(2, Duration.ofSeconds(2)));
		KundelikClient admin = client(this.credentials.adminToken());
		assertThat(admin.get("/v2/users/me").status()).isEqualTo(200);
		assertThat(admin.get("/v2/users/me").status()).isEqualTo(200);
		assertThat(admin.get("/v2/users/me").refusal()).isEqualTo("429 requestLimit");
		assertThat(client(this.credentials.teacherToken()).get("/v2/users/me").status()).isEqualTo(200);
		this.clock.move(Duration.ofSeconds(1));
		assertThat(admin.get("/v2/users/me").status()).isEqualTo(200);
		assertThat(admin.get("/v2/users/me").refusal()).isEqualTo("429 requestLimit");
	}

	@Test
	void duringMaintenanceEveryCallGetsAPageInHtml() {
		this.standIn.change((switches) -> switches.withMaintenance(true));
		KundelikClient.Reply page = client(this.credentials.adminToken()).get("/v2/users/me");
		assertThat(page.status()).isEqualTo(503);
		assertThat(page.contentType()).startsWith("text/html");
		assertThat(page.text()).contains("<div class=\"error__description\"><p>");
	}

	@Test
	void aTeacherWhoIsNotThereIsSaidAtTheStart() {
		Credentials wrong = new Credentials("a", "b", "c", "d", "e", "f", Duration.ofHours(1), 1L);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> KundelikStandIn.start(WORLD, KundelikSettings.defaults().withCredentials(wrong),
					FaultScript.none()))
			.withMessageContaining("teacherPersonId");
	}

	private LessonFacts lesson(long person, boolean own) {
		return WORLD.groups()
			.stream()
			.flatMap((group) -> WORLD.lessons(group.id()).stream())
			.filter((lesson) -> lesson.teacherIds().contains(person) == own)
			.findFirst()
			.orElseThrow();
	}

	private KundelikClient client(String token) {
		return new KundelikClient(this.standIn, token);
	}

	private static KundelikClient.Reply work(KundelikClient client, LessonFacts lesson) {
		return client.post("/v2/works", "{\"lesson\":" + lesson.id() + "}");
	}

	private KundelikClient.Reply refresh(String refreshToken) {
		return client(null).post("/v2/authorizations", String.format(
				"{\"grant_type\":\"RefreshToken\",\"refreshToken\":\"%s\",\"client_id\":\"%s\",\"client_secret\":\"%s\"}",
				refreshToken, this.credentials.clientId(), this.credentials.clientSecret()));
	}

	private static final class MovableClock extends Clock {

		private Instant now = WORLD.settings().today().atTime(12, 0).atZone(Permission.ZONE).toInstant();

		void move(Duration by) {
			this.now = this.now.plus(by);
		}

		@Override
		public ZoneId getZone() {
			return Permission.ZONE;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return Clock.fixed(this.now, zone);
		}

		@Override
		public Instant instant() {
			return this.now;
		}

	}

}
