package kz.kopir.flow;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import kz.kopir.flow.WantedMarks.Place;
import kz.kopir.problem.ProblemCode;
import kz.kopir.rehearsal.google.DiscoveryContract;
import kz.kopir.rehearsal.kundelik.JournalMark;
import kz.kopir.rehearsal.kundelik.KundelikContract;
import kz.kopir.rehearsal.world.CourseFacts;
import kz.kopir.rehearsal.world.CourseworkFacts;
import kz.kopir.rehearsal.world.PupilFacts;
import kz.kopir.rehearsal.world.SubmissionFacts;
import kz.kopir.rehearsal.world.World;
import kz.kopir.run.BalanceRow;
import kz.kopir.run.Run;
import kz.kopir.run.RunState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whole runs from Classroom to the journal, with real HTTP and a real database.
 */
class WholeRunTest {

	private final GatewayHouse house = GatewayHouse.shared();

	@BeforeEach
	void newTerm() {
		this.house.newTerm();
	}

	@Test
	void theFirstRunBringsExactlyTheWantedMarksAndTheSecondWritesNothing() {
		List<JournalMark> ofTeachers = this.house.rehearsal().kundelik().marks();
		Map<Place, Integer> wanted = this.house.wanted();
		assertThat(wanted).hasSizeGreaterThan(500);

		Run first = this.house.run();

		assertThat(first.state()).isEqualTo(RunState.FINISHED);
		assertThat(this.house.balance(first)).isNotEmpty().allMatch(BalanceRow::comesOut);
		this.house.journal().holdsExactly(wanted);
		assertThat(this.house.rehearsal().kundelik().marks()).containsAll(ofTeachers);
		assertThat(this.house.delivered(first)).isEqualTo(wanted.size() + this.house.journal().works().size());

		long writes = this.house.journal().writes();
		Run second = this.house.run();

		assertThat(second.state()).isEqualTo(RunState.FINISHED);
		assertThat(this.house.delivered(second)).isZero();
		assertThat(this.house.balance(second)
			.stream()
			.filter((row) -> !row.kind().equals("summative"))
			.mapToLong(BalanceRow::unchanged)
			.sum()).isEqualTo(this.house.delivered(first));
		assertThat(this.house.journal().writes()).isEqualTo(writes);
	}

	@Test
	void zeroIsAMarkExtraCreditIsATenAndBzhbAndTzhbAreHeldForTheTeacher() {
		World world = this.house.rehearsal().world();
		Map<Place, Integer> wanted = this.house.wanted();
		Place zero = anyPlace(wanted, 3);
		Place extra = anyPlace(wanted, 70);
		regrade(zero, BigDecimal.ZERO);
		regrade(extra, maximum(extra).add(BigDecimal.ONE));
		Set<String> individual = ofWork(world, (course, work) -> work.assignees() != null);
		Set<String> summative = ofWork(world, (course, work) -> WantedMarks.isSummative(world, course, work));

		this.house.run();

		assertThat(this.house.journal().markAt(zero).value()).isEqualTo("1");
		assertThat(this.house.journal().markAt(extra).value()).isEqualTo("10");
		assertThat(this.house.journal().carriedMarks().keySet()).extracting(Place::coursework)
			.containsAnyElementsOf(individual)
			.doesNotContainAnyElementsOf(summative);
		assertThat(this.house.journal().works().keySet()).doesNotContainAnyElementsOf(summative);
		assertThat(this.house.problems()).extracting((problem) -> problem.code())
			.contains(ProblemCode.SUMMATIVE_SECTION_MISSING);
	}

	@Test
	void aRegradeChangesThatMarkAloneAndAWithdrawnGradeIsHeld() {
		Map<Place, Integer> wanted = this.house.wanted();
		this.house.run();
		Map<Place, String> before = this.house.journal().carriedMarks();
		Place regraded = anyPlace(wanted, 10);
		Place withdrawn = anyPlace(wanted, 200);
		regrade(regraded, other(regraded, wanted.get(regraded)));
		this.house.rehearsal()
			.world()
			.withdrawGrade(withdrawn.course(), withdrawn.coursework(), googleId(withdrawn.pupil()));

		Run run = this.house.run();

		Map<Place, String> after = this.house.journal().carriedMarks();
		assertThat(after.get(regraded)).isNotEqualTo(before.get(regraded));
		assertThat(after.get(withdrawn)).isEqualTo(before.get(withdrawn));
		assertThat(this.house.delivered(run)).isEqualTo(1);
		after.put(regraded, before.get(regraded));
		assertThat(after).isEqualTo(before);
		assertHeld(ProblemCode.WITHDRAWN_AT_SOURCE, withdrawn);
	}

	@Test
	void whatATeacherChangedOrRemovedByHandIsNeverOverwritten() {
		Map<Place, Integer> wanted = this.house.wanted();
		this.house.run();
		Place changed = anyPlace(wanted, 20);
		Place removed = anyPlace(wanted, 120);
		JournalMark mark = this.house.journal().markAt(changed);
		String byHand = mark.value().equals("2") ? "3" : "2";
		this.house.rehearsal().kundelik().putMarkByHand(mark.workId(), mark.personId(), byHand);
		this.house.rehearsal().kundelik().removeMarkByHand(this.house.journal().markAt(removed).id());
		int third = (byHand.equals("2")) ? 9 : 8;
		regrade(changed, gradeFor(changed, third));
		regrade(removed, other(removed, wanted.get(removed)));
		long writes = this.house.journal().writes();

		Run run = this.house.run();

		assertThat(run.state()).isEqualTo(RunState.FINISHED);
		assertThat(this.house.journal().writes()).isEqualTo(writes);
		assertThat(this.house.journal().markAt(changed).value()).isEqualTo(byHand);
		assertThat(this.house.journal().carried()).doesNotContainKey(removed);
		assertHeld(ProblemCode.CHANGED_BY_HAND, changed);
		assertHeld(ProblemCode.REMOVED_BY_HAND, removed);
	}

	@Test
	void aMarkThatSomebodyElsePutOnTheWorkFirstStays() {
		Map<Place, Integer> wanted = this.house.wanted();
		Place place = anyPlace(wanted, 30);
		this.house.rehearsal().world().withdrawGrade(place.course(), place.coursework(), googleId(place.pupil()));
		this.house.run();
		long work = this.house.journal().works().get(place.coursework()).id();
		int own = (wanted.get(place) == 4) ? 5 : 4;
		this.house.rehearsal().kundelik().putMarkByHand(work, place.pupil(), String.valueOf(own));
		regrade(place, gradeFor(place, wanted.get(place)));

		this.house.run();

		assertThat(this.house.journal().markAt(place).value()).isEqualTo(String.valueOf(own));
		assertHeld(ProblemCode.VALUE_OF_ANOTHER, place);
	}

	@Test
	void aWrongRowInThePupilTableGivesNoMarkToTheWrongChild() {
		World world = this.house.rehearsal().world();
		List<String> rows = world.pupilLinksCsv().lines().skip(1).toList();
		PupilFacts astray = world.pupils()
			.stream()
			.filter((pupil) -> rows.stream()
				.anyMatch((row) -> (row.startsWith(pupil.googleId() + ",") || row.startsWith(pupil.email() + ","))
						&& !row.endsWith("," + pupil.personId())))
			.findFirst()
			.orElseThrow();

		this.house.run();

		this.house.journal().holdsExactly(this.house.wanted());
		assertThat(this.house.rehearsal().kundelik().marksOf(astray.personId())).noneMatch((
				mark) -> this.house.journal().works().values().stream().anyMatch((work) -> work.id() == mark.workId()));
		assertThat(this.house.problems()).extracting((problem) -> problem.code())
			.contains(ProblemCode.PUPIL_NOT_IN_CLASS_GROUP);
	}

	@Test
	void everyExchangeOfWholeRunsKeepsBothContracts() {
		DiscoveryContract google = DiscoveryContract.watch(this.house.rehearsal().classroom());
		KundelikContract kundelik = KundelikContract.watch(this.house.rehearsal().kundelik());
		Map<Place, Integer> wanted = this.house.wanted();

		this.house.run();
		Place place = anyPlace(wanted, 5);
		regrade(place, other(place, wanted.get(place)));
		Run second = this.house.run();

		assertThat(this.house.delivered(second)).isEqualTo(1);
		google.assertKept();
		assertThat(kundelik.violations()).isEmpty();
	}

	private void assertHeld(ProblemCode code, Place place) {
		String key = "mark/" + place.course() + "/" + place.coursework() + "/" + place.pupil();
		assertThat(this.house.problems(code)).as(code.name())
			.anyMatch((problem) -> problem.lines().stream().anyMatch((line) -> line.entryKey().equals(key)));
	}

	private static Place anyPlace(Map<Place, Integer> wanted, int index) {
		return List.copyOf(wanted.keySet()).get(index);
	}

	private void regrade(Place place, BigDecimal grade) {
		this.house.rehearsal().world().regrade(place.course(), place.coursework(), googleId(place.pupil()), grade);
	}

	private BigDecimal other(Place place, int mark) {
		return gradeFor(place, (mark == 7) ? 6 : 7);
	}

	private BigDecimal gradeFor(Place place, int mark) {
		return maximum(place).multiply(BigDecimal.valueOf(mark)).movePointLeft(1);
	}

	private BigDecimal maximum(Place place) {
		return this.house.rehearsal()
			.world()
			.coursework(place.course())
			.stream()
			.filter((work) -> work.id().equals(place.coursework()))
			.map(CourseworkFacts::maxPoints)
			.findFirst()
			.orElseThrow();
	}

	private String googleId(long person) {
		return this.house.rehearsal().world().pupil(person).googleId();
	}

	private static Set<String> ofWork(World world, WorkFilter filter) {
		return world.courses()
			.stream()
			.flatMap((course) -> world.coursework(course.id())
				.stream()
				.filter((work) -> filter.test(course, work))
				.filter((work) -> world.submissions(course.id())
					.stream()
					.anyMatch((submission) -> isOf(submission, work)))
				.map(CourseworkFacts::id))
			.collect(Collectors.toSet());
	}

	private static boolean isOf(SubmissionFacts submission, CourseworkFacts work) {
		return submission.courseworkId().equals(work.id()) && submission.assignedGrade() != null;
	}

	private interface WorkFilter {

		boolean test(CourseFacts course, CourseworkFacts work);

	}

}
