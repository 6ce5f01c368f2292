package kz.kopir.rehearsal.kundelik;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.rehearsal.http.FaultScript;
import kz.kopir.rehearsal.kundelik.KundelikSettings.MarkRepost;
import kz.kopir.rehearsal.world.GroupFacts;
import kz.kopir.rehearsal.world.LessonFacts;
import kz.kopir.rehearsal.world.World;
import kz.kopir.rehearsal.world.WorldSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

class KundelikHandEditsTest {

	private static final World WORLD = World.generate(WorldSettings.defaults());

	private final GroupFacts group = WORLD.groups().get(0);

	private final LessonFacts lesson = WORLD.lessons(this.group.id()).get(0);

	private KundelikStandIn standIn;

	private KundelikClient teacher;

	@BeforeEach
	void start() {
		this.standIn = KundelikStandIn.start(WORLD, KundelikSettings.defaults(), FaultScript.none());
		this.teacher = new KundelikClient(this.standIn, null);
	}

	@AfterEach
	void stop() {
		this.standIn.close();
	}

	@Test
	void aFewWorksAndMarksOfTeachersAreThereFromTheStartAndTheSameEachTime() {
		try (KundelikStandIn other = KundelikStandIn.start(WORLD, KundelikSettings.defaults(), FaultScript.none())) {
			assertThat(this.standIn.works()).hasSize(6)
				.allSatisfy((work) -> assertThat(work.lessonDate()).isBeforeOrEqualTo(WORLD.settings().today()));
			assertThat(this.standIn.marks()).hasSizeBetween(6, 30);
			assertThat(other.marks()).extracting(JournalMark::personId, JournalMark::workId, JournalMark::value)
				.isEqualTo(this.standIn.marks()
					.stream()
					.map((mark) -> tuple(mark.personId(), mark.workId(), mark.value()))
					.toList());
		}
	}

	@Test
	void moreForeignMarksComeWhenATestAsks() {
		int before = this.standIn.marks().size();
		List<JournalMark> seeded = this.standIn.seedForeignMarks(3, 4, 7);
		assertThat(this.standIn.marks()).hasSize(before + seeded.size());
		assertThat(seeded).hasSizeBetween(3, 12);
	}

	@Test
	void aTeacherSetsChangesAndRemovesAMark() {
		long pupil = this.group.pupilIds().get(0);
		JournalWork work = this.standIn.putWorkByHand(this.lesson.id(), "Тест");
		int before = this.standIn.marksOf(pupil).size();
		JournalMark mark = this.standIn.putMarkByHand(work.id(), pupil, "7");
		assertThat(this.standIn.putMarkByHand(work.id(), pupil, "ПЛХ").id()).isEqualTo(mark.id());
		assertThat(this.standIn.marksOf(pupil)).hasSize(before + 1)
			.anyMatch((one) -> one.id() == mark.id() && one.value().equals("ПЛХ"));
		assertThat(this.standIn.removeMarkByHand(mark.id())).isTrue();
		assertThat(this.standIn.removeMarkByHand(mark.id())).isFalse();
		assertThat(this.standIn.marksOf(pupil)).hasSize(before);
	}

	@Test
	void aTeacherRemovesAWorkAndItsMarksGoWithIt() {
		int before = this.standIn.marks().size();
		JournalWork work = this.standIn.putWorkByHand(this.lesson.id(), "Тест");
		this.group.pupilIds().forEach((pupil) -> this.standIn.putMarkByHand(work.id(), pupil, "7"));
		assertThat(this.standIn.removeWorkByHand(work.id())).isTrue();
		assertThat(this.standIn.removeWorkByHand(work.id())).isFalse();
		assertThat(this.standIn.marks()).hasSize(before);
	}

	@Test
	void onlyPupilsOfTheClassAreMarkedByHandToo() {
		JournalWork work = this.standIn.putWorkByHand(this.lesson.id(), "Тест");
		assertThatIllegalArgumentException().isThrownBy(() -> this.standIn.putMarkByHand(work.id(), 1, "7"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.standIn.putMarkByHand(1, this.group.pupilIds().get(0), "7"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.standIn.putWorkByHand(1, "Тест"));
	}

	@Test
	void theSameGoesOverHttpWithoutAToken() {
		long pupil = this.group.pupilIds().get(0);
		long work = this.teacher.post("/_rehearsal/works", "{\"lesson\":" + this.lesson.id() + ",\"text\":\"Тест\"}")
			.json()
			.get("id")
			.longValue();
		long mark = this.teacher
			.put("/_rehearsal/marks", "{\"work\":" + work + ",\"person\":" + pupil + ",\"value\":\"9\"}")
			.json()
			.get("id")
			.longValue();
		assertThat(this.standIn.marksOf(pupil)).anyMatch((one) -> one.id() == mark && one.value().equals("9"));
		assertThat(this.teacher.delete("/_rehearsal/marks/" + mark).status()).isEqualTo(204);
		assertThat(this.teacher.delete("/_rehearsal/marks/" + mark).status()).isEqualTo(404);
		assertThat(this.teacher.delete("/_rehearsal/works/" + work).status()).isEqualTo(204);
		KundelikClient.Reply wrong = this.teacher.put("/_rehearsal/marks", "{\"work\":1,\"person\":1,\"value\":\"9\"}");
		assertThat(wrong.status()).isEqualTo(400);
		assertThat(wrong.text()).contains("no work 1");
		assertThat(this.standIn.counts().total()).isZero();
	}

	@Test
	void switchesAreThrownOverHttp() {
		JsonNode after = this.teacher
			.put("/_rehearsal/switches", "{\"markRepost\":\"append\",\"editPeriodDays\":7,\"windowMillis\":500}")
			.json();
		assertThat(after.get("markRepost").asText()).isEqualTo("append");
		assertThat(this.standIn.switches().markRepost()).isEqualTo(MarkRepost.APPEND);
		assertThat(this.standIn.switches().editPeriodDays()).isEqualTo(7);
		assertThat(this.teacher.get("/_rehearsal/switches").json()).isEqualTo(after);
		KundelikClient.Reply wrong = this.teacher.put("/_rehearsal/switches", "{\"markRepost\":\"maybe\"}");
		assertThat(wrong.status()).isEqualTo(400);
		assertThat(wrong.text()).contains("markRepost").contains("reject");
		assertThat(this.teacher.get("/_rehearsal/nothing").status()).isEqualTo(404);
	}

}
