package kz.kopir.journal.kundelik;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.journal.JournalAttendance;
import kz.kopir.mapping.Fields;
import kz.kopir.mapping.Programs;
import kz.kopir.mapping.RecordException;
import kz.kopir.school.AttendanceStatus;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.Lesson;
import kz.kopir.school.LessonId;
import kz.kopir.school.PupilId;
import kz.kopir.school.TeacherId;

/**
 * Makes the records of attendance from Kundelik's answers with the mappings of
 * {@code mappings/kundelik}. As in {@link KundelikRecords} one record that cannot be
 * understood spoils the whole answer.
 */
final class AttendanceRecords {

	/** Kundelik's word for a pupil of whom nothing is recorded. */
	private static final String NOTHING = "NotSet";

	private final Programs programs;

	AttendanceRecords(Programs programs) {
		this.programs = programs;
	}

	/** Lessons with those who teach them by the timetable. */
	void lessons(JsonNode answer, ClassGroupId classGroup, BiConsumer<Lesson, Set<TeacherId>> sink) {
		for (JsonNode item : KundelikRecords.array(answer, "lessons")) {
			Fields fields = fields("kundelik/lesson.jq", item);
			Set<TeacherId> teachers = new HashSet<>();
			for (String id : fields.texts("teachers")) {
				KundelikRecords.number(id, "teachers");
				teachers.add(new TeacherId(id));
			}
			sink.accept(KundelikRecords.lesson(fields, classGroup), teachers);
		}
	}

	Bells bells(JsonNode answer) {
		return new Bells(this.programs.runOne("kundelik/bells.jq", answer));
	}

	/**
	 * Entries of the lessons that were asked for. An entry that comes twice with
	 * different words could be either.
	 */
	List<JournalAttendance> entries(JsonNode answer, Set<LessonId> asked, ExcusedAbsence excused) {
		Map<Cell, JournalAttendance> entries = new LinkedHashMap<>();
		for (JsonNode item : KundelikRecords.array(answer, "attendance")) {
			Fields fields = fields("kundelik/log-entry.jq", item);
			Cell cell = new Cell(new LessonId(KundelikRecords.id(fields, "lesson")),
					new PupilId(KundelikRecords.id(fields, "pupil")));
			if (!asked.contains(cell.lesson())) {
				throw new RecordException("lesson " + cell.lesson(), "was not asked for");
			}
			String said = fields.text("status").trim();
			JournalAttendance entry = new JournalAttendance(cell.lesson(), cell.pupil(), excused.status(said), said);
			JournalAttendance before = entries.putIfAbsent(cell, entry);
			if (before != null && !before.equals(entry)) {
				throw new RecordException("attendance on lesson " + cell.lesson(),
						"came twice for one pupil with different statuses");
			}
		}
		return entries.values().stream().filter((entry) -> !NOTHING.equals(entry.said())).toList();
	}

	/** The statuses that can be written; a word that is not known is none of them. */
	Set<AttendanceStatus> statuses(JsonNode answer, ExcusedAbsence excused) {
		Set<AttendanceStatus> statuses = EnumSet.noneOf(AttendanceStatus.class);
		for (JsonNode word : KundelikRecords.array(answer, "statuses")) {
			if (!word.isTextual()) {
				throw new RecordException("statuses", "is not a list of words");
			}
			AttendanceStatus status = excused.status(word.textValue());
			if (status != null) {
				statuses.add(status);
			}
		}
		return statuses;
	}

	private Fields fields(String program, JsonNode item) {
		return new Fields(this.programs.runOne(program, item));
	}

	private record Cell(LessonId lesson, PupilId pupil) {
	}

}
