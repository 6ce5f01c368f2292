package kz.kopir.problem;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import kz.kopir.database.DatabaseTime;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.SchoolId;
import kz.kopir.testing.OnBothDatabases;
import kz.kopir.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@OnBothDatabases
class ProblemsTest {

	private static final SchoolId SCHOOL = new SchoolId("school-1");

	private static final ClassGroupId SEVEN_A = new ClassGroupId("7a");

	private static final ClassGroupId SEVEN_B = new ClassGroupId("7b");

	private static final Instant MORNING = Instant.parse("2026-11-23T03:00:00Z");

	private final TestDatabase database;

	ProblemsTest(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void empty() {
		this.database.empty();
		addRun("run-1", "classroom");
		addRun("run-2", "classroom");
		addRun("run-3", "classroom");
		addRun("zoom-run", "zoom");
	}

	@Test
	void theSameCauseForThirtyPupilsIsOneProblemWithThirtyLines() {
		String[] pupils = IntStream.range(0, 30).mapToObj((number) -> "u-" + number).toArray(String[]::new);
		at(MORNING).report(SCHOOL, "run-1", notLinked("c-1", SEVEN_A, pupils));
		StoredProblem problem = onlyOpen();
		assertThat(problem.lines()).extracting(Problem.Line::entryKey).containsExactlyInAnyOrder(pupils);
		assertThat(problem.texts().ru()).contains("30 участников");
		assertThat(problem.texts().kk()).contains("30 қатысушы");
		assertThat(problem.texts().en()).contains("30 participants");
	}

	@Test
	void aProblemSeenAgainIsTheSameProblem() {
		at(MORNING).report(SCHOOL, "run-1", notLinked("c-1", SEVEN_A, "u-1"));
		at(MORNING.plusSeconds(3600)).report(SCHOOL, "run-2", notLinked("c-1", SEVEN_A, "u-1"));
		StoredProblem problem = onlyOpen();
		assertThat(problem.firstRun()).isEqualTo("run-1");
		assertThat(problem.lastRun()).isEqualTo("run-2");
		assertThat(problem.openedAt()).isEqualTo(MORNING);
		assertThat(problem.updatedAt()).isEqualTo(MORNING.plusSeconds(3600));
	}

	@Test
	void aLineThatIsMendedLeavesTheProblem() {
		at(MORNING).report(SCHOOL, "run-1", notLinked("c-1", SEVEN_A, "u-1", "u-2"));
		at(MORNING).report(SCHOOL, "run-2", notLinked("c-1", SEVEN_A, "u-2"));
		assertThat(onlyOpen().lines()).containsExactly(Problem.Line.of("u-2"));
		assertThat(onlyOpen().texts().en()).contains("who 1 participant is");
	}

	@Test
	void whatOneRunFindsInTwoPlacesComesTogether() {
		at(MORNING).report(SCHOOL, "run-1", notLinked("c-1", SEVEN_A, "u-1", "u-2"));
		at(MORNING).report(SCHOOL, "run-1",
				List.of(notLinked("c-1", SEVEN_A, "u-3"), notLinked("c-1", SEVEN_A, "u-4", "u-3")));
		assertThat(onlyOpen().lines()).extracting(Problem.Line::entryKey).containsExactly("u-1", "u-2", "u-3", "u-4");
		assertThat(onlyOpen().texts().en()).contains("4 participants");
	}

	@Test
	void aProblemWhoseCauseIsGoneClosesByItself() {
		at(MORNING).report(SCHOOL, "run-1", notLinked("c-1", SEVEN_A, "u-1"));
		assertThat(at(MORNING.plusSeconds(60)).closeUnseen(SCHOOL, "run-2", CloseScope.classGroup(SEVEN_A)))
			.isEqualTo(1);
		assertThat(at(MORNING).open(SCHOOL)).isEmpty();
		StoredProblem closed = at(MORNING).ofRun("run-1").get(0);
		assertThat(closed.open()).isFalse();
		assertThat(closed.closedAt()).isEqualTo(MORNING.plusSeconds(60));
	}

	@Test
	void aProblemIsFoundWhateverItsState() {
		at(MORNING).report(SCHOOL, "run-1", notLinked("c-1", SEVEN_A, "u-1"));
		String id = onlyOpen().id();
		assertThat(at(MORNING).closed(SCHOOL)).isEmpty();
		at(MORNING).closeUnseen(SCHOOL, "run-2", CloseScope.classGroup(SEVEN_A));
		assertThat(at(MORNING).find(id)).get().extracting(StoredProblem::open).isEqualTo(false);
		assertThat(at(MORNING).closed(SCHOOL)).extracting(StoredProblem::id).containsExactly(id);
		assertThat(at(MORNING).closed(new SchoolId("school-2"))).isEmpty();
		assertThat(at(MORNING).find("another")).isEmpty();
	}

	@Test
	void aClosedProblemThatComesBackIsOpenedAgain() {
		at(MORNING).report(SCHOOL, "run-1", notLinked("c-1", SEVEN_A, "u-1"));
		at(MORNING).closeUnseen(SCHOOL, "run-2", CloseScope.classGroup(SEVEN_A));
		at(MORNING.plusSeconds(60)).report(SCHOOL, "run-3", notLinked("c-1", SEVEN_A, "u-1"));
		StoredProblem problem = onlyOpen();
		assertThat(problem.firstRun()).isEqualTo("run-3");
		assertThat(problem.openedAt()).isEqualTo(MORNING.plusSeconds(60));
		assertThat(problem.closedAt()).isNull();
		assertThat(this.database.jdbc().sql("select count(*) from problem").query(Integer.class).single()).isEqualTo(1);
	}

	@Test
	void aClassGroupThatCouldNotBeReadClosesNothing() {
		at(MORNING).report(SCHOOL, "run-1",
				List.of(notLinked("c-1", SEVEN_A, "u-1"), notLinked("c-2", SEVEN_B, "u-2")));
		at(MORNING).closeUnseen(SCHOOL, "run-2", CloseScope.classGroup(SEVEN_A));
		at(MORNING).closeUnseen(SCHOOL, "run-2", CloseScope.outsideClassGroups());
		assertThat(onlyOpen().classGroup()).isEqualTo(SEVEN_B);
	}

	@Test
	void aRunClosesWhatBelongsToNoClassGroup() {
		at(MORNING).report(SCHOOL, "run-1", List.of(unavailable(), notLinked("c-1", SEVEN_A, "u-1")));
		at(MORNING).closeUnseen(SCHOOL, "run-2", CloseScope.outsideClassGroups());
		assertThat(onlyOpen().code()).isEqualTo(ProblemCode.PUPIL_NOT_LINKED);
	}

	@Test
	void aCompleteRunOfTheWholeSchoolClosesEverythingItDidNotSee() {
		at(MORNING).report(SCHOOL, "run-1", List.of(unavailable(), notLinked("c-1", SEVEN_A, "u-1")));
		at(MORNING).report(SCHOOL, "run-2", notLinked("c-2", SEVEN_B, "u-2"));
		assertThat(at(MORNING).closeUnseen(SCHOOL, "run-2", CloseScope.wholeSchool())).isEqualTo(2);
		assertThat(onlyOpen().subject()).isEqualTo("c-2");
	}

	@Test
	void anotherFlowAndAnotherSchoolCloseNothing() {
		at(MORNING).report(SCHOOL, "run-1", notLinked("c-1", SEVEN_A, "u-1"));
		assertThat(at(MORNING).closeUnseen(SCHOOL, "zoom-run", CloseScope.wholeSchool())).isZero();
		assertThat(at(MORNING).closeUnseen(new SchoolId("school-2"), "run-2", CloseScope.wholeSchool())).isZero();
		assertThat(onlyOpen().subject()).isEqualTo("c-1");
	}

	@Test
	void ofOneReportEverythingIsKeptOrNothing() {
		this.database.jdbc().sql("alter table problem_line rename to problem_line_away").update();
		try {
			assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> at(MORNING).report(SCHOOL, "run-1",
					List.of(unavailable(), notLinked("c-1", SEVEN_A, "u-1"))));
		}
		finally {
			this.database.jdbc().sql("alter table problem_line_away rename to problem_line").update();
		}
		assertThat(at(MORNING).open(SCHOOL)).isEmpty();
	}

	@Test
	void everythingThatWasReportedComesBack() {
		Instant deadline = MORNING.plusSeconds(86_400);
		at(MORNING).report(SCHOOL, "run-1",
				new Problem(ProblemCode.NO_LESSON, "w-1", SEVEN_A, "teacher-5", deadline,
						Map.of("course", "Алгебра 7 «А»", "coursework", "§ 12 {x}", "date", "2026-11-20"),
						List.of(new Problem.Line("homework:w-1", "2026-11-20"))));
		StoredProblem problem = onlyOpen();
		assertThat(problem.school()).isEqualTo(SCHOOL);
		assertThat(problem.owner()).isEqualTo(Owner.TEACHER);
		assertThat(problem.ownerRef()).isEqualTo("teacher-5");
		assertThat(problem.deadline()).isEqualTo(deadline);
		assertThat(problem.details()).containsEntry("coursework", "§ 12 {x}");
		assertThat(problem.texts().ru()).contains("«§ 12 {x}»").contains("Алгебра 7 «А»").hasLineCount(3);
		assertThat(problem.lines()).containsExactly(new Problem.Line("homework:w-1", "2026-11-20"));
	}

	@Test
	void aTitleWithControlCharactersIsStoredHarmlessly() {
		at(MORNING).report(SCHOOL, "run-1", new Problem(ProblemCode.COURSE_NOT_LINKED, "c-1", null, null, null,
				Map.of("course", "Алг\u0000ебра\n\u202Eс конца 🎓" + "я".repeat(30_000)), List.of()));
		assertThat(onlyOpen().details().get("course")).startsWith("Алг ебра с конца 🎓я")
			.endsWith("…")
			.hasSizeLessThan(210);
		assertThat(onlyOpen().texts().kk()).hasLineCount(3);
	}

	private Problems at(Instant instant) {
		return new Problems(this.database.template(), this.database.transactions(),
				Clock.fixed(instant, ZoneOffset.UTC));
	}

	private StoredProblem onlyOpen() {
		List<StoredProblem> open = at(MORNING).open(SCHOOL);
		assertThat(open).hasSize(1);
		return open.get(0);
	}

	private static Problem notLinked(String course, ClassGroupId classGroup, String... users) {
		return new Problem(ProblemCode.PUPIL_NOT_LINKED, course, classGroup, null, null, Map.of("course", "Алгебра"),
				Arrays.stream(users).map(Problem.Line::of).toList());
	}

	private static Problem unavailable() {
		return new Problem(ProblemCode.CLASSROOM_UNAVAILABLE, "classroom", null, null, null, Map.of("answer", "503"),
				List.of());
	}

	private void addRun(String id, String flow) {
		this.database.jdbc().sql("""
				insert into run (id, school, flow, trigger, requested_by, dry_run, state, started_at)
				values (:id, 'school-1', :flow, 'manual', 'it', false, 'running', :at)
				""").param("id", id).param("flow", flow).param("at", DatabaseTime.toColumn(MORNING)).update();
	}

}
