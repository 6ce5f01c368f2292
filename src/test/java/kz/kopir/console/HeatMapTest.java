package kz.kopir.console;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import kz.kopir.school.SchoolId;
import kz.kopir.summative.SummativeStage;
import kz.kopir.sync.ControlItem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HeatMapTest {

	private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

	private static final Instant PAST = NOW.minusSeconds(1);

	private static final Instant FUTURE = NOW.plusSeconds(1);

	@Test
	void aWorkIsPlannedUntilAGradeIsGivenBack() {
		assertThat(state(SummativeStage.PLANNED, 0, 0, FUTURE, FUTURE)).isEqualTo(WorkState.PLANNED);
		assertThat(state(SummativeStage.HELD, 0, 0, FUTURE, FUTURE)).isEqualTo(WorkState.PLANNED);
		assertThat(state(SummativeStage.GRADED, 3, 0, FUTURE, FUTURE)).isEqualTo(WorkState.GRADED);
		assertThat(state(SummativeStage.IN_JOURNAL, 3, 2, FUTURE, FUTURE)).isEqualTo(WorkState.GRADED);
	}

	@Test
	void itIsOverdueFromTheMomentAtWhichTheSchoolsDayIsOver() {
		assertThat(state(SummativeStage.HELD, 0, 0, PAST, FUTURE)).isEqualTo(WorkState.OVERDUE);
		assertThat(state(SummativeStage.GRADED, 3, 0, NOW, null)).isEqualTo(WorkState.OVERDUE);
		assertThat(state(SummativeStage.GRADED, 3, 0, PAST, NOW)).isEqualTo(WorkState.LOCKED);
	}

	@Test
	void whatStandsInTheJournalIsNeverOverdue() {
		assertThat(state(SummativeStage.VERIFIED, 3, 3, PAST, PAST)).isEqualTo(WorkState.IN_JOURNAL);
		assertThat(state(null, 3, 3, PAST, PAST)).isEqualTo(WorkState.IN_JOURNAL);
	}

	@Test
	void aHomeworkThatNobodyGradedIsNotAwaited() {
		assertThat(state(null, 0, 0, PAST, PAST)).isEqualTo(WorkState.PLANNED);
		assertThat(state(null, 2, 1, PAST, FUTURE)).isEqualTo(WorkState.OVERDUE);
	}

	@Test
	void whatAPersonExcludedIsNotMissing() {
		assertThat(WorkState.of(item("7a", "7 «А»", SummativeStage.GRADED, 3, 0, PAST, PAST, "it: on paper"), NOW))
			.isEqualTo(WorkState.EXCLUDED);
	}

	@Test
	void theMapCountsTheWorksOfEachClassAndSubjectAndShowsTheWorst() {
		HeatMap map = HeatMap.of(List.of(item("10a", "10 «А»", SummativeStage.VERIFIED, 3, 3, PAST, PAST, null),
				item("7a", "7 «А»", SummativeStage.GRADED, 3, 0, PAST, FUTURE, null),
				item("7a", "7 «А»", SummativeStage.VERIFIED, 3, 3, PAST, PAST, null)), NOW);
		assertThat(map.rows()).extracting(HeatMap.Row::name)
			.as("in the order of the years")
			.containsExactly("7 «А»", "10 «А»");
		assertThat(map.rows().get(0).cell("algebra")).isEqualTo(Map.of(WorkState.OVERDUE, 1, WorkState.IN_JOURNAL, 1));
		assertThat(map.rows().get(0).worst("algebra")).isEqualTo(WorkState.OVERDUE);
		assertThat(map.rows().get(1).worst("algebra")).isEqualTo(WorkState.IN_JOURNAL);
		assertThat(map.rows().get(1).worst("music")).isNull();
		assertThat(map.legend()).containsEntry(WorkState.IN_JOURNAL, 2)
			.containsEntry(WorkState.OVERDUE, 1)
			.containsEntry(WorkState.LOCKED, 0);
	}

	private static WorkState state(@Nullable SummativeStage stage, int graded, int standing, Instant onTimeUntil,
			@Nullable Instant locks) {
		return WorkState.of(item("7a", "7 «А»", stage, graded, standing, onTimeUntil, locks, null), NOW);
	}

	private static ControlItem item(String classGroup, String name, @Nullable SummativeStage stage, int graded,
			int standing, Instant onTimeUntil, @Nullable Instant locks, @Nullable String excluded) {
		return new ControlItem(new SchoolId("s"), classGroup, name, null, "17", "4", "БЖБ 1", "t-1", "algebra",
				"Алгебра", "section_summative", LocalDate.of(2026, 11, 12), 2, 1, 10, LocalDate.of(2026, 11, 17),
				onTimeUntil, locks, stage, 0, graded, standing, 0, List.of(), excluded, "2026-09-01", "run-1", NOW);
	}

}
