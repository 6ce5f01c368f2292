package kz.kopir.journal.kundelik;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.journal.AttendanceQuestion;
import kz.kopir.journal.JournalAttendance;
import kz.kopir.school.LessonId;

/**
 * What attendance Kundelik holds on some lessons, while it is read: many lessons with
 * each request.
 */
public final class AttendanceReading {

	/** Keeps the address far below the 4 kB that any server takes. */
	private static final int LESSONS_PER_REQUEST = 40;

	private final AttendanceRecords records;

	private final List<LessonId> lessons;

	private final ExcusedAbsence excused;

	private final Map<List<LessonId>, List<JournalAttendance>> answers = new LinkedHashMap<>();

	AttendanceReading(AttendanceRecords records, AttendanceQuestion question, ExcusedAbsence excused) {
		this.records = records;
		this.lessons = question.lessons().stream().distinct().toList();
		this.excused = excused;
	}

	/** Everything that is to be asked. */
	public List<KundelikRequest> getRequests() {
		List<KundelikRequest> requests = new ArrayList<>();
		for (int from = 0; from < this.lessons.size(); from += LESSONS_PER_REQUEST) {
			List<LessonId> some = this.lessons.subList(from, Math.min(from + LESSONS_PER_REQUEST, this.lessons.size()));
			String query = some.stream().map((lesson) -> "lessons=" + lesson).collect(Collectors.joining("&"));
			requests.add(new KundelikRequest("logEntries", "/v2/lesson-log-entries?" + query, null,
					(answer) -> accept(some, answer)));
		}
		return requests;
	}

	/** What was read. */
	public List<JournalAttendance> getAttendance() {
		return this.answers.values().stream().flatMap(List::stream).toList();
	}

	private void accept(List<LessonId> asked, JsonNode answer) {
		this.answers.put(asked, this.records.entries(answer, Set.copyOf(asked), this.excused));
	}

}
