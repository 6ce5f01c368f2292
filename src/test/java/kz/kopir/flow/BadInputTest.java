package kz.kopir.flow;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

import kz.kopir.flow.WantedMarks.Place;
import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.StoredProblem;
import kz.kopir.rehearsal.google.ClassroomSettings;
import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.http.Call;
import kz.kopir.rehearsal.http.CallObserver;
import kz.kopir.rehearsal.http.Effect;
import kz.kopir.rehearsal.http.Fault;
import kz.kopir.rehearsal.kundelik.KundelikSettings;
import kz.kopir.rehearsal.world.World;
import kz.kopir.run.BalanceRow;
import kz.kopir.run.Run;
import kz.kopir.run.RunState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What cannot be understood is told with its place; the rest goes on.
 */
class BadInputTest {

	private static final String JSON = "application/json";

	/** More often than the gateway repeats a call. */
	private static final int FOR_EVER = 10_000;

	private final GatewayHouse house = GatewayHouse.shared();

	@BeforeEach
	void newTerm() {
		this.house.newTerm();
	}

	@Test
	void absurdCourseworkAndGradesAreToldOneByOneAndTheGoodOnesAreCarried() {
		Map<Place, Integer> wanted = this.house.wanted();
		Place first = wanted.keySet().iterator().next();
		String course = first.course();
		World world = this.house.rehearsal().world();
		String user = world.pupil(first.pupil()).googleId();
		String other = wanted.keySet()
			.stream()
			.filter((place) -> place.course().equals(course) && place.pupil() != first.pupil())
			.map((place) -> world.pupil(place.pupil()).googleId())
			.findFirst()
			.orElseThrow();
		String longTitle = "\\u202e📚 сабақ ".repeat(2_000);
		String works = """
				{"courseWork": [%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, {"id": "14"}, 17, null]}
				""".formatted(work(course, "1", "\"maxPoints\": 10"), work(course, "2", "\"maxPoints\": 1e309"),
				work(course, "3", "\"maxPoints\": -5"), work(course, "4", "\"maxPoints\": 0"),
				work(course, "5", "\"maxPoints\": 1e999999999"), work(course, "6", "\"maxPoints\": \"many\""),
				work(course, "7", "\"state\": \"EVAPORATED\""), work(course, "8", "\"workType\": \"DREAM\""),
				work(course, "9", "\"dueDate\": {\"year\": 2026, \"month\": 13, \"day\": 45}"),
				work(course, "10", "\"maxPoints\": 10, \"title\": \"" + longTitle + "\""),
				work(course, "11", "\"maxPoints\": 10"), work(course, "11", "\"maxPoints\": 20"),
				work(course, "11", "\"maxPoints\": 30"));
		String submissions = """
				{"studentSubmissions": [%s, %s, %s, %s, %s, %s, %s, %s, {"id": "s8"}]}
				""".formatted(submission("s0", "1", user, "\"assignedGrade\": 7"),
				submission("s1", "1", other, "\"assignedGrade\": -3"),
				submission("s2", "2", user, "\"assignedGrade\": 5"),
				submission("s3", "4", user, "\"assignedGrade\": 5"),
				submission("s4", "10", user, "\"assignedGrade\": 1e309"),
				submission("s5", "10", other, "\"assignedGrade\": 1e999999999"),
				submission("s6", "11", user, "\"assignedGrade\": 10"),
				submission("s7", "1", "9".repeat(40), "\"state\": \"LOST\""));
		always("/v1/courses/" + course + "/courseWork", works);
		always("/v1/courses/" + course + "/courseWork/-/studentSubmissions", submissions);
		Map<Place, Integer> expected = new TreeMap<>(wanted);
		expected.keySet().removeIf((place) -> place.course().equals(course));
		expected.put(new Place(course, "1", first.pupil()), 7);

		Run run = this.house.run();

		assertThat(run.state()).isEqualTo(RunState.FINISHED);
		assertThat(this.house.balance(run)).allMatch(BalanceRow::comesOut);
		this.house.journal().holdsExactly(expected);
		assertThat(this.house.journal().works().get("10").text().length()).isLessThanOrEqualTo(5_000);
		assertThat(this.house.journal().works()).doesNotContainKey("11");
		assertThat(this.house.problems()).extracting(StoredProblem::code)
			.contains(ProblemCode.SOURCE_RECORD_MALFORMED, ProblemCode.SOURCE_RECORD_TWICE,
					ProblemCode.GRADE_OUT_OF_RANGE, ProblemCode.MAX_POINTS_OUT_OF_RANGE);
		assertThat(this.house.problems(ProblemCode.SOURCE_RECORD_MALFORMED))
			.anySatisfy((problem) -> assertThat(problem.lines())
				.anyMatch((line) -> line.entryKey().contains("courseWork") && line.entryKey().contains("record 6")));
	}

	@Test
	void aCourseWhoseListIsNoJsonIsToldAndTheOthersGoOn() {
		Map<Place, Integer> wanted = this.house.wanted();
		String course = wanted.keySet().iterator().next().course();
		always("/v1/courses/" + course + "/courseWork", "{\"courseWork\": [");
		wanted.keySet().removeIf((place) -> place.course().equals(course));

		Run run = this.house.run();

		assertThat(run.state()).isEqualTo(RunState.FINISHED);
		this.house.journal().holdsExactly(wanted);
		assertThat(this.house.problems(ProblemCode.COURSE_UNREADABLE)).singleElement().satisfies((problem) -> {
			assertThat(problem.subject()).contains(course);
			assertThat(problem.texts().en()).contains("courseWork").contains("not valid JSON");
		});
	}

	@Test
	void aCourseThatVanishesBetweenTwoPagesIsNotTakenForItsHalf() {
		this.house.newTerm(ClassroomSettings.defaults().withPages(20, false), KundelikSettings.defaults());
		Map<Place, Integer> wanted = this.house.wanted();
		String course = wanted.keySet().iterator().next().course();
		World world = this.house.rehearsal().world();
		AtomicInteger pages = new AtomicInteger();
		this.house.rehearsal().classroom().observe(new CallObserver() {

			@Override
			public void after(Call call, Answer answer) {
				if (call.path().contains(course) && call.path().endsWith("studentSubmissions")
						&& pages.incrementAndGet() == 2) {
					world.removeCourse(course);
				}
			}

		});
		wanted.keySet().removeIf((place) -> place.course().equals(course));

		Run run = this.house.run();

		assertThat(pages.get()).isGreaterThanOrEqualTo(2);
		assertThat(run.state()).isEqualTo(RunState.FINISHED);
		this.house.journal().holdsExactly(wanted);
		assertThat(this.house.problems(ProblemCode.COURSE_UNREADABLE)).singleElement()
			.satisfies((problem) -> assertThat(problem.texts().en()).contains("HTTP 404"));

		this.house.run();
		assertThat(this.house.problems(ProblemCode.COURSE_UNREADABLE)).isEmpty();
	}

	@Test
	void aJournalThatCannotBeUnderstoodIsNotWrittenTo() {
		Map<Place, Integer> wanted = this.house.wanted();
		List<Long> groups = this.house.rehearsal()
			.world()
			.courses()
			.stream()
			.filter((course) -> wanted.keySet().stream().anyMatch((place) -> place.course().equals(course.id())))
			.map((course) -> course.groupId())
			.distinct()
			.toList();
		String beyond = "[{\"id\": 9223372036854775808, \"id_str\": \"9223372036854775808\", \"date\": \"2026-11-20\"}]";
		String twice = """
				[{"type":"Mark","value":"5","person":1,"person_str":"1","work":2,"work_str":"2","id":3,"id_str":"3"},
				{"type":"Mark","value":"9","person":1,"person_str":"1","work":2,"work_str":"2","id":3,"id_str":"3"}]
				""";
		journalAlways("/v2/edu-groups/" + groups.get(0) + "/lessons/.*", beyond);
		journalAlways("/v2/edu-groups/" + groups.get(1) + "/marks/.*", twice);

		Run run = this.house.run();

		assertThat(run.state()).isEqualTo(RunState.RED);
		assertThat(this.house.journal().works().values()).isNotEmpty()
			.noneMatch((work) -> work.groupId() == groups.get(0) || work.groupId() == groups.get(1));
		this.house.journal().holdsNothingWrong(wanted);
		assertThat(this.house.problems(ProblemCode.JOURNAL_UNREADABLE)).hasSize(2)
			.anyMatch((problem) -> problem.texts().en().contains("lessons")
					&& problem.texts().en().contains("whole number of 64 bits"))
			.anyMatch((problem) -> problem.texts().en().contains("came twice with different content"));

		this.house.rehearsal().kundelikFaults().clear();
		this.house.run();
		this.house.journal().holdsExactly(wanted);
		assertThat(this.house.problems(ProblemCode.JOURNAL_UNREADABLE)).isEmpty();
	}

	private static String work(String course, String id, String more) {
		String link = "https://classroom.google.com/c/" + base64(course) + "/a/" + base64(id) + "/details";
		String usual = more.contains("title") ? "" : "\"title\": \"Үй жұмысы\", ";
		String state = more.contains("\"state\"") ? "" : "\"state\": \"PUBLISHED\", ";
		String type = more.contains("workType") ? "" : "\"workType\": \"ASSIGNMENT\", ";
		String due = more.contains("dueDate") ? "" : "\"dueDate\": {\"year\": 2026, \"month\": 11, \"day\": 12}, ";
		return "{\"id\": \"" + id + "\", \"courseId\": \"" + course + "\", " + usual + state + type + due
				+ "\"creationTime\": \"2026-11-10T05:00:00Z\", \"alternateLink\": \"" + link + "\", " + more + "}";
	}

	private static String submission(String id, String work, String user, String more) {
		String state = more.contains("\"state\"") ? "" : "\"state\": \"RETURNED\", ";
		return "{\"id\": \"" + id + "\", \"courseWorkId\": \"" + work + "\", \"userId\": \"" + user + "\", " + state
				+ more + "}";
	}

	private static String base64(String text) {
		return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
	}

	private void always(String path, String body) {
		this.house.rehearsal()
			.classroomFaults()
			.add(Fault.next("GET", path, FOR_EVER, Effect.answer(200, JSON, body, null)));
	}

	private void journalAlways(String path, String body) {
		this.house.rehearsal()
			.kundelikFaults()
			.add(Fault.next("GET", path, FOR_EVER, Effect.answer(200, JSON, body, null)));
	}

}
