package kz.kopir.rehearsal.kundelik;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.kundelik.KundelikSettings.Switches;
import kz.kopir.rehearsal.world.LessonFacts;

/**
 * Putting a mark. All checks are choices of the rehearsal, as is the body: Kundelik's
 * list shows none. There is no call that clears a mark.
 */
final class MarkWrites {

	private final School school;

	private final Journal journal;

	private final Permission permission;

	private final Supplier<Switches> switches;

	private final LocalTimes times;

	MarkWrites(School school, Journal journal, Permission permission, Supplier<Switches> switches, LocalTimes times) {
		this.school = school;
		this.journal = journal;
		this.permission = permission;
		this.switches = switches;
		this.times = times;
	}

	void routes(Router router) {
		router.add("POST", "/persons/{person}/works/{work}/mark", this::put);
	}

	private Answer put(Request request) {
		long personId = this.permission.read(request).pupil(request.id(0)).personId();
		JournalWork work = this.journal.work(request.id(1));
		if (work == null) {
			throw Refusal.missing("work", request.id(1));
		}
		LessonFacts lesson = this.school.lesson(work.lessonId());
		this.permission.write(request, lesson);
		JsonNode body = request.body();
		String value = value(body, work);
		int number = number(body, work);
		if (!this.school.belongs(personId, lesson.groupId())) {
			throw Refusal.parameter("The parameter person is not a pupil of the lesson's class group");
		}
		JournalMark mark = this.journal.putMark(work.id(), personId, number, value, this.times.nowMicros(),
				this.switches.get().markRepost());
		if (mark == null) {
			throw Refusal.parameter("The pupil has a mark for this work already");
		}
		return Json.ok((out) -> MarkReads.mark(out, mark, work));
	}

	private static String value(JsonNode body, JournalWork work) {
		JsonNode value = body.get("value");
		if (value == null || !value.isTextual()) {
			throw Refusal.parameter("The parameter value is required and must be a text");
		}
		List<String> allowed = Objects.requireNonNull(Dictionary.markValues(work.markType()));
		if (!allowed.contains(value.textValue())) {
			throw Refusal.parameter("The parameter value is not a value of " + work.markType());
		}
		if (!work.takesMarks()) {
			throw Refusal
				.parameter("The work takes no marks: it must have displayInJournal true and a markCount of at least 1");
		}
		return value.textValue();
	}

	private static int number(JsonNode body, JournalWork work) {
		JsonNode number = body.get("number");
		if (number == null || number.isNull()) {
			return 0;
		}
		if (!number.isInt() || number.intValue() < 0 || number.intValue() >= work.markCount()) {
			throw Refusal.parameter("The parameter number must be below the work's markCount, from 0");
		}
		return number.intValue();
	}

}
