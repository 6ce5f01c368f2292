package kz.kopir.sync;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import kz.kopir.school.Coursework;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlanHashTest {

	private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);

	private final SampleClass school = SampleClass.of(3);

	@Test
	void theSameFactsInAnotherOrderGiveTheSameHash() {
		this.school.homework("4", WEDNESDAY).homework("5", WEDNESDAY);
		this.school.grade("4", 1, "8").grade("4", 2, "9").grade("5", 1, "10");
		String hash = hash();
		Collections.reverse(this.school.submissions);
		Collections.reverse(this.school.roster);
		List<Coursework> courseworks = new ArrayList<>(this.school.courseworks.values());
		Collections.reverse(courseworks);
		Map<String, Coursework> reversed = new LinkedHashMap<>();
		courseworks.forEach((coursework) -> reversed.put(coursework.id().value(), coursework));
		this.school.courseworks.clear();
		this.school.courseworks.putAll(reversed);
		assertThat(hash()).isEqualTo(hash);
	}

	@Test
	void anotherRunWithTheSameChangesHasTheSameHash() {
		this.school.homework("4", WEDNESDAY).grade("4", 1, "8");
		String hash = hash();
		this.school.run = "run-2";
		this.school.insist = true;
		assertThat(hash()).isEqualTo(hash);
	}

	@Test
	void anotherMarkPupilWordingOrDayIsAnotherPlan() {
		this.school.homework("4", WEDNESDAY).grade("4", 1, "8");
		String hash = hash();
		assertThat(hash(SampleClass.of(3).homework("4", WEDNESDAY).grade("4", 1, "9"))).isNotEqualTo(hash);
		assertThat(hash(SampleClass.of(3).homework("4", WEDNESDAY).grade("4", 2, "8"))).isNotEqualTo(hash);
		assertThat(hash(SampleClass.of(3).homework("4", WEDNESDAY.plusDays(1)).grade("4", 1, "8"))).isNotEqualTo(hash);
		assertThat(hash(SampleClass.of(3).homework("4", WEDNESDAY).grade("4", 1, "8").grade("4", 2, "8")))
			.isNotEqualTo(hash);
		assertThat(hash(SampleClass.of(3)
			.homework("4", WEDNESDAY, "Есептер 44", Coursework.State.PUBLISHED)
			.grade("4", 1, "8"))).isNotEqualTo(hash);
	}

	@Test
	void whereAValueEndsCannotBeShifted() {
		Change one = change("1", "23");
		Change other = change("12", "3");
		ClassGroupOrder order = this.school.order();
		assertThat(PlanHash.of(order, List.of(one))).isNotEqualTo(PlanHash.of(order, List.of(other)));
	}

	private static Change change(String from, String to) {
		return new Change(SampleClass.mark("4", 1), Change.Action.CHANGE, from, to, "", null, null,
				SampleClass.pupil(1), "", null);
	}

	private String hash() {
		return hash(this.school);
	}

	private static String hash(SampleClass school) {
		return PlanHash.of(school.order(), school.plan().changes());
	}

}
