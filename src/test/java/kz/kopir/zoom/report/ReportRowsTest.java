package kz.kopir.zoom.report;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import kz.kopir.school.MeetingRow;
import kz.kopir.school.TeacherId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReportRowsTest {

	private static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

	private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

	private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

	private static final List<String> FORMS = List.of("MM/dd/yyyy hh:mm:ss a", "MM/dd/yyyy HH:mm:ss",
			"dd/MM/yyyy HH:mm:ss", "dd.MM.yyyy HH:mm:ss", "dd.MM.yyyy HH:mm:ss a", "yyyy-MM-dd HH:mm:ss",
			"yyyy/M/d H:mm:ss", "MMM d, yyyy hh:mm:ss a");

	@Test
	void badRowsNeverLoseTheGoodOnes() throws Exception {
		String text = """
				Name,Join Time,Leave Time
				А,2026-11-20 08:01,2026-11-20 08:20
				"Б,2026-11-20 08:01,2026-11-20 08:20
				В,gestern,2026-11-20 08:20
				Г,2026-11-20 08:20,2026-11-20 08:01
				=1+1,2026-11-20 08:01,2026-11-20 08:20
				%s,2026-11-20 08:01,2026-11-20 08:20
				Д,2099-99-99 08:01,2026-11-20 08:20
				Е,2026-11-20 08:01,2026-11-20 0""".formatted("ұ".repeat(30_000));
		ReportContent content = read(text);
		assertThat(content.meetings().get(0).rows()).extracting(MeetingRow::name).containsExactly("А", "=1+1");
		assertThat(content.faults()).extracting(ReportContent.RowFault::line)
			.containsExactlyInAnyOrder(3, 4, 5, 7, 8, 9);
		assertThat(content.meetings().get(0).unusableRows()).isPositive();
		assertThat(content.faults().toString()).doesNotContain("gestern", "ұ");
	}

	@Test
	void aLineThatIsCutOffTellsNoTimeEvenIfItLooksLikeOne() throws Exception {
		String text = "Name,Join Time,Leave Time,Duration (Minutes)\nА,2026-11-20 08:01,2026-11-20 08:20,19\n"
				+ "Б,2026-11-20 08:01,2026-11-20 08:1";
		ReportContent content = read(text);
		assertThat(content.meetings().get(0).rows()).extracting(MeetingRow::name).containsExactly("А");
		assertThat(content.faults()).containsExactly(new ReportContent.RowFault(3, "is cut off"));
	}

	@Test
	void aFileThatIsCutInsideALetterKeepsItsNames() throws Exception {
		byte[] whole = "Name,Join Time,Leave Time\nӘсел,2026-11-20 08:01,2026-11-20 08:20\nӘ"
			.getBytes(StandardCharsets.UTF_8);
		ReportContent content = read(Arrays.copyOf(whole, whole.length - 1));
		assertThat(content.meetings().get(0).rows()).extracting(MeetingRow::name).containsExactly("Әсел");
	}

	@Test
	void whatLiesInTheFutureHasNotHappened() throws Exception {
		ReportContent content = read("Name,Join Time,Leave Time\nА,2026-11-20 08:01,2026-11-20 08:20\n"
				+ "Б,2026-11-20 08:01,2026-11-20 15:06\n");
		assertThat(content.faults()).extracting(ReportContent.RowFault::line).containsExactly(3);
		assertThat(content.faults().get(0).mistake()).contains("future");
	}

	@Test
	void anOrderOfDatesThatMakesTheReportOneOfTheFutureIsNotMeant() throws Exception {
		ReportContext every = context((day) -> true);
		String text = "Name,Join Time,Leave Time\nА,11/12/2026 08:01,11/12/2026 08:20\n";
		assertThat(new ParticipantReports().read("r.csv", text.getBytes(StandardCharsets.UTF_8), every)
			.meetings()
			.get(0)
			.meeting()
			.start()).isEqualTo("2026-11-12T03:01:00Z");
	}

	@Test
	void rowsBelowAMeetingWithoutAHeaderOfParticipantsAreTold() throws Exception {
		ReportContent content = read("""
				Topic,ID,Start time,End time
				A,84613890849,2026-11-20 08:00,2026-11-20 08:26

				Name,Join time,Leave time
				А,2026-11-20 08:01,2026-11-20 08:20
				Topic,ID,Start time,End time
				B,84613890850,2026-11-20 09:00,2026-11-20 09:26
				Б,2026-11-20 09:01,2026-11-20 09:20
				""");
		assertThat(content.meetings()).hasSize(1);
		assertThat(content.faults())
			.containsExactly(new ReportContent.RowFault(8, "stands below no header of participants"));
	}

	@Test
	void aMeetingWithoutUsableRowsKeepsNoOtherMeetingOut() throws Exception {
		ReportContent content = read("""
				Topic,ID,Start time,End time
				A,84613890849,2026-11-20 08:00,2026-11-20 08:26
				Name,Join time,Leave time
				А,gestern,heute
				Topic,ID,Start time,End time
				B,84613890850,2026-11-20 09:00,2026-11-20 09:26
				Name,Join time,Leave time
				Б,2026-11-20 09:01,2026-11-20 09:20
				""");
		assertThat(content.meetings()).extracting((told) -> told.meeting().number()).containsExactly("84613890850");
		assertThat(content.faults()).extracting(ReportContent.RowFault::line).containsExactly(4);
		assertThatThrownBy(() -> read("Name,Join time,Leave time\nА,gestern,heute\n")).isInstanceOf(ReportRefused.class)
			.hasMessageContaining("None of its rows")
			.hasMessageNotContaining("gestern");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Yes", "Y", "", "はい" })
	void onlyWhoIsKnownToBeNoGuestIsStaffByHisName(String guest) throws Exception {
		ReportContent content = read(
				"Name,Join time,Leave time,Guest\nА (Host),2026-11-20 08:01,2026-11-20 08:20," + guest + "\n");
		assertThat(content.meetings().get(0).rows().get(0).staff()).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Оқушы Бірінші (iPhone)|Оқушы Бірінші", "Оқушы Бірінші (she/her)|Оқушы Бірінші",
					"Оқушы Бірінші (Оқушы Бірінші)|Оқушы Бірінші", "Оқушы Бірінші (iPad) (Host)|Оқушы Бірінші",
					"Оқушы Бірінші (Оқушы Екінші)|Оқушы Бірінші (Оқушы Екінші)",
					"Оқушы Бірінші (Оқушы Екінші) (Host)|Оқушы Бірінші (Оқушы Екінші)" })
	void whoWasRenamedFromAnotherFullNameIsNotTakenForTheOneWhoIsCalledSo(String cell, String name) throws Exception {
		ReportContent content = read("Name,Join time,Leave time\n" + cell + ",2026-11-20 08:01,2026-11-20 08:20\n");
		assertThat(content.meetings().get(0).rows()).extracting(MeetingRow::name).containsExactly(name);
	}

	@Test
	void theHostIsKnownByTheMeetingDataInATeachersFolder() throws Exception {
		ReportContent content = read("""
				Topic,ID,Host email,Start time,End time
				A,84613890849,T1@school.example,2026-11-20 08:00,2026-11-20 08:26
				Name,Email,Join time,Leave time
				А,t1@school.example,2026-11-20 08:01,2026-11-20 08:20
				""");
		assertThat(content.meetings().get(0).meeting().host()).isEqualTo("teacher/501");
		assertThat(content.meetings().get(0).rows().get(0).staff()).isTrue();
	}

	@Test
	void theSameMeetingHasTheSameIdInEveryDownloadAndItHoldsNoAddress() throws Exception {
		String early = """
				Topic,Start time,End time,User Email
				A,2026-11-20 08:00,2026-11-20 08:26,t1@school.example
				Name,Join time,Leave time
				А,2026-11-20 08:01,2026-11-20 08:20
				""";
		String late = early + "Б,2026-11-20 08:02,2026-11-20 08:20\n";
		assertThat(read(late).meetings().get(0).meeting().id()).isEqualTo(read(early).meetings().get(0).meeting().id());
		assertThat(read(late).meetings().get(0).meeting().id().value()).doesNotContain("@", "501");
	}

	@Test
	void aReportInJapanese() throws Exception {
		ReportContent content = read(
				"\uFEFF名前 (元の名前),ユーザーメール,参加 時刻,退出時刻,所要時間（分）\r\n" + "А,,2026/11/20 8:01:00,2026/11/20 8:20:00,19\r\n");
		assertThat(content.meetings().get(0).rows().get(0).join()).isEqualTo("2026-11-20T03:01:00Z");
	}

	@Property(tries = 300)
	void everyRowIsReadAsItWasWrittenWhateverTheSeparatorTheFormOfDatesAndTheOrderOfColumns(
			@ForAll @Size(min = 1, max = 20) List<@IntRange(min = 0, max = 30_000) Integer> joins,
			@ForAll @IntRange(min = 0, max = 7) int form, @ForAll @IntRange(min = 0, max = 2) int separator,
			@ForAll @IntRange(min = 0, max = 4) int turn) throws Exception {
		DateTimeFormatter dates = DateTimeFormatter.ofPattern(FORMS.get(form), Locale.ENGLISH);
		String delimiter = List.of(",", ";", "\t").get(separator);
		StringBuilder file = new StringBuilder(
				line(List.of("Name", "Join Time", "Leave Time", "Guest", "In Waiting Room"), turn, delimiter));
		List<String> expected = new ArrayList<>();
		for (int i = 0; i < joins.size(); i++) {
			LocalDateTime join = DAY.atStartOfDay().plusSeconds(joins.get(i));
			LocalDateTime leave = join.plusSeconds(17L * i);
			String waiting = (i % 3 == 0) ? "Yes" : "No";
			file.append(line(List.of("Аты-" + i + " \"Ә\", ;", dates.format(join), dates.format(leave), "Yes", waiting),
					turn, delimiter));
			expected
				.add(i + " " + join.atZone(ZONE).toInstant() + " " + leave.atZone(ZONE).toInstant() + " " + waiting);
		}
		ReportContent content = read(file.toString());
		assertThat(content.faults()).isEmpty();
		assertThat(content.meetings().get(0).rows())
			.extracting((row) -> row.name().replaceAll("\\D", "") + " " + row.join() + " " + row.leave() + " "
					+ (row.waitingRoom() ? "Yes" : "No"))
			.containsExactlyElementsOf(expected);
	}

	private static String line(List<String> cells, int turn, String delimiter) {
		List<String> turned = new ArrayList<>();
		for (int i = 0; i < cells.size(); i++) {
			turned.add("\"" + cells.get((i + turn) % cells.size()).replace("\"", "\"\"") + "\"");
		}
		return String.join(delimiter, turned) + "\r\n";
	}

	private static ReportContent read(String text) throws ReportRefused {
		return read(text.getBytes(StandardCharsets.UTF_8));
	}

	private static ReportContent read(byte[] bytes) throws ReportRefused {
		return new ParticipantReports().read("r.csv", bytes, context(DAY::equals));
	}

	private static ReportContext context(Predicate<LocalDate> lessonDay) {
		return new ReportContext(ZONE, NOW, new TeacherId("501"), Map.of(), null, lessonDay,
				(email) -> Optional.empty(), (email) -> false);
	}

}
