package kz.kopir.journal.kundelik;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.journal.LessonSlotQuestion;
import kz.kopir.journal.LessonSlots;
import kz.kopir.mapping.Json;
import kz.kopir.mapping.Programs;
import kz.kopir.mapping.RecordException;
import kz.kopir.school.ClassGroup;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.LessonSlot;
import kz.kopir.school.TeacherId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LessonSlotReadingTest {

	/** A Friday. */
	private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

	private static final ClassGroup CLASS = new ClassGroup(new ClassGroupId("70"), "7", 7, null);

	private static final ClassGroup SUBGROUP = new ClassGroup(new ClassGroupId("71"), "7/1", 7, CLASS.id());

	private final AttendanceRecords records = new AttendanceRecords(
			new Programs(new DefaultResourceLoader(), "file:mappings"));

	@Test
	void aClassAndItsSubgroupsShareOneRequestForTheBells() {
		assertThat(reading(SUBGROUP, CLASS).getRequests()).extracting(KundelikRequest::path)
			.containsExactlyInAnyOrder("/v2/edu-groups/70/timetables",
					"/v2/edu-groups/70/lessons/2026-11-20/2026-11-20",
					"/v2/edu-groups/71/lessons/2026-11-20/2026-11-20");
	}

	@Test
	void aLessonHasTheTimeOfItsNumberInAlmatyAndItsTeachers() throws IOException {
		LessonSlots read = read("{\"FirstLessonNumber\":1,\"Items\":[" + bell(1, "08:00", "08:45", "") + ","
				+ bell(2, "08:55:00", "09:40:00", "\"Friday\"") + "]}", 2);
		assertThat(read.withoutTime()).isEmpty();
		assertThat(read.slots()).singleElement().satisfies((slot) -> {
			assertThat(slot.start()).isEqualTo(Instant.parse("2026-11-20T03:55:00Z"));
			assertThat(slot.end()).isEqualTo(Instant.parse("2026-11-20T04:40:00Z"));
			assertThat(slot.firstBell()).isEqualTo("08:00");
			assertThat(slot.teachers()).containsExactlyInAnyOrder(new TeacherId("1000000000000000007"),
					new TeacherId("1000002593966"));
			assertThat(slot.lesson().classGroup()).isEqualTo(SUBGROUP.id());
		});
	}

	@ParameterizedTest
	@CsvSource({ "08:00, 08:45", "13:30, 14:15" })
	void theFirstBellOfTheClassIsTold(LocalTime start, LocalTime finish) throws IOException {
		LessonSlots read = read("{\"FirstLessonNumber\":0,\"Items\":[" + bell(2, "14:30", "15:15", "") + ","
				+ bell(0, start.toString(), finish.toString(), "") + "]}", 2);
		assertThat(read.slots()).extracting(LessonSlot::firstBell).containsExactly(start);
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "{\"Items\":[]}",
			"{\"Items\":[{\"LessonNumber\":1,\"Start\":\"08:00\",\"Finish\":\"08:45\"}]}",
			"{\"Items\":[{\"LessonNumber\":2,\"Start\":\"08:00\",\"Finish\":\"08:45\",\"DaysOfWeek\":[\"Monday\"]}]}",
			"{\"Items\":[{\"LessonNumber\":2,\"Start\":\"08:00\",\"Finish\":\"08:45\",\"DaysOfWeek\":[\"5\"]}]}",
			"{\"Items\":[{\"LessonNumber\":2,\"Start\":\"08:00\",\"Finish\":\"08:45\"},"
					+ "{\"LessonNumber\":2,\"Start\":\"09:00\",\"Finish\":\"09:45\"}]}" })
	void aLessonWithoutOneBellIsWithoutTime(String bells) throws IOException {
		LessonSlots read = read(bells, 2);
		assertThat(read.slots()).isEmpty();
		assertThat(read.withoutTime()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "{\"type\":\"apiServerError\",\"description\":\"x\"}",
			"{\"Items\":[{\"LessonNumber\":2,\"Start\":\"25:00\",\"Finish\":\"08:45\"}]}",
			"{\"Items\":[{\"LessonNumber\":2,\"Start\":\"08:45\",\"Finish\":\"08:45\"}]}",
			"{\"FirstLessonNumber\":0,\"Items\":[{\"LessonNumber\":1,\"Start\":\"08:00\",\"Finish\":\"08:45\"}]}" })
	void bellsThatCannotBeUnderstoodSpoilTheAnswer(String bells) throws IOException {
		KundelikRequest request = reading(CLASS).getRequests().get(0);
		JsonNode json = json(bells);
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> request.sink().accept(json));
	}

	@Test
	void aTeacherWhoseIdIsNoneSpoilsTheAnswer() throws IOException {
		KundelikRequest request = reading(CLASS).getRequests().get(1);
		JsonNode json = json("[{\"id\":5,\"date\":\"2026-11-20T00:00:00\",\"number\":1,\"subject\":{\"id\":4},"
				+ "\"teachers\":[null]}]");
		assertThatExceptionOfType(RecordException.class).isThrownBy(() -> request.sink().accept(json))
			.withMessageContaining("teachers");
	}

	private LessonSlots read(String bells, int number) throws IOException {
		LessonSlotReading reading = reading(SUBGROUP);
		List<KundelikRequest> requests = reading.getRequests();
		requests.get(0).sink().accept(json(bells));
		for (int i = 0; i < 2; i++) {
			requests.get(1)
				.sink()
				.accept(json("[{\"id\":1000000000000000501,\"date\":\"2026-11-20T00:00:00\",\"number\":" + number
						+ ",\"subject\":{\"id\":4},\"teachers\":[1000000000000000007,1000002593966]}]"));
		}
		return reading.getLessonSlots();
	}

	private LessonSlotReading reading(ClassGroup... classGroups) {
		return new LessonSlotReading(this.records, new LessonSlotQuestion(List.of(classGroups), DAY, DAY), 120,
				ZoneId.of("Asia/Almaty"));
	}

	private static String bell(int number, String start, String finish, String days) {
		return "{\"LessonNumber\":" + number + ",\"Start\":\"" + start + "\",\"Finish\":\"" + finish
				+ "\",\"DaysOfWeek\":[" + days + "]}";
	}

	private static JsonNode json(String text) throws IOException {
		return Json.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
	}

}
