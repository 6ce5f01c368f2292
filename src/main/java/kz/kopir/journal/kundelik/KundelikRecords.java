package kz.kopir.journal.kundelik;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.journal.JournalMark;
import kz.kopir.journal.JournalWork;
import kz.kopir.mapping.Fields;
import kz.kopir.mapping.Programs;
import kz.kopir.mapping.RecordException;
import kz.kopir.school.ClassGroup;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.Lesson;
import kz.kopir.school.LessonId;
import kz.kopir.school.Pupil;
import kz.kopir.school.PupilId;
import kz.kopir.school.Subject;
import kz.kopir.school.SubjectId;
import kz.kopir.school.Term;
import kz.kopir.school.WorkId;
import org.jspecify.annotations.Nullable;

/**
 * Makes the domain's records from Kundelik's answers with the mappings of
 * {@code mappings/kundelik}. Here, unlike with a source, one record that cannot be
 * understood spoils the whole answer: what the journal holds must be known completely
 * before anything is written.
 */
final class KundelikRecords {

	private static final int DATE_LENGTH = "2026-11-20".length();

	private final Programs programs;

	KundelikRecords(Programs programs) {
		this.programs = programs;
	}

	/** The account must see the school of the settings, and no other in its place. */
	void checkSchool(JsonNode answer, long school) {
		if (number(id(fields("kundelik/school.jq", answer), "id"), "id") != school) {
			throw new RecordException("id", "is not that of the school in the settings (journal.school-id)");
		}
	}

	/** The quarters; a row for the whole year is none. */
	List<Term> terms(JsonNode answer) {
		List<Term> terms = new ArrayList<>();
		for (JsonNode item : array(answer, "terms")) {
			Fields fields = fields("kundelik/term.jq", item);
			int number = fields.integer("number");
			if ("Quarter".equals(fields.text("type")) && number > 0) {
				terms.add(new Term(number, date(fields, "start"), date(fields, "finish")));
			}
		}
		return terms;
	}

	List<String> markValues(JsonNode answer) {
		List<String> values = new ArrayList<>();
		array(answer, "values of marks").forEach((value) -> values.add(value.asText()));
		return values;
	}

	List<ClassGroup> classGroups(JsonNode answer) {
		List<ClassGroup> classGroups = new ArrayList<>();
		for (JsonNode item : array(answer, "class groups")) {
			Fields fields = fields("kundelik/class-group.jq", item);
			if (!"Active".equals(fields.optionalText("status"))) {
				continue;
			}
			String parent = "Subgroup".equals(fields.optionalText("type")) ? fields.text("parent") : null;
			classGroups.add(new ClassGroup(new ClassGroupId(id(fields, "id")), fields.text("name"),
					fields.integer("grade"), (parent != null) ? new ClassGroupId(parent) : null));
		}
		return classGroups;
	}

	List<Subject> subjects(JsonNode answer) {
		List<Subject> subjects = new ArrayList<>();
		for (JsonNode item : array(answer, "subjects")) {
			Fields fields = fields("kundelik/subject.jq", item);
			subjects.add(new Subject(new SubjectId(id(fields, "id")), fields.text("name")));
		}
		return subjects;
	}

	/** Ids of the school's types of work by their kind; the first of a kind counts. */
	Map<String, String> workTypes(JsonNode answer) {
		Map<String, String> types = new HashMap<>();
		for (JsonNode item : array(answer, "types of work")) {
			Fields fields = fields("kundelik/work-type.jq", item);
			types.putIfAbsent(fields.text("kind"), id(fields, "id"));
		}
		return types;
	}

	ClassGroupId classGroupOf(JsonNode group) {
		return new ClassGroupId(id(fields("kundelik/class-group.jq", group), "id"));
	}

	/** Pupils who are members now; those in the archive have left. */
	List<Pupil> pupils(JsonNode students) {
		List<Pupil> pupils = new ArrayList<>();
		for (JsonNode student : array(students, "pupils")) {
			if (!"Archive".equals(student.path("membershipstatus").asText())) {
				Fields fields = fields("kundelik/pupil.jq", student.path("person"));
				pupils.add(new Pupil(new PupilId(id(fields, "id")),
						Objects.requireNonNullElse(fields.optionalText("lastName"), ""),
						Objects.requireNonNullElse(fields.optionalText("firstName"), ""),
						fields.optionalText("middleName")));
			}
		}
		return pupils;
	}

	void lessons(JsonNode answer, ClassGroupId classGroup, BiConsumer<Lesson, List<JournalWork>> sink) {
		for (JsonNode item : array(answer, "lessons")) {
			JsonNode mapped = this.programs.runOne("kundelik/lesson.jq", item);
			Fields fields = new Fields(mapped);
			LessonId lesson = new LessonId(id(fields, "id"));
			List<JournalWork> works = new ArrayList<>();
			for (JsonNode work : mapped.path("works")) {
				works.add(work(new Fields(work), lesson));
			}
			sink.accept(lesson(fields, classGroup), works);
		}
	}

	/** A lesson as {@code lesson.jq} made it. */
	static Lesson lesson(Fields fields, ClassGroupId classGroup) {
		return new Lesson(new LessonId(id(fields, "id")), date(fields, "date"), fields.integer("number"),
				new SubjectId(id(fields, "subject")), classGroup);
	}

	/** A mark that comes twice with different values could be either. */
	List<JournalMark> marks(JsonNode answer) {
		Map<String, JournalMark> marks = new LinkedHashMap<>();
		for (JsonNode item : array(answer, "marks")) {
			Fields fields = fields("kundelik/mark.jq", item);
			if (fields.optionalText("work") != null) {
				JournalMark mark = new JournalMark(id(fields, "id"), new WorkId(id(fields, "work")),
						new PupilId(id(fields, "pupil")), fields.text("value").trim());
				JournalMark before = marks.putIfAbsent(mark.id(), mark);
				if (before != null && !before.equals(mark)) {
					throw new RecordException("mark " + mark.id(), "came twice with different content");
				}
			}
		}
		return List.copyOf(marks.values());
	}

	private JournalWork work(Fields fields, LessonId lesson) {
		String target = fields.optionalText("target");
		return new JournalWork(new WorkId(id(fields, "id")), lesson, "Homework".equals(fields.optionalText("type")),
				Objects.requireNonNullElse(fields.optionalText("text"), ""),
				(target != null) ? date(fields, "target") : null);
	}

	/** A date-time without zone, of which only the day matters here. */
	private static LocalDate date(Fields fields, String field) {
		String text = fields.text(field);
		try {
			return LocalDate.parse((text.length() > DATE_LENGTH) ? text.substring(0, DATE_LENGTH) : text);
		}
		catch (DateTimeException ex) {
			throw new RecordException(field, "is not a day (yyyy-MM-dd...)");
		}
	}

	/** Ids are signed 64-bit numbers: anything else is not Kundelik's. */
	static String id(Fields fields, String field) {
		String text = fields.text(field);
		number(text, field);
		return text;
	}

	static long number(String id) {
		return number(id, "id");
	}

	static long number(String id, String field) {
		try {
			return Long.parseLong(id);
		}
		catch (NumberFormatException ex) {
			throw new RecordException(field, "is no id of Kundelik (a whole number of 64 bits)");
		}
	}

	private Fields fields(String program, JsonNode item) {
		return new Fields(this.programs.runOne(program, item));
	}

	static Iterable<JsonNode> array(@Nullable JsonNode answer, String what) {
		if (answer == null || !answer.isArray()) {
			throw new RecordException(what, "is not a list");
		}
		return answer;
	}

}
