package kz.kopir.rehearsal.kundelik;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;
import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.world.GroupFacts;
import kz.kopir.rehearsal.world.LessonFacts;

/**
 * Reads of attendance. A period means the days of the lessons.
 */
final class LogEntryReads {

	/**
	 * Clients of the same product ask a pupil's attendance in windows of so many days.
	 */
	static final int LONGEST_PERIOD_OF_PERSON = 30;

	private static final int MOST_FRACTION_DIGITS = 7;

	private final School school;

	private final LogBook book;

	private final LessonReads lessons;

	private final Permission permission;

	LogEntryReads(School school, LogBook book, LessonReads lessons, Permission permission) {
		this.school = school;
		this.book = book;
		this.lessons = lessons;
		this.permission = permission;
	}

	void routes(Router router) {
		router.add("GET", "/lessons/{lesson}/log-entries", this::ofLesson)
			.add("GET", "/lesson-log-entries", this::ofLessons)
			.add("GET", "/lesson-log-entries/group/{group}", this::ofGroup)
			.add("GET", "/persons/{person}/lesson-log-entries", this::ofPerson);
	}

	private Answer ofLesson(Request request) {
		return entries(List.of(this.permission.read(request).lesson(request.id(0))));
	}

	private Answer ofLessons(Request request) {
		School read = this.permission.read(request);
		List<String> wanted = request.call().query().getOrDefault("lessons", List.of());
		if (wanted.isEmpty()) {
			throw Refusal.parameter("The parameter lessons is required");
		}
		return entries(wanted.stream().map((id) -> read.lesson(Request.number(id))).distinct().toList());
	}

	private Answer ofGroup(Request request) {
		GroupFacts group = this.permission.read(request).group(request.id(0));
		long subject = this.school.subject(Request.number(request.parameter("subject"))).id();
		Request.Period period = request.period("from", "to", Request.LONGEST_PERIOD_DAYS);
		return entries(this.school.lessons(group.id(), period)
			.stream()
			.filter((lesson) -> lesson.subjectId() == subject)
			.toList());
	}

	private Answer entries(List<LessonFacts> lessons) {
		List<JournalLogEntry> entries = new ArrayList<>();
		lessons.forEach((lesson) -> entries.addAll(this.book.ofLesson(lesson.id())));
		return Json.array(entries, LogEntryReads::entry);
	}

	/** Not a bare array: the entries and their lessons. */
	private Answer ofPerson(Request request) {
		long personId = this.permission.read(request).pupil(request.id(0)).personId();
		Request.Period period = request.period("startDate", "endDate", LONGEST_PERIOD_OF_PERSON);
		List<JournalLogEntry> entries = new ArrayList<>();
		List<LessonFacts> lessons = new ArrayList<>();
		for (GroupFacts group : this.school.groups()) {
			if (this.school.belongs(personId, group.id())) {
				for (LessonFacts lesson : this.school.lessons(group.id(), period)) {
					JournalLogEntry entry = this.book.entry(lesson.id(), personId);
					if (entry != null) {
						entries.add(entry);
						lessons.add(lesson);
					}
				}
			}
		}
		return Json.ok((out) -> {
			out.writeStartObject();
			out.writeFieldName("logEntries");
			Json.array(out, entries, LogEntryReads::entry);
			out.writeFieldName("lessons");
			Json.array(out, lessons, this.lessons::lesson);
			out.writeEndObject();
		});
	}

	static void entry(JsonGenerator out, JournalLogEntry entry) throws IOException {
		out.writeStartObject();
		Json.id(out, "person", entry.personId());
		Json.id(out, "lesson", entry.lessonId());
		Json.text(out, "comment", entry.comment());
		out.writeStringField("status", entry.status());
		out.writeStringField("createdDate",
				MarkReads.zoneless(entry.written(), (int) (entry.personId() % MOST_FRACTION_DIGITS)));
		out.writeEndObject();
	}

}
