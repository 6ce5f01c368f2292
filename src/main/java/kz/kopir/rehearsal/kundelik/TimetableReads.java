package kz.kopir.rehearsal.kundelik;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;
import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.world.Bells;
import kz.kopir.rehearsal.world.GroupFacts;

/**
 * The school's bells, in PascalCase.
 */
final class TimetableReads {

	private static final long FIRST_ID = 1_640_000_000_000_000_201L;

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
		out.writeStartObject();
		out.writeStringField("Name", shift + " смена");
		out.writeStringField("Start", Bells.start(shift, 1).toString());
		out.writeNumberField("FirstLessonNumber", 1);
		out.writeFieldName("Items");
		out.writeStartArray();
		for (int number = 1; number <= Bells.LESSONS; number++) {
			out.writeStartObject();
			out.writeNumberField("Id", id(shift) + number * 100L);
			out.writeStringField("Start", Bells.start(shift, number).toString());
			out.writeStringField("Finish", Bells.end(shift, number).toString());
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
