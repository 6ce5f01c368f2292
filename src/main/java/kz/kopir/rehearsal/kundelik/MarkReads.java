package kz.kopir.rehearsal.kundelik;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import com.fasterxml.jackson.core.JsonGenerator;
import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.world.LessonFacts;

/**
 * Reads of marks. A period means the days of the lessons.
 */
final class MarkReads {

	private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

	private static final int MOST_FRACTION_DIGITS = 7;

	private final School school;

	private final Journal journal;

	private final Permission permission;

	MarkReads(School school, Journal journal, Permission permission) {
		this.school = school;
		this.journal = journal;
		this.permission = permission;
	}

	void routes(Router router) {
		router.add("GET", "/marks/{mark}", this::one)
			.add("GET", "/works/{work}/marks", this::ofWork)
			.add("GET", "/lessons/{lesson}/marks", this::ofLesson)
			.add("GET", "/edu-groups/{group}/marks/{from}/{to}", this::ofGroup)
			.add("GET", "/edu-groups/{group}/subjects/{subject}/marks/{from}/{to}", this::ofSubject)
			.add("GET", "/persons/{person}/schools/{school}/marks/{from}/{to}", this::ofPerson);
	}

	private Answer one(Request request) {
		this.permission.read(request);
		JournalMark mark = this.journal.markOrNull(request.id(0));
		JournalWork work = (mark != null) ? this.journal.work(mark.workId()) : null;
		if (mark == null || work == null) {
			throw Refusal.missing("mark", request.id(0));
		}
		return Json.ok((out) -> mark(out, mark, work));
	}

	private Answer ofWork(Request request) {
		this.permission.read(request);
		JournalWork work = this.journal.work(request.id(0));
		if (work == null) {
			throw Refusal.missing("work", request.id(0));
		}
		return ofWorks(List.of(work));
	}

	private Answer ofLesson(Request request) {
		LessonFacts lesson = this.permission.read(request).lesson(request.id(0));
		return ofWorks(this.journal.worksOfLesson(lesson.id()));
	}

	private Answer ofGroup(Request request) {
		return ofLessons(this.permission.read(request).lessons(request.id(0), request.period(1)), (lesson) -> true);
	}

	private Answer ofSubject(Request request) {
		long subject = this.permission.read(request).subject(request.id(1)).id();
		return ofLessons(this.school.lessons(request.id(0), request.period(2)),
				(lesson) -> lesson.subjectId() == subject);
	}

	private Answer ofLessons(List<LessonFacts> lessons, Predicate<LessonFacts> wanted) {
		List<JournalWork> works = new ArrayList<>();
		lessons.stream().filter(wanted).forEach((lesson) -> works.addAll(this.journal.worksOfLesson(lesson.id())));
		return ofWorks(works);
	}

	private Answer ofWorks(List<JournalWork> works) {
		return Json.ok((out) -> {
			out.writeStartArray();
			for (JournalWork work : works) {
				for (JournalMark mark : this.journal.marksOfWork(work.id())) {
					mark(out, mark, work);
				}
			}
			out.writeEndArray();
		});
	}

	private Answer ofPerson(Request request) {
		long personId = this.permission.readSchool(request, request.id(1)).pupil(request.id(0)).personId();
		Request.Period period = request.period(2);
		return Json.ok((out) -> {
			out.writeStartArray();
			for (JournalMark mark : this.journal.marksOfPerson(personId)) {
				JournalWork work = this.journal.work(mark.workId());
				if (work != null && period.contains(work.lessonDate())) {
					mark(out, mark, work);
				}
			}
			out.writeEndArray();
		});
	}

	static void mark(JsonGenerator out, JournalMark mark, JournalWork work) throws IOException {
		out.writeStartObject();
		Json.id(out, "id", mark.id());
		out.writeStringField("type", work.markType());
		out.writeStringField("value", mark.value());
		out.writeStringField("textValue", mark.value());
		Json.id(out, "person", mark.personId());
		Json.id(out, "work", mark.workId());
		Json.id(out, "lesson", work.lessonId());
		out.writeNumberField("number", mark.number());
		out.writeStringField("date", zoneless(mark.written(), (int) (mark.id() % MOST_FRACTION_DIGITS)));
		out.writeNumberField("workType", work.workTypeId());
		out.writeStringField("mood", mood(mark.value(), work.markType()));
		out.writeBooleanField("use_avg_calc", true);
		out.writeNullField("indicator");
		out.writeEndObject();
	}

	/**
	 * A time without an offset and with a fraction of some length, none included.
	 * @param time local time
	 * @param digits how many digits the fraction has, 0 to 6
	 * @return the text
	 */
	static String zoneless(LocalDateTime time, int digits) {
		String seconds = SECONDS.format(time);
		if (digits == 0) {
			return seconds;
		}
		return seconds + "." + String.format(Locale.ROOT, "%06d", time.getNano() / 1000).substring(0, digits);
	}

	private static String mood(String value, String markType) {
		if (!markType.equals("Mark10") || !value.matches("[0-9]{1,3}")) {
			return "NotSet";
		}
		int number = Integer.parseInt(value);
		return (number >= 8) ? "Good" : (number >= 5) ? "Average" : "Bad";
	}

}
