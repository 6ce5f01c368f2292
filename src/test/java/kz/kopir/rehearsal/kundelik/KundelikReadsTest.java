package kz.kopir.rehearsal.kundelik;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.rehearsal.http.FaultScript;
import kz.kopir.rehearsal.world.GroupFacts;
import kz.kopir.rehearsal.world.LessonFacts;
import kz.kopir.rehearsal.world.PupilFacts;
import kz.kopir.rehearsal.world.World;
import kz.kopir.rehearsal.world.WorldSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KundelikReadsTest {

	private static final World WORLD = World.generate(WorldSettings.defaults());

	private static final String ALL = "/2026-09-01/2026-12-27";

	private final GroupFacts group = WORLD.groups().get(0);

	private KundelikStandIn standIn;

	private KundelikClient admin;

	@BeforeEach
	void start() {
		this.standIn = KundelikStandIn.start(WORLD, KundelikSettings.defaults().withForeignWorks(0),
				FaultScript.none());
		this.admin = new KundelikClient(this.standIn, KundelikSettings.defaults().credentials().adminToken());
	}

	@AfterEach
	void stop() {
		this.standIn.close();
	}

	@Test
	void idsHaveNineteenDigitsAsNumbersAndTheirTwinAsText() {
		String text = this.admin.get("/v2/edu-groups/" + this.group.id()).text();
		assertThat(String.valueOf(this.group.id())).hasSize(19);
		assertThat(text).contains("\"id\":" + this.group.id() + ",\"id_str\":\"" + this.group.id() + "\"");
	}

	@Test
	void aClassGroupShowsItsPupilsInEveryWayOfAsking() {
		List<Long> expected = this.group.pupilIds();
		assertThat(ids(this.admin.get("/v2/edu-groups/" + this.group.id() + "/persons").json())).isEqualTo(expected);
		assertThat(ids(this.admin.get("/v2.0/edu-groups/" + this.group.id() + "/students").json())).isEqualTo(expected);
		JsonNode students = this.admin.post("/v2/edu-groups/students", "[" + this.group.id() + "]")
			.json()
			.get(0)
			.get("students");
		List<Long> persons = new ArrayList<>();
		students.forEach((student) -> persons.add(student.get("person").get("id").longValue()));
		assertThat(persons).isEqualTo(expected);
	}

	@Test
	void aPupilWithoutAnAccountHasNoUser() {
		PupilFacts without = WORLD.pupils()
			.stream()
			.filter((pupil) -> pupil.userId() == null)
			.findFirst()
			.orElseThrow();
		GroupFacts of = WORLD.groups()
			.stream()
			.filter((one) -> one.pupilIds().contains(without.personId()))
			.findFirst()
			.orElseThrow();
		for (JsonNode person : this.admin.get("/v2/edu-groups/" + of.id() + "/persons").json()) {
			if (person.get("id").longValue() == without.personId()) {
				assertThat(person.get("userId").isNull()).isTrue();
				return;
			}
		}
		throw new AssertionError("The pupil is not shown");
	}

	@Test
	void subgroupsTellTheirClass() {
		GroupFacts subgroup = WORLD.groups().stream().filter((one) -> one.parentId() != null).findFirst().orElseThrow();
		JsonNode shown = this.admin.get("/v2/edu-groups/" + subgroup.id()).json();
		assertThat(shown.get("type").asText()).isEqualTo("Subgroup");
		assertThat(shown.get("parentIds").get(0).longValue()).isEqualTo(subgroup.parentId());
	}

	@Test
	void theYearStandsAmongTheTerms() {
		JsonNode periods = this.admin.get("/v2/edu-groups/" + this.group.id() + "/reporting-periods").json();
		assertThat(periods).hasSize(WORLD.terms().size() + 1);
		assertThat(periods.get(0).get("start").asText()).isEqualTo(WORLD.terms().get(0).start() + "T00:00:00");
		assertThat(periods.get(periods.size() - 1).get("name").asText()).contains("год");
	}

	@Test
	void lessonsOfAPeriodComeWithBothEndsAndWithTheirWorksInFull() {
		LessonFacts lesson = WORLD.lessons(this.group.id()).get(3);
		JournalWork work = this.standIn.putWorkByHand(lesson.id(), "Тест");
		String day = lesson.date().toString();
		JsonNode shown = this.admin
			.get("/v2/edu-groups/" + this.group.id() + "/lessons/" + day + "/" + day + "T00:00:00")
			.json();
		long onThatDay = WORLD.lessons(this.group.id())
			.stream()
			.filter((one) -> one.date().equals(lesson.date()))
			.count();
		assertThat(shown).hasSize((int) onThatDay);
		JsonNode with = null;
		for (JsonNode one : shown) {
			with = (one.get("id").longValue() == lesson.id()) ? one : with;
		}
		assertThat(with).isNotNull();
		assertThat(with.get("works").get(0).get("id").longValue()).isEqualTo(work.id());
		assertThat(with.get("works").get(0).get("text").asText()).isEqualTo("Тест");
	}

	@Test
	void lessonsOfASubjectAreOnlyOfThatSubject() {
		long subject = WORLD.lessons(this.group.id()).get(0).subjectId();
		JsonNode shown = this.admin.get("/v2/edu-groups/" + this.group.id() + "/subjects/" + subject + "/lessons" + ALL)
			.json();
		long expected = WORLD.lessons(this.group.id()).stream().filter((one) -> one.subjectId() == subject).count();
		assertThat(shown).hasSize((int) expected);
		shown.forEach((lesson) -> assertThat(lesson.get("subject").get("id").longValue()).isEqualTo(subject));
	}

	@Test
	void aPeriodOverHalfAYearIsRefused() {
		String lessons = "/v2/edu-groups/" + this.group.id() + "/lessons/2026-06-01/";
		LocalDate longest = LocalDate.of(2026, 6, 1).plusDays(192);
		assertThat(this.admin.get(lessons + longest).status()).isEqualTo(200);
		assertThat(this.admin.get(lessons + longest.plusDays(1)).refusal()).isEqualTo("400 parameterInvalid");
		assertThat(this.admin.get(lessons + "2026-05-31").refusal()).isEqualTo("400 parameterInvalid");
		assertThat(this.admin.get(lessons + "soon").refusal()).isEqualTo("400 parameterInvalid");
	}

	@Test
	void marksAreFoundByWorkLessonClassSubjectAndPupil() {
		LessonFacts lesson = WORLD.lessons(this.group.id()).get(0);
		long pupil = this.group.pupilIds().get(0);
		JournalWork work = this.standIn.putWorkByHand(lesson.id(), "Тест");
		JournalMark mark = this.standIn.putMarkByHand(work.id(), pupil, "7");
		String group = "/v2/edu-groups/" + this.group.id();
		for (String path : List.of("/v2/works/" + work.id() + "/marks", "/v2/lessons/" + lesson.id() + "/marks",
				group + "/marks" + ALL, group + "/subjects/" + lesson.subjectId() + "/marks" + ALL,
				"/v2/persons/" + pupil + "/schools/" + WORLD.schoolId() + "/marks" + ALL)) {
			JsonNode marks = this.admin.get(path).json();
			assertThat(ids(marks)).as(path).containsExactly(mark.id());
			assertThat(marks.get(0).get("value").asText()).isEqualTo("7");
		}
		assertThat(this.admin.get("/v2/marks/" + mark.id()).json().get("work").longValue()).isEqualTo(work.id());
		String before = "/2026-08-01/2026-08-31";
		assertThat(this.admin.get(group + "/marks" + before).json()).isEmpty();
		assertThat(this.admin.get("/v2/persons/" + pupil + "/schools/" + WORLD.schoolId() + "/marks" + before).json())
			.isEmpty();
	}

	@Test
	void timesHaveNoOffsetAndFractionsOfManyLengths() {
		LessonFacts lesson = WORLD.lessons(this.group.id()).get(0);
		JournalWork work = this.standIn.putWorkByHand(lesson.id(), "Тест");
		this.group.pupilIds().forEach((pupil) -> this.standIn.putMarkByHand(work.id(), pupil, "7"));
		Set<Integer> lengths = new HashSet<>();
		this.admin.get("/v2/works/" + work.id() + "/marks")
			.json()
			.forEach((mark) -> lengths.add(mark.get("date").asText().length()));
		assertThat(lengths).contains(19, 21, 26);
	}

	@Test
	void averagesHaveADecimalCommaAndLeaveWordsOut() {
		List<LessonFacts> lessons = WORLD.lessons(this.group.id())
			.stream()
			.filter((one) -> one.subjectId() == WORLD.lessons(this.group.id()).get(0).subjectId())
			.toList();
		long pupil = this.group.pupilIds().get(0);
		List.of("7", "8", "УДВ")
			.forEach((value) -> this.standIn.putMarkByHand(this.standIn.putWorkByHand(lessons.get(0).id(), "Тест").id(),
					pupil, value));
		JsonNode averages = this.admin.get("/v2/edu-groups/" + this.group.id() + "/avg-marks" + ALL).json();
		assertThat(averages.get(0).get("person").longValue()).isEqualTo(pupil);
		assertThat(averages.get(0).get("per-subject-averages").get(0).get("avg-mark-value").asText()).isEqualTo("7,5");
	}

	@Test
	void teachersAndTimetablesComeInPascalCase() {
		JsonNode teacher = this.admin.get("/v2/schools/" + WORLD.schoolId() + "/teachers").json().get(0);
		assertThat(teacher.get("Id").longValue()).isEqualTo(WORLD.teachers().get(0).personId());
		JsonNode bells = this.admin.get("/v2/edu-groups/" + this.group.id() + "/timetables").json();
		assertThat(bells.get("Items").get(0).get("LessonNumber").asInt()).isOne();
		assertThat(bells.get("Items").get(1).get("Start").asText())
			.isEqualTo((this.group.shift() == 1) ? "08:55" : "14:25");
	}

	@Test
	void theScalesAreAsked() {
		assertThat(this.admin.get("/v2/marks/values").json().get("mark10")).hasSize(10);
		assertThat(this.admin.get("/v2/marks/values/type/Mark100").json()).hasSize(101);
		assertThat(this.admin.get("/v2/marks/values/type/Mark11").refusal()).isEqualTo("400 parameterInvalid");
	}

	@Test
	void whatDoesNotExistIsSaid() {
		for (String path : List.of("/v2/edu-groups/1", "/v2/lessons/1", "/v2/works/1", "/v2/marks/1", "/v2/schools/1",
				"/v2/persons/1/schools/" + WORLD.schoolId() + "/marks" + ALL, "/v2/nothing", "/v3/users/me")) {
			assertThat(this.admin.get(path).refusal()).as(path).isEqualTo("404 resourceUnavailable");
		}
		assertThat(this.admin.post("/v2/lessons/many", "[1]").refusal()).isEqualTo("404 resourceUnavailable");
		assertThat(this.admin.put("/v2/users/me", "{}").refusal()).isEqualTo("405 methodNotSupported");
		assertThat(this.admin.get("/v2/lessons/abc").refusal()).isEqualTo("400 parameterInvalid");
	}

	private static List<Long> ids(JsonNode array) {
		List<Long> ids = new ArrayList<>();
		array.forEach((one) -> ids.add(one.get("id").longValue()));
		return ids;
	}

}
