package kz.kopir.sync;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import kz.kopir.journal.ClassGroupJournal;
import kz.kopir.journal.CriteriaJournal;
import kz.kopir.journal.CriteriaQuestion;
import kz.kopir.journal.JournalCriteriaMark;
import kz.kopir.school.CriteriaSection;
import kz.kopir.journal.JournalAnswer;
import kz.kopir.journal.JournalMark;
import kz.kopir.journal.JournalQuestion;
import kz.kopir.journal.JournalWork;
import kz.kopir.journal.JournalWrite;
import kz.kopir.problem.ProblemCode;
import kz.kopir.school.Lesson;
import kz.kopir.school.LessonId;
import kz.kopir.school.PupilId;
import kz.kopir.school.WorkId;

/**
 * A journal in memory: a work that is posted twice stands there twice, and a mark that is
 * posted twice does what nobody knows of the real one.
 */
final class MemoryJournal {

	final Map<WorkId, JournalWork> works = new LinkedHashMap<>();

	final List<JournalMark> marks = new ArrayList<>();

	final List<CriteriaSection> sections = new ArrayList<>();

	final Map<CriteriaView.Cell, Integer> scores = new LinkedHashMap<>();

	private final List<Lesson> lessons;

	private final Repost repost;

	private int last = 5000;

	MemoryJournal(List<Lesson> lessons, Repost repost) {
		this.lessons = lessons;
		this.repost = repost;
	}

	ClassGroupJournal read(JournalQuestion question) {
		List<Lesson> read = this.lessons.stream()
			.filter((lesson) -> !lesson.date().isBefore(question.from()) && !lesson.date().isAfter(question.to()))
			.toList();
		Set<LessonId> days = read.stream().map(Lesson::id).collect(Collectors.toSet());
		List<JournalWork> shown = this.works.values().stream().filter((work) -> days.contains(work.lesson())).toList();
		Set<WorkId> ids = shown.stream().map(JournalWork::id).collect(Collectors.toSet());
		return new ClassGroupJournal(question, read, shown,
				this.marks.stream().filter((mark) -> ids.contains(mark.work())).toList());
	}

	/** What the criteria journal holds; asking for nothing gets nothing. */
	CriteriaJournal read(CriteriaQuestion question) {
		List<CriteriaSection> asked = this.sections.stream()
			.filter((section) -> question.places()
				.contains(new CriteriaQuestion.Place(section.subject(), section.term())))
			.toList();
		Set<String> ids = asked.stream().map(CriteriaSection::id).collect(Collectors.toSet());
		List<JournalCriteriaMark> shown = new ArrayList<>();
		this.scores.forEach((cell, score) -> {
			if (ids.contains(cell.section())) {
				shown.add(new JournalCriteriaMark("m" + shown.size(), cell.section(), cell.pupil(), score));
			}
		});
		return new CriteriaJournal(asked, shown, null);
	}

	JournalAnswer write(JournalWrite write) {
		if (write instanceof JournalWrite.PutCriteriaMark score) {
			this.scores.put(new CriteriaView.Cell(score.section(), score.pupil()), score.value());
			return new JournalAnswer.Taken(write.delivery(), null);
		}
		if (write instanceof JournalWrite.PutWork work) {
			WorkId existing = work.existing();
			if (existing != null && !this.works.containsKey(existing)) {
				return refused(write);
			}
			WorkId id = (existing != null) ? existing : new WorkId(nextId());
			this.works.put(id, new JournalWork(id, work.lesson(), work.homework(), work.text(), work.target()));
			return new JournalAnswer.Taken(write.delivery(), id.value());
		}
		JournalWrite.PutMark mark = (JournalWrite.PutMark) write;
		List<JournalMark> before = marksOf(mark.work(), mark.pupil());
		if (!this.works.containsKey(mark.work()) || (this.repost == Repost.REJECT && !before.isEmpty())) {
			return refused(write);
		}
		if (this.repost == Repost.OVERWRITE && !before.isEmpty()) {
			this.marks.remove(before.get(0));
			return new JournalAnswer.Taken(write.delivery(),
					put(before.get(0).id(), mark.work(), mark.pupil(), String.valueOf(mark.mark())));
		}
		return new JournalAnswer.Taken(write.delivery(),
				put(nextId(), mark.work(), mark.pupil(), String.valueOf(mark.mark())));
	}

	/** Somebody writes by hand. */
	WorkId workByHand(Lesson lesson, String text) {
		WorkId id = new WorkId(nextId());
		this.works.put(id, new JournalWork(id, lesson.id(), true, text, lesson.date()));
		return id;
	}

	/** Somebody writes a mark by hand, in place of the one that stands there. */
	void markByHand(WorkId work, PupilId pupil, String value) {
		this.marks.removeAll(marksOf(work, pupil));
		put(nextId(), work, pupil, value);
	}

	String put(String id, WorkId work, PupilId pupil, String value) {
		this.marks.add(new JournalMark(id, work, pupil, value));
		return id;
	}

	List<JournalMark> marksOf(WorkId work, PupilId pupil) {
		return this.marks.stream().filter((mark) -> mark.work().equals(work) && mark.pupil().equals(pupil)).toList();
	}

	String nextId() {
		return String.valueOf(++this.last);
	}

	private static JournalAnswer refused(JournalWrite write) {
		return new JournalAnswer.Refused(write.delivery(), ProblemCode.JOURNAL_REFUSED, "400 parameterInvalid");
	}

	/** What becomes of a second mark of the same pupil on the same work. */
	enum Repost {

		OVERWRITE, APPEND, REJECT

	}

}
