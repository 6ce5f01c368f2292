package kz.kopir.rehearsal.kundelik;

import java.util.function.Supplier;

import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.kundelik.KundelikSettings.Switches;
import kz.kopir.rehearsal.kundelik.KundelikSettings.WorksWithMarks;
import kz.kopir.rehearsal.world.LessonFacts;
import org.jspecify.annotations.Nullable;

/**
 * Making, changing and deleting works. There is no idempotency: the same body twice makes
 * two works.
 */
final class WorkWrites {

	private final School school;

	private final Journal journal;

	private final Permission permission;

	private final Supplier<Switches> switches;

	private final LocalTimes times;

	WorkWrites(School school, Journal journal, Permission permission, Supplier<Switches> switches, LocalTimes times) {
		this.school = school;
		this.journal = journal;
		this.permission = permission;
		this.switches = switches;
		this.times = times;
	}

	void routes(Router router) {
		router.add("POST", "/works", this::create)
			.add("PUT", "/works/{work}", this::change)
			.add("DELETE", "/works/{work}", this::delete);
	}

	private Answer create(Request request) {
		WorkBody body = new WorkBody(request.body());
		LessonFacts lesson = lesson(body.lessonId());
		this.permission.write(request, lesson);
		JournalWork draft = new JournalWork(0, lesson.id(), lesson.date(), lesson.groupId(), lesson.subjectId(),
				Dictionary.HOMEWORK, 0, "Mark10", 0, false, "New", "", 0, false, null, this.times.nowText(),
				request.account().userId());
		JournalWork work = this.journal.addWork(body.applyTo(draft, lesson, this.school.termOn(lesson.date())));
		return Json.one(work, WorkReads::work);
	}

	private Answer change(Request request) {
		JournalWork before = found(request);
		this.permission.write(request, this.school.lesson(before.lessonId()));
		WorkBody body = new WorkBody(request.body());
		Long lessonId = body.lessonId();
		LessonFacts lesson = lesson((lessonId != null) ? lessonId : before.lessonId());
		if (lesson.groupId() != before.groupId() || lesson.subjectId() != before.subjectId()) {
			throw Refusal.parameter("The parameter lesson must be of the same class group and subject as before");
		}
		this.permission.write(request, lesson);
		JournalWork after = body.applyTo(before, lesson, this.school.termOn(lesson.date()));
		boolean marked = !this.journal.marksOfWork(before.id()).isEmpty();
		if (marked && (!after.markType().equals(before.markType()) || !after.takesMarks())) {
			throw Refusal.parameter("The work has marks: markType, markCount and displayInJournal must suit them");
		}
		this.journal.changeWork(after);
		return Json.one(after, WorkReads::work);
	}

	private Answer delete(Request request) {
		JournalWork work = found(request);
		this.permission.write(request, this.school.lesson(work.lessonId()));
		boolean withMarks = this.switches.get().worksDeleteWithMarks() == WorksWithMarks.ALLOW;
		if (!this.journal.removeWork(work.id(), withMarks)) {
			throw Refusal.parameter("The work has marks and cannot be deleted");
		}
		return Answer.empty(200);
	}

	private JournalWork found(Request request) {
		JournalWork work = this.journal.work(request.id(0));
		if (work == null) {
			throw Refusal.missing("work", request.id(0));
		}
		return work;
	}

	private LessonFacts lesson(@Nullable Long id) {
		if (id == null) {
			throw Refusal.parameter("The parameter lesson is required");
		}
		LessonFacts lesson = this.school.lessonOrNull(id);
		if (lesson == null) {
			throw Refusal.parameter("The parameter lesson names no lesson of the timetable");
		}
		return lesson;
	}

}
