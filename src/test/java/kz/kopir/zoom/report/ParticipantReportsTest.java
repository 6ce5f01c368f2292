package kz.kopir.zoom.report;

import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

import kz.kopir.problem.ProblemCode;
import kz.kopir.school.MeetingRow;
import kz.kopir.school.PupilId;
import kz.kopir.school.TeacherId;
import kz.kopir.zoom.report.ReportContent.ReportedMeeting;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ParticipantReportsTest {

	private static final Instant NOW = Instant.parse("2026-12-31T00:00:00Z");

	private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

	private static final String LAYOUT_A = """
			Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent,In Waiting Room
			Оқушы Бірінші,,11/20/2026 08:01:00 AM,11/20/2026 08:25:10 AM,25,Yes,,No
			Оқушы Екінші,p2@school.example,11/20/2026 08:02:26 AM,11/20/2026 08:02:52 AM,1,No,,Yes
			Мұғалім (Host),t1@school.example,11/20/2026 08:00:00 AM,11/20/2026 08:26:00 AM,26,No,,No
			""";

	private static final String LAYOUT_B = """
			Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants,
			846 1389 0849,"7А, алгебра",11/20/2026 08:00:00 AM,11/20/2026 08:26:00 AM,T1@school.example,26,2,
			,,,,,,,
			Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent
			Оқушы Бірінші,,11/20/2026 08:01:00 AM,11/20/2026 08:25:10 AM,25,Yes,
			""";

	private static final String LAYOUT_D = """
			Topic,Meeting ID,User Name,User Email,Department,Group,Has Zoom Rooms?,Creation Time,Start Time,End Time,Duration (Minutes),Participants,Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent
			A,846 1389 0849,Т1,t1@school.example,,,No,11/01/2026 10:00:00 AM,11/20/2026 08:00:00 AM,11/20/2026 08:26:00 AM,26,2,Оқушы Бірінші,,11/20/2026 08:01:00 AM,11/20/2026 08:25:00 AM,24,Yes,
			,,,,,,,,,,,,Оқушы Екінші,,11/20/2026 08:02:00 AM,11/20/2026 08:25:00 AM,23,Yes,

			B,846 1389 0850,Т1,t1@school.example,,,No,11/01/2026 10:00:00 AM,11/20/2026 09:00:00 AM,11/20/2026 09:26:00 AM,26,1,Оқушы Үшінші,,11/20/2026 09:01:00 AM,11/20/2026 09:25:00 AM,24,Yes,
			""";

	private static final String LAYOUT_E = """
			Topic,ID,Host name,Host email,Duration (minutes),Start time,End time,Participants
			A,84613890849,Т1,t1@school.example,26,"11/20/2026 08:00:00 AM","11/20/2026 08:26:00 AM",1

			Name (original name),Email,Join time,Leave time,Duration (minutes),Guest,Recording disclaimer response,In waiting room
			Оқушы Бірінші (iPhone),,"11/20/2026 08:01:00 AM","11/20/2026 08:25:10 AM",25,Yes,OK,No
			""";

	private static final String RUSSIAN = """
			Имя (настоящее имя);Электронная почта пользователя;Время входа;Время выхода;Продолжительность (минуты);Гость;Согласие на запись;В зале ожидания
			Ученик Первый;;20.11.2026 08:01:00;20.11.2026 08:25:10;25;Да;;Нет
			Ученик Второй;;20.11.2026 08:00:00;20.11.2026 08:01:00;1;Да;;Да
			""";

	@Test
	void rowsOnlyWithTheTeacherByTheFolder() throws Exception {
		ReportedMeeting told = one(LAYOUT_A, "participants_84613890849.csv", new TeacherId("501"));
		assertThat(told.meeting().host()).isEqualTo("teacher/501");
		assertThat(told.meeting().number()).isEqualTo("84613890849");
		assertThat(told.meeting().start()).isEqualTo("2026-11-20T03:00:00Z");
		assertThat(told.meeting().end()).isEqualTo("2026-11-20T03:26:00Z");
		assertThat(told.rows()).extracting(MeetingRow::name)
			.containsExactly("Оқушы Бірінші", "Оқушы Екінші", "Мұғалім");
		assertThat(told.rows()).extracting(MeetingRow::waitingRoom).containsExactly(false, true, false);
		assertThat(told.rows()).extracting(MeetingRow::staff).containsExactly(false, false, true);
		assertThat(told.rows().get(1).pupil()).isEqualTo(new PupilId("12"));
		assertThat(told.rows().get(0).leave()).isEqualTo(Instant.parse("2026-11-20T03:25:10Z"));
	}

	@Test
	void withMeetingDataTheHostIsTold() throws Exception {
		ReportedMeeting told = one(LAYOUT_B, "report.csv", null);
		assertThat(told.meeting().host()).isEqualTo("t1@school.example");
		assertThat(told.meeting().number()).isEqualTo("84613890849");
		assertThat(told.meeting().start()).isEqualTo("2026-11-20T03:00:00Z");
		assertThat(told.rows()).hasSize(1);
	}

	@Test
	void severalMeetingsInAReportOfHosts() throws Exception {
		ReportContent content = read(LAYOUT_D.getBytes(StandardCharsets.UTF_8), "hosts.csv", null, null);
		assertThat(content.meetings()).hasSize(2);
		assertThat(content.meetings()).extracting((told) -> told.meeting().number())
			.containsExactly("84613890849", "84613890850");
		assertThat(content.meetings()).extracting((told) -> told.rows().size()).containsExactly(2, 1);
		assertThat(content.faults()).isEmpty();
	}

	@Test
	void theLayoutSince2023() throws Exception {
		ReportedMeeting told = one(LAYOUT_E, "participants_1.csv", new TeacherId("501"));
		assertThat(told.rows()).extracting(MeetingRow::name).containsExactly("Оқушы Бірінші");
		assertThat(told.meeting().end()).isEqualTo("2026-11-20T03:26:00Z");
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "windows-1251", "UTF-16LE", "UTF-16BE" })
	void russianHeadersInEveryEncoding(String charset) throws Exception {
		String mark = charset.startsWith("UTF-16") ? "\uFEFF" : "";
		byte[] bytes = (mark + RUSSIAN.replace("\n", "\r\n")).getBytes(Charset.forName(charset));
		ReportedMeeting told = read(bytes, "r.csv", new TeacherId("501"), null).meetings().get(0);
		assertThat(told.rows()).extracting(MeetingRow::name).containsExactly("Ученик Первый", "Ученик Второй");
		assertThat(told.rows()).extracting(MeetingRow::waitingRoom).containsExactly(false, true);
		assertThat(told.rows().get(0).join()).isEqualTo("2026-11-20T03:01:00Z");
	}

	@Test
	void aByteOrderMarkAndTabsMakeNoDifference() throws Exception {
		String tabs = "\uFEFF" + LAYOUT_A.replace(",", "\t");
		assertThat(one(tabs, "r.csv", new TeacherId("501")).rows()).hasSize(3);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "11/20/2026 08:01:00 AM", "11/20/2026 8:01:00 AM", "11/20/2026 08:01:00", "11/20/2026 08:01",
					"20/11/2026 08:01", "20.11.2026 08:01:00", "20.11.2026 08:01:00 AM", "2026/11/20 8:01",
					"2026-11-20 08:01:00", "Nov 20, 2026 8:01 AM", "November 20, 2026 08:01:00 AM" })
	void everyFormOfDateIsTheSameMoment(String date) throws Exception {
		String text = "Name,Join Time,Leave Time\nА,\"" + date + "\",\"" + date + "\"\n";
		assertThat(one(text, "r.csv", new TeacherId("501")).rows().get(0).join()).isEqualTo("2026-11-20T03:01:00Z");
	}

	@Test
	void anHourAboveTwelveIsOneOfTwentyFourWhateverStandsBehind() throws Exception {
		String text = "Name,Join Time,Leave Time\nА,20.11.2026 14:05:00 PM,20.11.2026 14:30:00 PM\n";
		assertThat(one(text, "r.csv", new TeacherId("501")).rows().get(0).join()).isEqualTo("2026-11-20T09:05:00Z");
	}

	@Test
	void dayAndMonthAreDecidedForTheWholeFile() throws Exception {
		String text = "Name,Join Time,Leave Time\nА,05/11/2026 08:01,05/11/2026 08:20\nӘ,20/11/2026 08:01,20/11/2026 08:20\n";
		assertThat(one(text, "r.csv", new TeacherId("501")).rows().get(0).join()).isEqualTo("2026-11-05T03:01:00Z");
	}

	@Test
	void whatOnlyOneOrderMakesALessonDayIsThatDay() throws Exception {
		String text = "Name,Join Time,Leave Time\nА,11/12/2026 08:01,11/12/2026 08:20\n";
		ReportContext december = context(new TeacherId("501"), null, LocalDate.of(2026, 12, 11));
		assertThat(new ParticipantReports().read("r.csv", text.getBytes(StandardCharsets.UTF_8), december)
			.meetings()
			.get(0)
			.rows()
			.get(0)
			.join()).isEqualTo("2026-12-11T03:01:00Z");
	}

	@Test
	void whatCannotBeToldApartIsAskedAndTheAnswerCounts() throws Exception {
		String text = "Name,Join Time,Leave Time\nА,11/12/2026 08:01,11/12/2026 08:20\n";
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		assertRefused(bytes, ProblemCode.REPORT_DATES_AMBIGUOUS, "Day and month");
		assertThat(read(bytes, "r.csv", new TeacherId("501"), DateOrder.MONTH_FIRST).meetings()
			.get(0)
			.rows()
			.get(0)
			.join()).isEqualTo("2026-11-12T03:01:00Z");
	}

	@Test
	void datesThatContradictEachOtherAreRefused() {
		String text = "Name,Join Time,Leave Time\nА,20/11/2026 08:01,11/20/2026 08:20\n";
		assertRefused(text.getBytes(StandardCharsets.UTF_8), ProblemCode.REPORT_DATES_AMBIGUOUS, "Day and month");
	}

	@Test
	void uniqueUsersAndWebinarsAreRefusedWithWhatToDo() {
		assertRefused("Name (Original Name),User Email,Total Duration (Minutes),Guest\nА,,25,Yes\n"
			.getBytes(StandardCharsets.UTF_8), ProblemCode.REPORT_REFUSED, "unique users");
		assertRefused("""
				Attendee Report
				Attended,User Name (Original Name),Join Time,Leave Time,Time in Session (minutes)
				Yes,А,--,--,--
				""".getBytes(StandardCharsets.UTF_8), ProblemCode.REPORT_REFUSED, "webinar");
	}

	@Test
	void anUnknownHeaderIsAskedOnce() throws Exception {
		String text = "Аты,Join Time,Leave Time,Duration (Minutes)\nА,2026-11-20 08:01,2026-11-20 08:20,19\n";
		assertRefused(text.getBytes(StandardCharsets.UTF_8), ProblemCode.REPORT_HEADER_UNKNOWN, "Аты");
		ReportContext learned = new ReportContext(ZoneId.of("Asia/Almaty"), NOW, new TeacherId("501"),
				Map.of(ReportColumn.normalized(" АТЫ "), ReportColumn.NAME), null, DAY::equals,
				(email) -> Optional.empty(), (email) -> false);
		assertThat(new ParticipantReports().read("r.csv", text.getBytes(StandardCharsets.UTF_8), learned).meetings())
			.hasSize(1);
	}

	@Test
	void theHostOfTheLayoutSince2023IsToldByItsOwnColumn() throws Exception {
		assertThat(one(LAYOUT_E, "r.csv", null).meeting().host()).isEqualTo("t1@school.example");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Y", "Oui", "", "待機" })
	void aWaitingRoomThatIsNotUnderstoodIsNoTimeInTheLesson(String waiting) throws Exception {
		String text = LAYOUT_A.replace("25,Yes,,No", "25,Yes,," + waiting);
		ReportContent content = read(text.getBytes(StandardCharsets.UTF_8), "r.csv", new TeacherId("501"), null);
		assertThat(content.faults()).extracting(ReportContent.RowFault::line).containsExactly(2);
		assertThat(content.meetings().get(0).rows()).hasSize(2);
		assertThat(content.meetings().get(0).unusableRows()).isEqualTo(1);
	}

	@Test
	void anUnknownHeaderThatMayBeTheWaitingRoomIsAsked() {
		assertRefused(LAYOUT_A.replace("In Waiting Room", "待機室内").getBytes(StandardCharsets.UTF_8),
				ProblemCode.REPORT_HEADER_UNKNOWN, "待機室内");
	}

	@Test
	void nobodyStaysLongerThanZoomLetsAMeetingLast() throws Exception {
		String text = LAYOUT_A.replace("11/20/2026 08:25:10 AM", "11/21/2026 02:01:01 PM");
		ReportContent content = read(text.getBytes(StandardCharsets.UTF_8), "r.csv", new TeacherId("501"), null);
		assertThat(content.faults()).extracting(ReportContent.RowFault::line).containsExactly(2);
		text = LAYOUT_A.replace("11/20/2026 08:25:10 AM", "11/21/2026 02:01:00 PM");
		content = read(text.getBytes(StandardCharsets.UTF_8), "r.csv", new TeacherId("501"), null);
		assertThat(content.faults()).isEmpty();
	}

	@Test
	void whoOnlyCallsHimselfHostOrMeIsNoStaff() throws Exception {
		for (String name : new String[] { "Оқушы Бірінші (Host)", "Оқушы Бірінші (me)" }) {
			ReportedMeeting told = one(LAYOUT_A.replace("Оқушы Бірінші", name), "r.csv", new TeacherId("501"));
			assertThat(told.rows()).extracting(MeetingRow::staff).containsExactly(false, false, true);
		}
	}

	@Test
	void whatIsNoReportIsRefusedBeforeAnythingElse() {
		assertRefused(new byte[0], ProblemCode.REPORT_REFUSED, "empty");
		assertRefused(new byte[] { 'P', 'K', 3, 4, 20, 0 }, ProblemCode.REPORT_REFUSED, "workbook");
		assertRefused("Name,Join Time\0,Leave Time\n".getBytes(StandardCharsets.UTF_8), ProblemCode.REPORT_REFUSED,
				"NUL");
		assertRefused("<html>sign in</html>".getBytes(StandardCharsets.UTF_8), ProblemCode.REPORT_REFUSED, "headers");
		assertRefused("Name,Join Time,Leave Time\n".getBytes(StandardCharsets.UTF_8), ProblemCode.REPORT_REFUSED,
				"no participants");
	}

	@Test
	void aFileOfAHundredMegabytesIsRefusedWithoutReadingItWhole() {
		InputStream endless = new SequenceInputStream(InputStream.nullInputStream(), new InputStream() {
			@Override
			public int read() {
				return 'a';
			}
		});
		assertThatThrownBy(() -> ReportText.read(endless)).isInstanceOf(ReportRefused.class)
			.hasMessageContaining("20 MB");
	}

	@Test
	void withoutATeacherAndWithoutMeetingDataNobodyKnowsWhoseItIs() {
		assertThatThrownBy(() -> one(LAYOUT_A, "r.csv", null)).isInstanceOf(ReportRefused.class)
			.hasMessageContaining("whose meeting");
	}

	private void assertRefused(byte[] bytes, ProblemCode code, String text) {
		assertThatThrownBy(() -> read(bytes, "r.csv", new TeacherId("501"), null))
			.isInstanceOfSatisfying(ReportRefused.class, (refused) -> assertThat(refused.code()).isEqualTo(code))
			.hasMessageContaining(text);
	}

	private static ReportedMeeting one(String text, String fileName, @Nullable TeacherId teacher) throws ReportRefused {
		ReportContent content = read(text.getBytes(StandardCharsets.UTF_8), fileName, teacher, null);
		assertThat(content.meetings()).hasSize(1);
		assertThat(content.faults()).isEmpty();
		return content.meetings().get(0);
	}

	private static ReportContent read(byte[] bytes, String fileName, @Nullable TeacherId teacher,
			@Nullable DateOrder order) throws ReportRefused {
		return new ParticipantReports().read(fileName, bytes, context(teacher, order, DAY));
	}

	private static ReportContext context(@Nullable TeacherId teacher, @Nullable DateOrder order, LocalDate lessonDay) {
		return new ReportContext(ZoneId.of("Asia/Almaty"), NOW, teacher, Map.of(), order, lessonDay::equals,
				(email) -> email.equals("p2@school.example") ? Optional.of(new PupilId("12")) : Optional.empty(),
				"t2@school.example"::equals);
	}

}
