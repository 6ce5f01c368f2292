package kz.kopir.rehearsal.kundelik;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;
import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.world.PupilFacts;
import org.jspecify.annotations.Nullable;

/**
 * Reads of works and their tasks. A task for each pupil stands only under homework; it is
 * told from the work, nothing of it is kept.
 */
final class WorkReads {

	private static final long FIRST_TASK = 2_600_000_000_000_000_001L;

	/** More than a class group has pupils. */
	private static final int TASKS_PER_WORK = 1000;

	private final School school;

	private final Journal journal;

	private final Permission permission;

	WorkReads(School school, Journal journal, Permission permission) {
		this.school = school;
		this.journal = journal;
		this.permission = permission;
	}

	void routes(Router router) {
		router.add("GET", "/works", this::ofLessonParameter)
			.add("GET", "/lessons/{lesson}/works", (request) -> ofLesson(request, request.id(0)))
			.add("GET", "/works/{work}", (request) -> Json.one(found(request, request.id(0)), WorkReads::work))
			.add("POST", "/works/many", this::many)
			.add("GET", "/works/{work}/tasks", this::tasks);
	}

	private Answer ofLessonParameter(Request request) {
		String lesson = request.call().parameter("lesson");
		if (lesson == null) {
			throw Refusal.parameter("The parameter lesson is required");
		}
		return ofLesson(request, Request.number(lesson));
	}

	private Answer ofLesson(Request request, long lessonId) {
		this.permission.read(request).lesson(lessonId);
		return Json.array(this.journal.worksOfLesson(lessonId), WorkReads::work);
	}

	private Answer many(Request request) {
		return Json.array(request.ids().stream().map((id) -> found(request, id)).toList(), WorkReads::work);
	}

	private JournalWork found(Request request, long id) {
		this.permission.read(request);
		JournalWork work = this.journal.work(id);
		if (work == null) {
			throw Refusal.missing("work", id);
		}
		return work;
	}

	static void work(JsonGenerator out, JournalWork work) throws IOException {
		out.writeStartObject();
		Json.id(out, "id", work.id());
		out.writeStringField("type", work.type());
		out.writeNumberField("workType", work.workTypeId());
		out.writeStringField("markType", work.markType());
		out.writeNumberField("markCount", work.markCount());
		Json.id(out, "lesson", work.lessonId());
		out.writeBooleanField("displayInJournal", work.displayInJournal());
		out.writeStringField("status", work.status());
		Json.id(out, "eduGroup", work.groupId());
		out.writeNullField("tasks");
		out.writeStringField("text", work.text());
		out.writeNumberField("periodNumber", work.periodNumber());
		out.writeStringField("periodType", "Quarter");
		out.writeNumberField("subjectId", work.subjectId());
		out.writeBooleanField("isImportant", work.important());
		Json.text(out, "targetDate", work.targetDate());
		out.writeStringField("sentDate", work.sentDate());
		out.writeNumberField("createdBy", work.createdBy());
		emptyArray(out, "files");
		emptyArray(out, "oneDriveLinks");
		out.writeNullField("hasTest");
		out.writeEndObject();
	}

	private static void emptyArray(JsonGenerator out, String name) throws IOException {
		out.writeArrayFieldStart(name);
		out.writeEndArray();
	}

	private record Task(long id, long personId, JournalWork work) {
	}

	private Answer tasks(Request request) {
		JournalWork work = found(request, request.id(0));
		List<String> wanted = request.call().query().get("persons");
		List<Task> tasks = new ArrayList<>();
		if (work.type().equals(Dictionary.HOMEWORK)) {
			List<PupilFacts> pupils = this.school.pupilsOf(this.school.group(work.groupId()));
			for (int i = 0; i < pupils.size(); i++) {
				long personId = pupils.get(i).personId();
				if (isWanted(wanted, personId)) {
					tasks.add(new Task(FIRST_TASK + (work.id() - Journal.FIRST_WORK) * TASKS_PER_WORK + i, personId,
							work));
				}
			}
		}
		return Json.array(tasks, WorkReads::task);
	}

	private static boolean isWanted(@Nullable List<String> wanted, long personId) {
		return wanted == null || wanted.contains(Long.toString(personId));
	}

	private static void task(JsonGenerator out, Task task) throws IOException {
		out.writeStartObject();
		Json.id(out, "id", task.id());
		Json.id(out, "person", task.personId());
		Json.id(out, "work", task.work().id());
		out.writeStringField("status", "New");
		Json.text(out, "targetDate", task.work().targetDate());
		out.writeEndObject();
	}

}
