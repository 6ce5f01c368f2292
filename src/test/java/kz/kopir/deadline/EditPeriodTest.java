package kz.kopir.deadline;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EditPeriodTest {

	@ParameterizedTest
	@CsvSource({ "2026-09-01,true", "2026-09-02,true", "2026-09-09,true", "2026-09-10,false", "2027-09-02,false" })
	void withOneWeekALessonOfTheSecondIsOpenUpToTheNinth(LocalDate day, boolean open) {
		assertThat(new EditPeriod(7).isOpen(LocalDate.of(2026, 9, 2), day)).isEqualTo(open);
	}

	@Test
	void zeroDaysMeanNoLimit() {
		assertThat(new EditPeriod(0).isOpen(LocalDate.of(2000, 1, 1), LocalDate.of(2026, 9, 2))).isTrue();
		assertThat(new EditPeriod(0).lastDay(LocalDate.of(2026, 9, 2))).isEmpty();
	}

	@Test
	void fewerThanZeroDaysAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new EditPeriod(-1)).withMessageContaining("-1");
	}

}
