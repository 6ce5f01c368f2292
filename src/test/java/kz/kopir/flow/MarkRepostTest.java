package kz.kopir.flow;

import java.math.BigDecimal;
import java.util.List;

import kz.kopir.flow.WantedMarks.Place;
import kz.kopir.problem.ProblemCode;
import kz.kopir.rehearsal.kundelik.JournalMark;
import kz.kopir.rehearsal.kundelik.KundelikSettings;
import kz.kopir.rehearsal.kundelik.KundelikSettings.MarkRepost;
import kz.kopir.rehearsal.world.World;
import kz.kopir.run.BalanceRow;
import kz.kopir.run.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Kundelik does with a second mark in the same place is not known. Each way that it
 * may choose must end well.
 */
class MarkRepostTest {

	private final GatewayHouse house = GatewayHouse.shared();

	private Place place;

	@BeforeEach
	void aMarkIsDeliveredAndItsGradeChanges() {
		this.house.newTerm();
		this.house.run();
		World world = this.house.rehearsal().world();
		this.place = List.copyOf(this.house.wanted().keySet()).get(40);
		int before = this.house.wanted().get(this.place);
		BigDecimal maximum = world.coursework(this.place.course())
			.stream()
			.filter((work) -> work.id().equals(this.place.coursework()))
			.findFirst()
			.orElseThrow()
			.maxPoints();
		world.regrade(this.place.course(), this.place.coursework(), world.pupil(this.place.pupil()).googleId(),
				maximum.multiply(BigDecimal.valueOf((before == 6) ? 9 : 6)).movePointLeft(1));
	}

	@Test
	void whereItOverwritesTheMarkIsChanged() {
		switchTo(MarkRepost.OVERWRITE);
		this.house.run();
		this.house.journal().holdsExactly(this.house.wanted());
	}

	@Test
	void whereItAppendsTheDoubleIsToldAndNotMadeWorse() {
		switchTo(MarkRepost.APPEND);
		Run run = this.house.run();

		assertThat(marks()).hasSize(2);
		assertThat(this.house.balance(run)).allMatch(BalanceRow::comesOut);
		assertTold(ProblemCode.TWICE_IN_JOURNAL);

		this.house.run();
		assertThat(marks()).hasSize(2);
		assertTold(ProblemCode.TWICE_IN_JOURNAL);

		marks().stream()
			.filter((mark) -> !mark.value().equals(String.valueOf(this.house.wanted().get(this.place))))
			.forEach((mark) -> this.house.rehearsal().kundelik().removeMarkByHand(mark.id()));
		this.house.run();
		this.house.journal().holdsExactly(this.house.wanted());
		assertThat(this.house.problems(ProblemCode.TWICE_IN_JOURNAL)).isEmpty();
	}

	@Test
	void whereItRefusesTheChangeIsHeldAndTheScheduleDoesNotInsist() {
		switchTo(MarkRepost.REJECT);
		String before = marks().get(0).value();
		Run run = this.house.run();

		assertThat(marks()).extracting(JournalMark::value).containsExactly(before);
		assertThat(this.house.balance(run)).allMatch(BalanceRow::comesOut);
		assertTold(ProblemCode.JOURNAL_REFUSED);

		long writes = this.house.journal().writes();
		this.house.run();
		assertThat(this.house.journal().writes()).isEqualTo(writes);
		assertTold(ProblemCode.JOURNAL_REFUSED);

		switchTo(MarkRepost.OVERWRITE);
		this.house.runByHand(false, null, null);
		this.house.journal().holdsExactly(this.house.wanted());
		assertThat(this.house.problems(ProblemCode.JOURNAL_REFUSED)).isEmpty();
	}

	private void switchTo(MarkRepost rule) {
		this.house.rehearsal().kundelik().change((KundelikSettings.Switches now) -> now.withMarkRepost(rule));
	}

	private List<JournalMark> marks() {
		return this.house.journal().carried().get(this.place);
	}

	private void assertTold(ProblemCode code) {
		String key = "mark/" + this.place.course() + "/" + this.place.coursework() + "/" + this.place.pupil();
		assertThat(this.house.problems(code)).singleElement()
			.satisfies((problem) -> assertThat(problem.lines()).extracting((line) -> line.entryKey())
				.containsExactly(key));
	}

}
