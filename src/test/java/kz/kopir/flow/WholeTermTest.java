package kz.kopir.flow;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.StoredProblem;
import kz.kopir.rehearsal.world.World;
import kz.kopir.run.BalanceRow;
import kz.kopir.run.Run;
import kz.kopir.run.RunState;
import kz.kopir.school.SchoolId;
import kz.kopir.school.Term;
import kz.kopir.summative.SummativeStage;
import kz.kopir.sync.ControlDesk;
import kz.kopir.sync.ControlItem;
import kz.kopir.sync.ControlRefused;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The rehearsal school's first term of 2026-27, from its first lesson into the second
 * term, with a run each school day at six in the evening. Teachers type what they are
 * handed, some of them late or wrongly; some give works that the rules do not allow. The
 * deputy head lets late results through and closes the term.
 */
class WholeTermTest {

	private static final SchoolId SCHOOL = GatewayHouse.LOCKING_SCHOOL;

	private static final LocalTime EVENING = LocalTime.of(18, 0);

	private static final LocalDate FIRST_DAY = LocalDate.of(2026, 9, 1);

	private static final LocalDate IN_THE_NEXT_TERM = LocalDate.of(2026, 11, 4);

	/** Every rule of БЖБ and ТЖБ, and what both clocks do. */
	private static final Set<ProblemCode> RULES = EnumSet.of(ProblemCode.CLASS_WITHOUT_MARKS,
			ProblemCode.SUBJECT_WITHOUT_MARKS, ProblemCode.SUMMATIVE_UNCLEAR, ProblemCode.SUMMATIVE_TWICE,
			ProblemCode.SUMMATIVE_SECTION_MISSING, ProblemCode.SUMMATIVE_MAXIMUM_DIFFERS,
			ProblemCode.SECTION_SUMMATIVES_TOO_MANY, ProblemCode.SUMMATIVES_ON_ONE_DAY,
			ProblemCode.TERM_SUMMATIVE_ON_LAST_DAY, ProblemCode.TERM_SUMMATIVES_TOO_MANY,
			ProblemCode.TERM_SUMMATIVE_REMOTE, ProblemCode.SUMMATIVE_FRACTION, ProblemCode.SUMMATIVE_ABOVE_MAXIMUM,
			ProblemCode.SUMMATIVE_HANDED_OVER, ProblemCode.SUMMATIVE_DIFFERS, ProblemCode.SUMMATIVE_DUE_SOON,
			ProblemCode.SUMMATIVE_OVERDUE, ProblemCode.SUMMATIVE_LATE, ProblemCode.EDIT_PERIOD_OVER);

	private final GatewayHouse house = GatewayHouse.shared();

	private final Map<LocalDate, List<ForbiddenWork>> forbidden = new TreeMap<>();

	private final Set<String> given = new TreeSet<>();

	private final Set<ProblemCode> told = EnumSet.noneOf(ProblemCode.class);

	/** The stages of each БЖБ and ТЖБ, in their order. */
	private final Map<String, List<SummativeStage>> lives = new HashMap<>();

	private final Set<String> overdue = new TreeSet<>();

	private final Set<String> letThrough = new TreeSet<>();

	@Test
	void fromPlannedToVerifiedWithEveryRuleOnTheWay() throws Exception {
		this.house.newTermOfTheLockingSchool(FIRST_DAY.atTime(EVENING));
		World world = this.house.rehearsal().world();
		new ForbiddenWorks(world, this.house.rehearsal().kundelik()).byDay(this.forbidden);
		Typists typists = new Typists(this.house.rehearsal().kundelik(), desk());

		FIRST_DAY.datesUntil(IN_THE_NEXT_TERM.plusDays(1))
			.filter((day) -> day.getDayOfWeek().getValue() <= 5)
			.forEach((day) -> {
				this.house.goTo(day.atTime(EVENING).plusMinutes(1));
				this.forbidden.getOrDefault(day, List.of()).forEach((work) -> this.given.add(work.give(world)));
				run(day);
				look();
				letLateResultsThrough();
				typists.type(day, items());
			});

		assertThat(this.told).containsAll(RULES);
		assertThat(this.lives.values()).contains(List.of(SummativeStage.values()));
		assertThat(verified()).as("overdue, let through by the deputy head, typed and read back")
			.anyMatch(
					(item) -> this.overdue.contains(item.coursework()) && this.letThrough.contains(item.coursework()));
		assertThat(items()).filteredOn((item) -> this.given.contains(item.coursework()))
			.isNotEmpty()
			.allSatisfy((item) -> assertThat(item.standing()).as(item.title()).isZero());
		theTermIsClosedWhenEveryWorkHasAState();
	}

	private void theTermIsClosedWhenEveryWorkHasAState() throws ControlRefused {
		Term term = desk().term(SCHOOL, 1);
		assertThatExceptionOfType(ControlRefused.class)
			.isThrownBy(() -> desk().close(SCHOOL, term, GatewayHouse.USER, "Everything is settled"))
			.withMessageContaining("neither in the journal, nor handed over, nor excluded");
		for (ControlItem item : items()) {
			if (!item.hasState()) {
				desk().exclude(SCHOOL, item.course(), item.coursework(), GatewayHouse.USER, "Settled on paper");
			}
		}
		assertThat(desk().close(SCHOOL, term, GatewayHouse.USER, "Everything is settled")).isEqualTo(items().size());
	}

	private List<ControlItem> verified() {
		return items().stream().filter((item) -> item.stage() == SummativeStage.VERIFIED).toList();
	}

	private void run(LocalDate day) {
		Run run = this.house.run(SCHOOL);
		assertThat(run.state()).as("the run of %s", day).isEqualTo(RunState.FINISHED);
		assertThat(this.house.balance(run)).as("the balance of %s", day).allMatch(BalanceRow::comesOut);
	}

	private void look() {
		this.house.problems(SCHOOL).stream().map(StoredProblem::code).forEach(this.told::add);
		items().stream().filter((item) -> item.stage() != null).forEach((item) -> {
			List<SummativeStage> life = this.lives.computeIfAbsent(item.coursework(), (id) -> new ArrayList<>());
			if (life.isEmpty() || life.get(life.size() - 1) != item.stage()) {
				life.add(item.stage());
			}
		});
		this.house.problems(SCHOOL)
			.stream()
			.filter((problem) -> problem.code() == ProblemCode.SUMMATIVE_OVERDUE)
			.map((problem) -> problem.subject().substring(problem.subject().lastIndexOf('/') + 1))
			.forEach(this.overdue::add);
	}

	private void letLateResultsThrough() {
		items().stream().filter((item) -> item.codes().contains(ProblemCode.SUMMATIVE_LATE.name())).forEach((item) -> {
			try {
				desk().letThrough(SCHOOL, item.course(), item.coursework(), GatewayHouse.USER, "The teacher was ill");
				this.letThrough.add(item.coursework());
			}
			catch (ControlRefused ex) {
				throw new AssertionError(item + " waits because it is late, and the deputy head may decide", ex);
			}
		});
	}

	private ControlDesk desk() {
		return this.house.bean(ControlDesk.class);
	}

	private List<ControlItem> items() {
		try {
			return desk().items(SCHOOL, desk().term(SCHOOL, 1));
		}
		catch (ControlRefused ex) {
			throw new AssertionError("There is a first term", ex);
		}
	}

}
