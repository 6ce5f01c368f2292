package kz.kopir.rehearsal.kundelik;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import kz.kopir.rehearsal.kundelik.KundelikSettings.MarkRepost;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JournalTest {

	private final Journal journal = new Journal();

	private final JournalWork work = this.journal.addWork(work(1));

	@Test
	void aRemovedMarkLeavesTheOthersInPlace() {
		List<JournalMark> marks = LongStream.range(0, 10).mapToObj((person) -> put(person, "8")).toList();
		assertThat(this.journal.removeMark(marks.get(3).id())).isTrue();
		assertThat(this.journal.removeMark(marks.get(3).id())).isFalse();
		assertThat(this.journal.marks()).hasSize(9).doesNotContain(marks.get(3)).containsAll(marks.subList(4, 10));
		assertThat(this.journal.marksOfWork(this.work.id())).isEqualTo(this.journal.marks());
		assertThat(this.journal.marksOfPerson(3)).isEmpty();
		assertThat(this.journal.markOrNull(marks.get(9).id())).isEqualTo(marks.get(9));
	}

	@Test
	void theIdOfARemovedMarkIsNotGivenAgain() {
		JournalMark first = put(1, "8");
		this.journal.removeMark(first.id());
		assertThat(put(1, "8").id()).isNotEqualTo(first.id());
	}

	@Test
	void aWorkThatIsGoneTakesNoMark() {
		this.journal.removeWork(this.work.id(), true);
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> put(1, "8"));
		assertThat(this.journal.worksOfLesson(1)).isEmpty();
	}

	@Test
	void manyWritersLoseNothingAndMakeNoMarkTwice() {
		IntStream.range(0, 20_000).parallel().forEach((i) -> put(i % 5_000, Integer.toString(1 + i % 10)));
		assertThat(this.journal.marks()).hasSize(5_000);
		assertThat(this.journal.marks()).extracting(JournalMark::personId).doesNotHaveDuplicates();
		assertThat(this.journal.marksOfWork(this.work.id())).hasSize(5_000);
	}

	private JournalMark put(long person, String value) {
		return Objects.requireNonNull(this.journal.putMark(this.work.id(), person, 0, value, 0, MarkRepost.OVERWRITE));
	}

	private static JournalWork work(long lesson) {
		return new JournalWork(0, lesson, LocalDate.of(2026, 11, 20), 2, 3, "Homework", 4, "Mark10", 1, true, "New", "",
				2, false, null, "2026-11-20T08:00:00", 5);
	}

}
