package kz.kopir.zoom.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import kz.kopir.problem.CloseScope;
import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.Problems;
import kz.kopir.school.SchoolId;
import kz.kopir.school.TeacherId;
import kz.kopir.testing.OnBothDatabases;
import kz.kopir.testing.TestDatabase;
import kz.kopir.zoom.MeetingStore;
import kz.kopir.zoom.StoredMeeting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@OnBothDatabases
class ReportImportTest {

	private static final SchoolId SCHOOL = new SchoolId("school-1");

	private static final String REPORT = "Name,Join Time,Leave Time\nА,2026-11-20 08:01,2026-11-20 08:20\n";

	private final TestDatabase database;

	private final MeetingStore meetings;

	private final Problems problems;

	private final ReportImport reports;

	ReportImportTest(TestDatabase database) {
		Clock clock = Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);
		this.database = database;
		this.meetings = new MeetingStore(database.template(), database.transactions());
		this.problems = new Problems(database.template(), database.transactions(), clock);
		this.reports = new ReportImport(database.template(), database.transactions(), this.meetings, this.problems,
				(school) -> new ReportRules(ZoneId.of("Asia/Almaty"), LocalDate.of(2026, 11, 20)::equals,
						(email) -> Optional.empty(), (email) -> false),
				clock);
	}

	@BeforeEach
	void empty() {
		this.database.empty();
	}

	@Test
	void aReportIsACompleteMeetingAndTheSameFileTwiceChangesNothing() throws IOException {
		ReportOutcome first = take("r.csv", REPORT);
		assertThat(first.taken()).isTrue();
		assertThat(first.rows()).isEqualTo(1);
		assertThat(stored()).singleElement().satisfies((meeting) -> {
			assertThat(meeting.isComplete()).isTrue();
			assertThat(meeting.source()).isEqualTo(StoredMeeting.Source.FILE);
		});
		ReportOutcome again = take("copy of r.csv", REPORT);
		assertThat(again.again()).isTrue();
		assertThat(stored()).hasSize(1);
	}

	@Test
	void aFileOfTheWrongTeacherIsTakenAgainForTheRightOneAndIsHisAlone() throws IOException {
		for (String teacher : new String[] { "501", "502", "501" }) {
			ReportOutcome outcome = this.reports.take(SCHOOL, "r.csv", new TeacherId(teacher), null,
					new ByteArrayInputStream(REPORT.getBytes(StandardCharsets.UTF_8)));
			assertThat(outcome.taken()).isTrue();
			assertThat(outcome.again()).isFalse();
			assertThat(stored()).singleElement()
				.satisfies((meeting) -> assertThat(meeting.meeting().host()).isEqualTo("teacher/" + teacher));
		}
	}

	@Test
	void aFileReadWithTheWrongOrderOfDatesLeavesNothingBehindWhenTheRightOneIsSaid() throws IOException {
		String report = "Name,Join Time,Leave Time\nА,10/11/2026 08:01,10/11/2026 08:20\n";
		for (DateOrder order : new DateOrder[] { DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST }) {
			assertThat(this.reports
				.take(SCHOOL, "r.csv", new TeacherId("501"), order,
						new ByteArrayInputStream(report.getBytes(StandardCharsets.UTF_8)))
				.again()).isFalse();
		}
		assertThat(this.meetings.between(SCHOOL, Instant.parse("2026-01-01T00:00:00Z"),
				Instant.parse("2026-12-31T00:00:00Z")))
			.singleElement()
			.satisfies((meeting) -> assertThat(meeting.meeting().start()).isEqualTo("2026-10-11T03:01:00Z"));
		assertThat(take("r.csv", report).again()).as("nothing else is said of it").isTrue();
	}

	@Test
	void aFileTooLargeIsAProblemAndNoRecordThatOthersShare() throws IOException {
		assertThat(take("r.csv", " ".repeat(ReportText.LARGEST + 1)).code()).isEqualTo(ProblemCode.REPORT_REFUSED);
		assertThat(open()).containsExactly(ProblemCode.REPORT_REFUSED);
		assertThat(JdbcClient.create(this.database.template())
			.sql("select count(*) from report_file")
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void aRefusedFileIsAProblemUntilOneOfThisNameIsTaken() throws IOException {
		ReportOutcome refused = take("r.csv", "Name,Total Duration (Minutes)\nА,5\n");
		assertThat(refused.taken()).isFalse();
		assertThat(refused.code()).isEqualTo(ProblemCode.REPORT_REFUSED);
		assertThat(open()).containsExactly(ProblemCode.REPORT_REFUSED);

		this.problems.closeUnseen(SCHOOL, "run-1", CloseScope.outsideClassGroups());
		assertThat(open()).as("no run closes it").hasSize(1);

		take("r.csv", REPORT);
		assertThat(open()).isEmpty();
	}

	@Test
	void aBadRowIsToldAndKeepsNobodyElseOut() throws IOException {
		ReportOutcome outcome = take("r.csv", REPORT + "Ә,,\n");
		assertThat(outcome.rows()).isEqualTo(1);
		assertThat(outcome.faults()).hasSize(1);
		assertThat(open()).containsExactly(ProblemCode.REPORT_ROW_UNUSABLE);
		assertThat(stored().get(0).unusableRows()).isEqualTo(1);
	}

	@Test
	void aHeaderThatAPersonExplainedIsRemembered() throws IOException {
		String report = "Аты,Join Time,Leave Time\nА,2026-11-20 08:01,2026-11-20 08:20\n";
		assertThat(take("r.csv", report).code()).isEqualTo(ProblemCode.REPORT_HEADER_UNKNOWN);
		this.reports.learn(SCHOOL, "аты", ReportColumn.NAME, "it");
		assertThat(take("r.csv", report).taken()).isTrue();
		assertThat(open()).isEmpty();
	}

	private ReportOutcome take(String name, String text) throws IOException {
		return this.reports.take(SCHOOL, name, new TeacherId("501"), null,
				new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
	}

	private List<StoredMeeting> stored() {
		return this.meetings.between(SCHOOL, Instant.parse("2026-11-20T00:00:00Z"),
				Instant.parse("2026-11-21T00:00:00Z"));
	}

	private List<ProblemCode> open() {
		return this.problems.open(SCHOOL).stream().map((problem) -> problem.code()).toList();
	}

}
