package kz.kopir.journal.kundelik;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.journal.AttendanceQuestion;
import kz.kopir.journal.JournalAttendance;
import kz.kopir.mapping.Json;
import kz.kopir.mapping.Programs;
import kz.kopir.mapping.RecordException;
import kz.kopir.school.AttendanceStatus;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.LessonId;
import kz.kopir.school.PupilId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AttendanceReadingTest {

	private static final LessonId LESSON = new LessonId("1000000000000000501");

	private static final PupilId PUPIL = new PupilId("1000000000000000042");

	private final AttendanceRecords records = new AttendanceRecords(
			new Programs(new DefaultResourceLoader(), "file:mappings"));

	@Test
	void whatAbsentAndPassMeanIsTheSchoolsReading() throws IOException {
		assertThat(read("Absent", ExcusedAbsence.ABSENT)).isEqualTo(AttendanceStatus.EXCUSED);
		assertThat(read("Pass", ExcusedAbsence.ABSENT)).isEqualTo(AttendanceStatus.ABSENT);
		assertThat(read("Absent", ExcusedAbsence.PASS)).isEqualTo(AttendanceStatus.ABSENT);
		assertThat(read("Pass", ExcusedAbsence.PASS)).isEqualTo(AttendanceStatus.EXCUSED);
	}

	@Test
	void aWordThatIsNotKnownIsAnEntryWithoutStatus() throws IOException {
		JournalAttendance entry = entries(entry("LateJustified")).get(0);
		assertThat(entry).isEqualTo(new JournalAttendance(LESSON, PUPIL, null, "LateJustified"));
		assertThat(entry.toString()).doesNotContain("Late").doesNotContain(PUPIL.value());
	}

	@Test
	void notSetIsNoEntry() throws IOException {
		assertThat(entries(entry("NotSet"))).isEmpty();
	}

	@Test
	void theSameEntryTwiceCountsOnceAndADifferentOneSpoilsTheAnswer() throws IOException {
		assertThat(entries(entry("Late"), entry("Late"))).hasSize(1);
		for (String other : List.of("Ill", "NotSet", "Strange")) {
			assertThatExceptionOfType(RecordException.class).isThrownBy(() -> entries(entry("Late"), entry(other)))
				.withMessageContaining("twice")
				.withMessageNotContaining(PUPIL.value());
		}
	}

	@Test
	void anEntryOfALessonThatWasNotAskedForSpoilsTheAnswer() {
		assertThatExceptionOfType(RecordException.class)
			.isThrownBy(() -> entries("{\"lesson\":9,\"person\":42,\"status\":\"Late\"}"))
			.withMessageContaining("not asked");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"logEntries\":[]}", "null", "[{\"lesson\":1000000000000000501,\"person\":42}]",
			"[{\"lesson\":1000000000000000501,\"person\":\"x\",\"status\":\"Late\"}]" })
	void whatCannotBeUnderstoodIsNoEmptyAnswer(String answer) throws IOException {
		AttendanceReading reading = reading(List.of(LESSON), ExcusedAbsence.ABSENT);
		JsonNode json = json(answer);
		assertThatExceptionOfType(RecordException.class)
			.isThrownBy(() -> reading.getRequests().get(0).sink().accept(json));
	}

	@Test
	void manyLessonsAreAskedForTogetherAndEachOnce() {
		List<LessonId> lessons = IntStream.range(0, 162).mapToObj((i) -> new LessonId("" + i / 2)).toList();
		List<String> paths = reading(lessons, ExcusedAbsence.ABSENT).getRequests()
			.stream()
			.map(KundelikRequest::path)
			.toList();
		assertThat(paths).hasSize(3);
		assertThat(paths.get(2)).isEqualTo("/v2/lesson-log-entries?lessons=80");
		assertThat(reading(List.of(), ExcusedAbsence.ABSENT).getRequests()).isEmpty();
	}

	@Test
	void anAnswerThatIsReadAgainTakesThePlaceOfTheFirst() throws IOException {
		AttendanceReading reading = reading(List.of(LESSON), ExcusedAbsence.ABSENT);
		KundelikRequest request = reading.getRequests().get(0);
		request.sink().accept(json("[" + entry("Late") + "]"));
		request.sink().accept(json("[" + entry("Ill") + "]"));
		assertThat(reading.getAttendance()).extracting(JournalAttendance::status).containsExactly(AttendanceStatus.ILL);
	}

	@Test
	void statusesThatCannotBeWrittenAreMissingAndUnknownWordsIgnored() throws IOException {
		assertThat(this.records.statuses(json("[\"Attend\",\"Pass\",\"Asleep\",\"NotSet\"]"), ExcusedAbsence.PASS))
			.containsExactlyInAnyOrder(AttendanceStatus.PRESENT, AttendanceStatus.EXCUSED);
		JsonNode objects = json("[{\"id\":1,\"status\":\"Attend\"}]");
		assertThatExceptionOfType(RecordException.class)
			.isThrownBy(() -> this.records.statuses(objects, ExcusedAbsence.PASS));
	}

	private AttendanceStatus read(String word, ExcusedAbsence excused) throws IOException {
		AttendanceReading reading = reading(List.of(LESSON), excused);
		reading.getRequests().get(0).sink().accept(json("[" + entry(word) + "]"));
		return reading.getAttendance().get(0).status();
	}

	private List<JournalAttendance> entries(String... entries) throws IOException {
		AttendanceReading reading = reading(List.of(LESSON), ExcusedAbsence.ABSENT);
		reading.getRequests().get(0).sink().accept(json("[" + String.join(",", entries) + "]"));
		return reading.getAttendance();
	}

	private AttendanceReading reading(List<LessonId> lessons, ExcusedAbsence excused) {
		return new AttendanceReading(this.records, new AttendanceQuestion(new ClassGroupId("70"), lessons), excused);
	}

	private static String entry(String status) {
		return "{\"lesson_str\":\"" + LESSON + "\",\"person_str\":\"" + PUPIL + "\",\"status\":\"" + status + "\"}";
	}

	private static JsonNode json(String text) throws IOException {
		return Json.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
	}

}
