package kz.kopir.sync;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import kz.kopir.deadline.SchoolCalendar;
import kz.kopir.journal.JournalFrame;
import kz.kopir.mapping.SampleTables;
import kz.kopir.problem.ProblemCode;
import kz.kopir.school.Term;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JournalFitTest {

	private static final Set<String> ALL = IntStream.rangeClosed(1, 10)
		.mapToObj(String::valueOf)
		.collect(Collectors.toSet());

	private static final Term SECOND = new Term(2, LocalDate.of(2026, 11, 2), LocalDate.of(2026, 12, 27));

	@Test
	void aJournalThatKnowsTheMarksOneToTenFits() {
		assertThat(JournalFit.missingMarks(frame(ALL, SECOND))).isEmpty();
	}

	@Test
	void marksThatTheJournalDoesNotKnowAreNamed() {
		assertThat(JournalFit.missingMarks(frame(Set.of("1", "2", "3", "4", "5"), SECOND)))
			.hasValueSatisfying((problem) -> {
				assertThat(problem.code()).isEqualTo(ProblemCode.MARK_VALUES_MISSING);
				assertThat(problem.details()).containsEntry("values", "6, 7, 8, 9, 10");
			});
	}

	@Test
	void aTermWithTheDaysOfTheCalendarIsNoProblem() throws IOException {
		assertThat(JournalFit.differingTerms(frame(ALL, SECOND), calendar())).isEmpty();
	}

	@Test
	void aTermWithOtherDaysIsToldWithBoth() throws IOException {
		Term longer = new Term(2, LocalDate.of(2026, 11, 2), LocalDate.of(2026, 12, 30));
		assertThat(JournalFit.differingTerms(frame(ALL, longer), calendar())).singleElement().satisfies((problem) -> {
			assertThat(problem.code()).isEqualTo(ProblemCode.TERMS_DIFFER);
			assertThat(problem.details()).containsEntry("journal", "2026-11-02 – 2026-12-30")
				.containsEntry("calendar", "2026-11-02 – 2026-12-27");
		});
	}

	private static SchoolCalendar calendar() throws IOException {
		return SchoolCalendar.of(SampleTables.shipped("calendar.csv", SchoolCalendar.COLUMNS));
	}

	private static JournalFrame frame(Set<String> marks, Term... terms) {
		return new JournalFrame(List.of(terms), marks, List.of(), List.of(), Map.of());
	}

}
