package kz.kopir.rehearsal.kundelik;

import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.rehearsal.http.FaultScript;
import kz.kopir.rehearsal.kundelik.KundelikSettings.MarkRepost;
import kz.kopir.rehearsal.kundelik.KundelikSettings.WorksWithMarks;
import kz.kopir.rehearsal.world.GroupFacts;
import kz.kopir.rehearsal.world.LessonFacts;
import kz.kopir.rehearsal.world.World;
import kz.kopir.rehearsal.world.WorldSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KundelikWritesTest {

	private static final World WORLD = World.generate(WorldSettings.defaults());

	private static final LocalDate TODAY = WORLD.settings().today();

	private final GroupFacts group = WORLD.groups().get(0);

	private final LessonFacts lesson = WORLD.lessons(this.group.id())
		.stream()
		.filter((one) -> one.date().isBefore(TODAY.minusDays(20)))
		.reduce((one, later) -> later)
		.orElseThrow();

	private final long pupil = this.group.pupilIds().get(0);

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
	void aWorkHangsOnItsLesson() {
		JsonNode work = create("\"type\":\"LessonTestWork\",\"text\":\"§ 5\",\"displayInJournal\":true,\"markCount\":1")
			.json();
		assertThat(work.get("lesson").longValue()).isEqualTo(this.lesson.id());
		assertThat(work.get("eduGroup").longValue()).isEqualTo(this.group.id());
		assertThat(work.get("subjectId").longValue()).isEqualTo(this.lesson.subjectId());
		assertThat(work.get("text").asText()).isEqualTo("§ 5");
		assertThat(work.get("sentDate").asText()).startsWith(TODAY + "T12:00:00");
		assertThat(this.admin.get("/v2/lessons/" + this.lesson.id() + "/works").json().get(0)).isEqualTo(work);
	}

	@Test
	void theSameWorkTwiceIsTwoWorks() {
		create("\"text\":\"§ 5\"");
		create("\"text\":\"§ 5\"");
		assertThat(this.standIn.works()).hasSize(2);
	}

	@Test
	void aKindOfWorkMayBeANumberAsInOldRequests() {
		assertThat(create("\"type\":0").json().get("type").asText()).isEqualTo("Homework");
		assertThat(create("\"type\":99").refusal()).isEqualTo("400 parameterInvalid");
	}

	@Test
	void aWorkThatCannotBeIsRefused() {
		assertThat(this.admin.post("/v2/works", "{\"lesson\":1}").refusal()).isEqualTo("400 parameterInvalid");
		assertThat(this.admin.post("/v2/works", "{}").refusal()).isEqualTo("400 parameterInvalid");
		assertThat(this.admin.post("/v2/works", "{\"work\":{}}").refusal()).isEqualTo("400 invalidRequest");
		assertThat(this.admin.post("/v2/works", "{").refusal()).isEqualTo("400 invalidRequest");
		for (String wrong : List.of("\"markType\":\"Mark11\"", "\"markCount\":-1", "\"eduGroup\":1",
				"\"status\":\"Lost\"", "\"type\":\"Dream\"", "\"workType\":1", "\"displayInJournal\":\"yes\"",
				"\"text\":5")) {
			assertThat(create(wrong).refusal()).as(wrong).isEqualTo("400 parameterInvalid");
		}
		assertThat(this.standIn.works()).isEmpty();
	}

	@Test
	void aChangedWorkKeepsWhatTheBodyDoesNotName() {
		String id = create("\"text\":\"§ 5\",\"targetDate\":\"2026-11-20T23:59:00\"").json().get("id").asText();
		JsonNode changed = this.admin.put("/v2/works/" + id, "{\"text\":\"§ 6\"}").json();
		assertThat(changed.get("text").asText()).isEqualTo("§ 6");
		assertThat(changed.get("targetDate").asText()).isEqualTo("2026-11-20T23:59:00");
	}

	@Test
	void aWorkMovesToAnotherLessonOfTheSameSubjectOnly() {
		String id = create("\"text\":\"§ 5\"").json().get("id").asText();
		LessonFacts next = WORLD.lessons(this.group.id())
			.stream()
			.filter((one) -> one.subjectId() == this.lesson.subjectId() && one.date().isAfter(this.lesson.date()))
			.findFirst()
			.orElseThrow();
		LessonFacts other = WORLD.lessons(this.group.id())
			.stream()
			.filter((one) -> one.subjectId() != this.lesson.subjectId())
			.findFirst()
			.orElseThrow();
		assertThat(this.admin.put("/v2/works/" + id, "{\"lesson\":" + next.id() + "}").status()).isEqualTo(200);
		assertThat(this.admin.get("/v2/lessons/" + this.lesson.id() + "/works").json()).isEmpty();
		assertThat(this.admin.get("/v2/works?lesson=" + next.id()).json()).hasSize(1);
		assertThat(this.admin.put("/v2/works/" + id, "{\"lesson\":" + other.id() + "}").refusal())
			.isEqualTo("400 parameterInvalid");
	}

	@Test
	void aMarkStandsInTheJournalAsItWasPut() {
		long work = column("Mark10");
		JsonNode mark = put(work, this.pupil, "8").json();
		assertThat(mark.get("value").asText()).isEqualTo("8");
		assertThat(mark.get("person").longValue()).isEqualTo(this.pupil);
		assertThat(mark.get("type").asText()).isEqualTo("Mark10");
		assertThat(this.standIn.marksOf(this.pupil)).singleElement()
			.satisfies((one) -> assertThat(one.written()).isEqualTo(TODAY.atTime(12, 0)));
	}

	@Test
	void aMarkOutsideTheScaleIsRefused() {
		long work = column("Mark10");
		for (String value : List.of("0", "11", "8.5", "", "УДВ", "5+")) {
			assertThat(put(work, this.pupil, value).refusal()).as(value).isEqualTo("400 parameterInvalid");
		}
		assertThat(mark(work, this.pupil, "{\"value\":8}").refusal()).isEqualTo("400 parameterInvalid");
		assertThat(mark(work, this.pupil, "{}").refusal()).isEqualTo("400 parameterInvalid");
		assertThat(put(column("Mark5"), this.pupil, "5+").status()).isEqualTo(200);
		assertThat(this.standIn.marks()).hasSize(1);
	}

	@Test
	void onlyAColumnOfTheJournalTakesMarks() {
		long hidden = create("\"markCount\":1").json().get("id").longValue();
		long none = create("\"displayInJournal\":true").json().get("id").longValue();
		assertThat(put(hidden, this.pupil, "8").refusal()).isEqualTo("400 parameterInvalid");
		assertThat(put(none, this.pupil, "8").refusal()).isEqualTo("400 parameterInvalid");
	}

	@Test
	void onlyAPupilOfTheLessonsClassGroupGetsAMark() {
		long other = WORLD.pupils()
			.stream()
			.filter((one) -> !this.group.pupilIds().contains(one.personId()))
			.findFirst()
			.orElseThrow()
			.personId();
		long work = column("Mark10");
		assertThat(put(work, other, "8").refusal()).isEqualTo("400 parameterInvalid");
		assertThat(put(work, 1, "8").refusal()).isEqualTo("404 resourceUnavailable");
		assertThat(put(1, this.pupil, "8").refusal()).isEqualTo("404 resourceUnavailable");
		assertThat(this.standIn.marks()).isEmpty();
	}

	@Test
	void aSecondMarkOverwritesAppendsOrIsRejectedAsTheSwitchSays() {
		long work = column("Mark10");
		long first = put(work, this.pupil, "8").json().get("id").longValue();
		assertThat(put(work, this.pupil, "9").json().get("id").longValue()).isEqualTo(first);
		assertThat(this.standIn.marksOf(this.pupil)).extracting(JournalMark::value).containsExactly("9");

		this.standIn.change((switches) -> switches.withMarkRepost(MarkRepost.REJECT));
		assertThat(put(work, this.pupil, "10").refusal()).isEqualTo("400 parameterInvalid");
		assertThat(this.standIn.marksOf(this.pupil)).extracting(JournalMark::value).containsExactly("9");

		this.standIn.change((switches) -> switches.withMarkRepost(MarkRepost.APPEND));
		assertThat(put(work, this.pupil, "10").json().get("number").asInt()).isOne();
		assertThat(this.standIn.marksOf(this.pupil)).extracting(JournalMark::value).containsExactly("9", "10");
	}

	@Test
	void columnsOfOneWorkAreMarkedApart() {
		long work = create("\"displayInJournal\":true,\"markCount\":2").json().get("id").longValue();
		assertThat(mark(work, this.pupil, "{\"value\":\"8\",\"number\":1}").json().get("number").asInt()).isOne();
		assertThat(mark(work, this.pupil, "{\"value\":\"7\"}").json().get("number").asInt()).isZero();
		assertThat(mark(work, this.pupil, "{\"value\":\"7\",\"number\":2}").refusal())
			.isEqualTo("400 parameterInvalid");
		assertThat(this.standIn.marksOf(this.pupil)).hasSize(2);
	}

	@Test
	void aWorkWithMarksGoesWithThemOrStaysAsTheSwitchSays() {
		long work = column("Mark10");
		put(work, this.pupil, "8");
		this.standIn.change((switches) -> switches.withWorksDeleteWithMarks(WorksWithMarks.REJECT));
		assertThat(this.admin.delete("/v2/works/" + work).refusal()).isEqualTo("400 parameterInvalid");
		assertThat(this.standIn.marks()).hasSize(1);
		this.standIn.change((switches) -> switches.withWorksDeleteWithMarks(WorksWithMarks.ALLOW));
		assertThat(this.admin.delete("/v2/works/" + work)).isEqualTo(new KundelikClient.Reply(200, "", ""));
		assertThat(this.standIn.marks()).isEmpty();
		assertThat(this.standIn.works()).isEmpty();
		assertThat(this.admin.delete("/v2/works/" + work).refusal()).isEqualTo("404 resourceUnavailable");
	}

	@Test
	void aMarkedWorkKeepsItsScale() {
		long work = column("Mark10");
		put(work, this.pupil, "8");
		assertThat(this.admin.put("/v2/works/" + work, "{\"markType\":\"Mark5\"}").refusal())
			.isEqualTo("400 parameterInvalid");
	}

	@Test
	void afterTheEditPeriodNothingOfTheLessonCanBeWritten() {
		long work = column("Mark10");
		int days = (int) (TODAY.toEpochDay() - this.lesson.date().toEpochDay());
		this.standIn.change((switches) -> switches.withEditPeriodDays(days));
		assertThat(put(work, this.pupil, "8").status()).isEqualTo(200);
		this.standIn.change((switches) -> switches.withEditPeriodDays(days - 1));
		KundelikClient.Reply refused = put(work, this.pupil, "9");
		assertThat(refused.refusal()).isEqualTo("403 systemForbidden");
		assertThat(refused.json().get("description").asText()).contains("edit period").contains("over");
		assertThat(create("\"text\":\"§ 5\"").refusal()).isEqualTo("403 systemForbidden");
		assertThat(this.admin.put("/v2/works/" + work, "{}").refusal()).isEqualTo("403 systemForbidden");
		assertThat(this.admin.delete("/v2/works/" + work).refusal()).isEqualTo("403 systemForbidden");
		assertThat(this.standIn.marks()).extracting(JournalMark::value).containsExactly("8");
	}

	@Test
	void aBodyNeedsItsContentType() {
		HttpRequest request = HttpRequest.newBuilder(this.standIn.url().resolve("/v2/works"))
			.header("Access-Token", KundelikSettings.defaults().credentials().adminToken())
			.timeout(Duration.ofSeconds(10))
			.POST(HttpRequest.BodyPublishers.ofString("{\"lesson\":" + this.lesson.id() + "}"))
			.build();
		assertThat(KundelikClient.send(request).refusal()).isEqualTo("400 invalidRequest");
	}

	private KundelikClient.Reply create(String fields) {
		return this.admin.post("/v2/works", "{\"lesson\":" + this.lesson.id() + "," + fields + "}");
	}

	private long column(String markType) {
		return create("\"displayInJournal\":true,\"markCount\":1,\"markType\":\"" + markType + "\"").json()
			.get("id")
			.longValue();
	}

	private KundelikClient.Reply put(long work, long person, String value) {
		return mark(work, person, "{\"value\":\"" + value + "\"}");
	}

	private KundelikClient.Reply mark(long work, long person, String body) {
		return this.admin.post("/v2/persons/" + person + "/works/" + work + "/mark", body);
	}

}
