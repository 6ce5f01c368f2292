package kz.kopir.rehearsal.kundelik;

import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.kundelik.KundelikSettings.LogEntryPostExisting;
import kz.kopir.rehearsal.kundelik.KundelikSettings.Switches;
import kz.kopir.rehearsal.world.LessonFacts;
import org.jspecify.annotations.Nullable;

/**
 * Putting, changing and removing an attendance. All checks are choices of the rehearsal,
 * as is what a second POST does; that the pupil of a PUT stands in the query is inferred.
 */
final class LogEntryWrites {

	private static final String PATH = "/lessons/{lesson}/log-entries";

	private final School school;

	private final LogBook book;

	private final Permission permission;

	private final Supplier<Switches> switches;

	private final LocalTimes times;

	LogEntryWrites(School school, LogBook book, Permission permission, Supplier<Switches> switches, LocalTimes times) {
		this.school = school;
		this.book = book;
		this.permission = permission;
		this.switches = switches;
		this.times = times;
	}

	void routes(Router router) {
		router.add("POST", PATH, this::post).add("PUT", PATH, this::put).add("DELETE", PATH, this::delete);
	}

	private Answer post(Request request) {
		LessonFacts lesson = lesson(request);
		JournalLogEntry entry = entry(request.body(), lesson, null);
		if (this.switches.get().logEntryPostExisting() == LogEntryPostExisting.OVERWRITE) {
			this.book.put(entry);
		}
		else if (!this.book.add(entry)) {
			throw Refusal.parameter("The parameter person has an entry for this lesson already");
		}
		return Json.one(entry, LogEntryReads::entry);
	}

	private Answer put(Request request) {
		LessonFacts lesson = lesson(request);
		JournalLogEntry entry = entry(request.body(), lesson, person(request));
		if (!this.book.replace(entry)) {
			throw missing(entry.personId());
		}
		return Json.one(entry, LogEntryReads::entry);
	}

	private Answer delete(Request request) {
		LessonFacts lesson = lesson(request);
		long personId = member(person(request), lesson);
		if (!this.book.remove(lesson.id(), personId)) {
			throw missing(personId);
		}
		return Answer.empty(200);
	}

	private LessonFacts lesson(Request request) {
		this.permission.read(request);
		LessonFacts lesson = this.school.lessonOrNull(request.id(0));
		if (lesson == null) {
			throw Refusal.parameter("The parameter lesson names no lesson of the timetable");
		}
		this.permission.write(request, lesson);
		return lesson;
	}

	private static long person(Request request) {
		return Request.number(request.parameter("person"));
	}

	private JournalLogEntry entry(JsonNode body, LessonFacts lesson, @Nullable Long asked) {
		if (!body.isObject()) {
			throw Refusal.request("The body must be a log entry");
		}
		if (body.has("lessonLogEntry")) {
			throw Refusal.request("The body must be the bare entry, not wrapped in \"lessonLogEntry\"");
		}
		same(body, "lesson", lesson.id());
		if (asked != null) {
			same(body, "person", asked);
		}
		else if (!body.path("person").isIntegralNumber()) {
			throw Refusal.parameter("The parameter person is required and must be an id");
		}
		long personId = member((asked != null) ? asked : body.path("person").longValue(), lesson);
		JsonNode status = body.path("status");
		if (!status.isTextual() || !Dictionary.LOG_STATUSES.contains(status.textValue())) {
			throw Refusal.parameter("The parameter status is not one of " + Dictionary.LOG_STATUSES);
		}
		JsonNode comment = body.path("comment");
		return new JournalLogEntry(lesson.id(), personId, status.textValue(),
				comment.isTextual() ? comment.textValue() : null, this.times.nowMicros());
	}

	private long member(long personId, LessonFacts lesson) {
		if (!this.school.belongs(personId, lesson.groupId())) {
			throw Refusal.parameter("The parameter person is not a pupil of the lesson's class group");
		}
		return personId;
	}

	private static void same(JsonNode body, String field, long id) {
		JsonNode value = body.path(field);
		if (!value.isMissingNode() && !value.isNull() && !(value.isIntegralNumber() && value.longValue() == id)) {
			throw Refusal.parameter("The parameter " + field + " is another one in the body than in the address");
		}
	}

	private static Refusal missing(long personId) {
		return Refusal.missing("entry of person", personId);
	}

}
