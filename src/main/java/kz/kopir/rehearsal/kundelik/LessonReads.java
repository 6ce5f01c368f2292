package kz.kopir.rehearsal.kundelik;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;
import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.world.LessonFacts;
import kz.kopir.rehearsal.world.SubjectFacts;

/**
 * Reads of lessons, each with its works in full.
 */
final class LessonReads {

	private final School school;

	private final Journal journal;

	private final Permission permission;

	LessonReads(School school, Journal journal, Permission permission) {
		this.school = school;
		this.journal = journal;
		this.permission = permission;
	}

	void routes(Router router) {
		router
			.add("GET", "/lessons/{lesson}",
					(request) -> Json.one(this.permission.read(request).lesson(request.id(0)), this::lesson))
			.add("POST", "/lessons/many", this::many)
			.add("GET", "/edu-groups/{group}/lessons/{from}/{to}", this::ofGroup)
			.add("GET", "/edu-groups/{group}/subjects/{subject}/lessons/{from}/{to}", this::ofSubject);
	}

	private Answer many(Request request) {
		School read = this.permission.read(request);
		return Json.array(request.ids().stream().map(read::lesson).toList(), this::lesson);
	}

	private Answer ofGroup(Request request) {
		return Json.array(this.permission.read(request).lessons(request.id(0), request.period(1)), this::lesson);
	}

	private Answer ofSubject(Request request) {
		SubjectFacts subject = this.permission.read(request).subject(request.id(1));
		List<LessonFacts> lessons = this.school.lessons(request.id(0), request.period(2))
			.stream()
			.filter((lesson) -> lesson.subjectId() == subject.id())
			.toList();
		return Json.array(lessons, this::lesson);
	}

	void lesson(JsonGenerator out, LessonFacts lesson) throws IOException {
		SubjectFacts subject = this.school.subject(lesson.subjectId());
		out.writeStartObject();
		Json.id(out, "id", lesson.id());
		out.writeNullField("title");
		Json.day(out, "date", lesson.date());
		out.writeNumberField("number", lesson.number());
		out.writeObjectFieldStart("subject");
		out.writeNumberField("id", subject.id());
		out.writeStringField("name", subject.name());
		out.writeEndObject();
		out.writeNumberField("group", lesson.groupId());
		out.writeNullField("status");
		out.writeNullField("resultPlaceId");
		out.writeFieldName("works");
		Json.array(out, this.journal.worksOfLesson(lesson.id()), WorkReads::work);
		out.writeFieldName("teachers");
		Json.array(out, lesson.teacherIds(), JsonGenerator::writeNumber);
		out.writeFieldName("teachers_str");
		Json.array(out, lesson.teacherIds(), (each, id) -> each.writeString(Long.toString(id)));
		out.writeBooleanField("isVirtual", false);
		out.writeEndObject();
	}

}
