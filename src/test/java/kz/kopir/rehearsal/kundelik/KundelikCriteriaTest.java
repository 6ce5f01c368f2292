package kz.kopir.rehearsal.kundelik;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.rehearsal.http.FaultScript;
import kz.kopir.rehearsal.world.CriteriaSectionFacts;
import kz.kopir.rehearsal.world.GroupFacts;
import kz.kopir.rehearsal.world.LessonFacts;
import kz.kopir.rehearsal.world.World;
import kz.kopir.rehearsal.world.WorldSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The criteria journal of the rehearsal: БЖБ and ТЖБ.
 */
class KundelikCriteriaTest {

	private static final World WORLD = World.generate(WorldSettings.defaults());

	private final GroupFacts group = WORLD.groups().get(0);

	private final LessonFacts lesson = WORLD.lessons(this.group.id()).get(0);

	private final long pupil = this.group.pupilIds().get(0);

	private KundelikStandIn standIn;

	private KundelikClient admin;

	private CriteriaSectionFacts section;

	@BeforeEach
	void start() {
		this.standIn = KundelikStandIn.start(WORLD, KundelikSettings.defaults(), FaultScript.none());
		this.admin = new KundelikClient(this.standIn, KundelikSettings.defaults().credentials().adminToken());
		this.section = this.standIn.putCriteriaSectionByHand(this.group.id(), this.lesson.subjectId(), 2, 3, 20);
	}

	@AfterEach
	void stop() {
		this.standIn.close();
	}

	@Test
	void aSectionSaysItsPartAndItsMaximum() {
		JsonNode sections = this.admin
			.get("/v2/edu-group/" + this.group.id() + "/subject/" + this.lesson.subjectId() + "/period/" + term(2)
					+ "/criteria-marks-sections")
			.json();
		assertThat(sections).anySatisfy((one) -> {
			assertThat(one.path("id").asLong()).isEqualTo(this.section.id());
			assertThat(one.path("part").asInt()).isEqualTo(3);
			assertThat(one.path("maxvalue").asInt()).isEqualTo(20);
			assertThat(one.path("subject").path("id").asLong()).isEqualTo(this.lesson.subjectId());
		});
	}

	@Test
	void theWritingCallDoesNotExistUntilItIsSwitchedOn() {
		assertThat(write("[{\"person\":" + this.pupil + ",\"value\":17}]").status()).isEqualTo(404);
		this.standIn.change((switches) -> switches.withCriteriaWrite(true));
		assertThat(write("[{\"person\":" + this.pupil + ",\"value\":17}]").status()).isEqualTo(200);
		assertThat(scores()).containsExactly(17);
		assertThat(write("[{\"person\":" + this.pupil + ",\"value\":0}]").status()).isEqualTo(200);
		assertThat(scores()).containsExactly(0);
	}

	@Test
	void aScoreAboveTheMaximumSpoilsTheWholeWrite() {
		this.standIn.change((switches) -> switches.withCriteriaWrite(true));
		long other = this.group.pupilIds().get(1);
		assertThat(
				write("[{\"person\":" + other + ",\"value\":5},{\"person\":" + this.pupil + ",\"value\":21}]").status())
			.isEqualTo(400);
		assertThat(write("[{\"person\":" + this.pupil + ",\"value\":7.5}]").status()).isEqualTo(400);
		assertThat(write("[{\"person\":1,\"value\":7}]").status()).isEqualTo(400);
		assertThat(scores()).isEmpty();
	}

	@Test
	void whatATeacherTypesIsShown() {
		this.standIn.putCriteriaMarkByHand(this.section.id(), this.pupil, 12);
		assertThat(scores()).containsExactly(12);
		assertThat(this.standIn.removeCriteriaMarkByHand(this.section.id(), this.pupil)).isTrue();
		assertThat(scores()).isEmpty();
	}

	@Test
	void mostScoresAreTypedAlreadyAndNoneAboveTheMaximum() {
		List<CriteriaSectionFacts> sections = WORLD.groups()
			.stream()
			.flatMap((each) -> this.standIn.criteriaSections(each.id()).stream())
			.toList();
		assertThat(sections).extracting(CriteriaSectionFacts::term).contains(1, 2);
		assertThat(sections).extracting(CriteriaSectionFacts::part).contains(0, 1);
		for (GroupFacts each : WORLD.groups()) {
			Map<Long, Integer> maxima = this.standIn.criteriaSections(each.id())
				.stream()
				.collect(Collectors.toMap(CriteriaSectionFacts::id, CriteriaSectionFacts::maximum));
			assertThat(this.standIn.criteriaMarks(each.id()))
				.allMatch((mark) -> mark.value() <= maxima.get(mark.sectionId()));
		}
		assertThat(WORLD.groups()).flatExtracting((each) -> this.standIn.criteriaMarks(each.id()))
			.hasSizeGreaterThan(100);
	}

	private KundelikClient.Reply write(String body) {
		return this.admin.post(
				"/v2/edu-group/" + this.group.id() + "/criteriajournalsection/" + this.section.id() + "/criteria-marks",
				body);
	}

	private List<Integer> scores() {
		JsonNode marks = this.admin.get("/v2/edu-group/" + this.group.id() + "/period/" + term(2) + "/criteria-marks")
			.json();
		return marks.findParents("section_str")
			.stream()
			.filter((mark) -> mark.path("section").asLong() == this.section.id())
			.map((mark) -> mark.path("value").asInt())
			.toList();
	}

	private static long term(int number) {
		return WORLD.terms().get(number - 1).id();
	}

}
