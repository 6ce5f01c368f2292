package kz.kopir.rehearsal.kundelik;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.rehearsal.http.FaultScript;
import kz.kopir.rehearsal.kundelik.KundelikSettings.LogEntryPostExisting;
import kz.kopir.rehearsal.world.GroupFacts;
import kz.kopir.rehearsal.world.LessonFacts;
import kz.kopir.rehearsal.world.World;
import kz.kopir.rehearsal.world.WorldSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class KundelikLogEntriesTest {

	private static final World WORLD = World.generate(WorldSettings.defaults());

	private static final LocalDate TODAY = WORLD.settings().today();

	private final GroupFacts group = WORLD.groups().get(0);

	private final LessonFacts lesson = WORLD.lessons(this.group.id())
		.stream()
		.filter((one) -> one.date().isBefore(TODAY.minusDays(5)))
		.reduce((one, later) -> later)
		.orElseThrow();

	private final long pupil = this.group.pupilIds().get(0);

	private final String address = "/v2/lessons/" + this.lesson.id() + "/log-entries";

	private KundelikStandIn standIn;

	private KundelikClient admin;

	@BeforeEach
	void start() {
		Clock noon = Clock.fixed(TODAY.atTime(12, 0).atZone(Permission.ZONE).toInstant(), Permission.ZONE);
		KundelikSettings settings = KundelikSettings.defaults().withForeignWorks(0);
		this.standIn = KundelikStandIn.start(WORLD, settings, FaultScript.none(), noon);
		this.admin = new KundelikClient(this.standIn, settings.credentials().adminToken());
	}

	@AfterEach
	void stop() {
		this.standIn.close();
	}

	@Test
	void anEntryStandsInEveryRead() {
		JsonNode entry = post("Late").json();
		assertThat(entry.get("person_str").asText()).isEqualTo(Long.toString(this.pupil));
		assertThat(entry.get("createdDate").asText()).startsWith(TODAY + "T12:00:00");
		String days = "from=" + this.lesson.date() + "&to=" + this.lesson.date();
		for (String path : List.of(this.address, "/v2/lesson-log-entries?lessons=" + this.lesson.id(),
				"/v2/lesson-log-entries/group/" + this.group.id() + "?subject=" + this.lesson.subjectId() + "&"
						+ days)) {
			assertThat(this.admin.get(path).json()).as(path).hasSize(1).first().isEqualTo(entry);
		}
		JsonNode ofPerson = this.admin
			.get("/v2/persons/" + this.pupil + "/lesson-log-entries?startDate=" + this.lesson.date() + "&endDate="
					+ this.lesson.date())
			.json();
		assertThat(ofPerson.get("logEntries")).containsExactly(entry);
		assertThat(ofPerson.get("lessons").get(0).get("id").longValue()).isEqualTo(this.lesson.id());
	}

	@Test
	void severalLessonsAreReadAtOnce() {
		LessonFacts other = WORLD.lessons(this.group.id()).get(0);
		post("Late");
		this.standIn.putLogEntryByHand(other.id(), this.pupil, "Ill");
		String both = "/v2/lesson-log-entries?lessons=" + this.lesson.id() + "&lessons=" + other.id();
		assertThat(this.admin.get(both).json()).hasSize(2);
		assertThat(this.admin.get(both + "&lessons=1").refusal()).isEqualTo("404 resourceUnavailable");
		assertThat(this.admin.get("/v2/lesson-log-entries").refusal()).isEqualTo("400 parameterInvalid");
	}

	@Test
	void aPupilsAttendanceIsReadInWindowsOfThirtyDays() {
		String path = "/v2/persons/" + this.pupil + "/lesson-log-entries?startDate=2026-09-01&endDate=";
		assertThat(this.admin.get(path + "2026-10-01").status()).isEqualTo(200);
		assertThat(this.admin.get(path + "2026-10-02").refusal()).isEqualTo("400 parameterInvalid");
		assertThat(this.admin.get(path).refusal()).isEqualTo("400 parameterInvalid");
	}

	@Test
	void aSecondEntryOverwritesOrIsRejectedAsTheSwitchSays() {
		post("Late");
		assertThat(post("Ill").status()).isEqualTo(200);
		this.admin.put("/_rehearsal/switches", "{\"logEntryPostExisting\":\"reject\"}");
		assertThat(this.standIn.switches().logEntryPostExisting()).isEqualTo(LogEntryPostExisting.REJECT);
		assertThat(post("Pass").refusal()).isEqualTo("400 parameterInvalid");
		assertThat(statuses()).containsExactly("Ill");
		assertThat(put("Pass").status()).isEqualTo(200);
		assertThat(statuses()).containsExactly("Pass");
	}

	@Test
	void onlyWhatStandsThereIsChangedOrRemoved() {
		assertThat(put("Late").refusal()).isEqualTo("404 resourceUnavailable");
		assertThat(delete().refusal()).isEqualTo("404 resourceUnavailable");
		post("Late");
		assertThat(delete()).isEqualTo(new KundelikClient.Reply(200, "", ""));
		assertThat(this.standIn.logEntries()).isEmpty();
		assertThat(this.admin.put(this.address, "{\"status\":\"Late\"}").refusal()).isEqualTo("400 parameterInvalid");
		assertThat(this.admin.delete(this.address).refusal()).isEqualTo("400 parameterInvalid");
	}

	@Test
	void anEntryThatCannotBeIsRefused() {
		for (String status : List.of("NotSet", "LateJustified", "late", "", "Asleep")) {
			assertThat(post(status).refusal()).as(status).isEqualTo("400 parameterInvalid");
		}
		String stranger = "{\"person\":1,\"status\":\"Late\"}";
		assertThat(this.admin.post(this.address, stranger).refusal()).isEqualTo("400 parameterInvalid");
		assertThat(this.admin.post(this.address, "{\"status\":\"Late\"}").refusal()).isEqualTo("400 parameterInvalid");
		assertThat(this.admin.post("/v2/lessons/1/log-entries", body("Late")).refusal())
			.isEqualTo("400 parameterInvalid");
		assertThat(this.admin.post(this.address, "{\"lessonLogEntry\":" + body("Late") + "}").refusal())
			.isEqualTo("400 invalidRequest");
		assertThat(this.admin.post(this.address, "{\"lesson\":1,\"person\":" + this.pupil + ",\"status\":\"Late\"}")
			.refusal()).isEqualTo("400 parameterInvalid");
		assertThat(this.standIn.logEntries()).isEmpty();
	}

	@Test
	void onlyTeachersOfTheTimetableAndAdministratorsWriteWithinTheEditPeriod() {
		KundelikSettings.Credentials credentials = KundelikSettings.defaults().credentials();
		KundelikClient teacher = new KundelikClient(this.standIn, credentials.teacherToken());
		long teacherId = teacher.get("/v2/users/me").json().get("personId").longValue();
		LessonFacts foreign = WORLD.lessons(this.group.id())
			.stream()
			.filter((one) -> !one.teacherIds().contains(teacherId))
			.findFirst()
			.orElseThrow();
		assertThat(teacher.post("/v2/lessons/" + foreign.id() + "/log-entries", body("Late")).refusal())
			.isEqualTo("403 systemForbidden");
		LessonFacts own = WORLD.lessons(this.group.id())
			.stream()
			.filter((one) -> one.teacherIds().contains(teacherId))
			.findFirst()
			.orElseThrow();
		assertThat(teacher.post("/v2/lessons/" + own.id() + "/log-entries", body("Late")).status()).isEqualTo(200);
		this.standIn.change((switches) -> switches.withEditPeriodDays(5));
		assertThat(post("Late").refusal()).isEqualTo("403 systemForbidden");
		assertThat(put("Late").refusal()).isEqualTo("403 systemForbidden");
		assertThat(delete().refusal()).isEqualTo("403 systemForbidden");
	}

	@Test
	void aTeacherSetsAndRemovesAttendanceByHand() {
		String entries = "/_rehearsal/log-entries";
		String ofPupil = "{\"lesson\":" + this.lesson.id() + ",\"person\":" + this.pupil + ",\"status\":\"";
		assertThat(this.admin.put(entries, ofPupil + "NotSet\"}").status()).isEqualTo(200);
		assertThat(statuses()).containsExactly("NotSet");
		this.standIn.putLogEntryByHand(this.lesson.id(), this.pupil, "LateJustified");
		assertThat(this.admin.get(this.address).json().get(0).get("status").asText()).isEqualTo("LateJustified");
		assertThat(this.admin.put(entries, ofPupil + "Asleep\"}").status()).isEqualTo(400);
		String removed = entries + "?lesson=" + this.lesson.id() + "&person=" + this.pupil;
		assertThat(this.admin.delete(removed).status()).isEqualTo(204);
		assertThat(this.admin.delete(removed).status()).isEqualTo(404);
		assertThat(this.admin.delete(entries).status()).isEqualTo(400);
		assertThat(this.standIn.removeLogEntryByHand(this.lesson.id(), this.pupil)).isFalse();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.standIn.putLogEntryByHand(this.lesson.id(), 1, "Late"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.standIn.putLogEntryByHand(1, this.pupil, "Late"));
	}

	@Test
	void aSubgroupHasNoBellsOfItsOwn() {
		GroupFacts subgroup = WORLD.groups().stream().filter((one) -> one.parentId() != null).findFirst().orElseThrow();
		assertThat(this.admin.get("/v2/edu-groups/" + subgroup.id() + "/timetables").refusal())
			.isEqualTo("404 resourceUnavailable");
		assertThat(this.admin.get("/v2/edu-groups/" + subgroup.parentId() + "/timetables").status()).isEqualTo(200);
	}

	private List<String> statuses() {
		return this.standIn.logEntries().stream().map(JournalLogEntry::status).toList();
	}

	private KundelikClient.Reply post(String status) {
		return this.admin.post(this.address, body(status));
	}

	private KundelikClient.Reply put(String status) {
		return this.admin.put(this.address + "?person=" + this.pupil, body(status));
	}

	private KundelikClient.Reply delete() {
		return this.admin.delete(this.address + "?person=" + this.pupil);
	}

	private String body(String status) {
		return "{\"person\":" + this.pupil + ",\"status\":\"" + status + "\"}";
	}

}
