package kz.kopir.rehearsal.kundelik;

import java.io.IOException;
import java.time.LocalTime;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;
import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.world.GroupFacts;

/**
 * The bells, in PascalCase: lessons of 45 minutes with breaks of 10, the first shift from
 * 08:00, the second from 13:30.
 */
final class TimetableReads {

	private static final long FIRST_ID = 1_640_000_000_000_000_201L;

	private static final int LESSONS = 8;

	private static final int LESSON_MINUTES = 45;

	private static final int BREAK_MINUTES = 10;

	private static final List<String> DAYS = List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
			"Saturday");

	private final Permission permission;

	TimetableReads(Permission permission) {
		this.permission = permission;
	}

	static long id(int shift) {
		return FIRST_ID + shift;
	}

	void routes(Router router) {
		router.add("GET", "/schools/{school}/timetables", this::ofSchool)
			.add("GET", "/edu-groups/{group}/timetables", this::ofGroup);
	}

	private Answer ofSchool(Request request) {
		this.permission.readSchool(request, request.id(0));
		return Json.array(List.of(1, 2), TimetableReads::timetable);
	}

	private Answer ofGroup(Request request) {
		GroupFacts group = this.permission.read(request).group(request.id(0));
		if (group.parentId() != null) {
			// its edu-group has no timetable either
			throw Refusal.missing("timetable of the subgroup", group.id());
		}
		return Json.one(group.shift(), TimetableReads::timetable);
	}

	private static void timetable(JsonGenerator out, int shift) throws IOException {
		LocalTime start = (shift == 1) ? LocalTime.of(8, 0) : LocalTime.of(13, 30);
		out.writeStartObject();
		out.writeStringField("Name", shift + " смена");
		out.writeStringField("Start", start.toString());
		out.writeNumberField("FirstLessonNumber", 1);
		out.writeFieldName("Items");
		out.writeStartArray();
		for (int number = 1; number <= LESSONS; number++) {
			LocalTime from = start.plusMinutes((number - 1L) * (LESSON_MINUTES + BREAK_MINUTES));
			out.writeStartObject();
			out.writeNumberField("Id", id(shift) + number * 100L);
			out.writeStringField("Start", from.toString());
			out.writeStringField("Finish", from.plusMinutes(LESSON_MINUTES).toString());
			out.writeStringField("Name", number + " урок");
			out.writeStringField("Type", "Lesson");
			out.writeFieldName("DaysOfWeek");
			Json.array(out, DAYS, JsonGenerator::writeString);
			out.writeNumberField("LessonNumber", number);
			out.writeEndObject();
		}
		out.writeEndArray();
		out.writeEndObject();
	}

}
