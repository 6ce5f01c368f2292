package kz.kopir.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import kz.kopir.grading.WorkText;
import kz.kopir.journal.ClassGroupJournal;
import kz.kopir.journal.JournalMark;
import kz.kopir.journal.JournalWork;
import kz.kopir.school.Lesson;
import kz.kopir.school.LessonId;
import kz.kopir.school.PupilId;
import kz.kopir.school.WorkId;
import org.jspecify.annotations.Nullable;

/**
 * What the journal holds for a class group, found by what the gateway asks for.
 */
final class JournalView {

	private final ClassGroupJournal journal;

	private final Map<LessonId, Lesson> lessons = new HashMap<>();

	private final Map<String, JournalWork> worksById = new HashMap<>();

	private final Map<String, List<JournalWork>> worksByLink = new HashMap<>();

	private final Map<Cell, List<JournalMark>> marks = new HashMap<>();

	JournalView(ClassGroupJournal journal) {
		this.journal = journal;
		journal.lessons().forEach((lesson) -> this.lessons.put(lesson.id(), lesson));
		for (JournalWork work : journal.works()) {
			this.worksById.put(work.id().value(), work);
			WorkText.linkOf(work.text())
				.ifPresent((link) -> this.worksByLink.computeIfAbsent(link, (key) -> new ArrayList<>()).add(work));
		}
		journal.marks()
			.forEach((mark) -> this.marks
				.computeIfAbsent(new Cell(mark.work(), mark.pupil()), (key) -> new ArrayList<>(1))
				.add(mark));
	}

	ClassGroupJournal journal() {
		return this.journal;
	}

	/**
	 * The works of one coursework: by the id that the ledger knows, and by the
	 * coursework's link in their text. More than one means that it stands there twice.
	 */
	List<JournalWork> worksOf(@Nullable String journalId, @Nullable String link) {
		List<JournalWork> found = new ArrayList<>(
				(link != null) ? this.worksByLink.getOrDefault(link, List.of()) : List.of());
		JournalWork known = (journalId != null) ? this.worksById.get(journalId) : null;
		if (known != null && !found.contains(known)) {
			found.add(known);
		}
		return found;
	}

	String valueOf(JournalWork work) {
		Lesson lesson = this.lessons.get(work.lesson());
		if (lesson == null) {
			throw new IllegalStateException("Work " + work.id() + " stands on a lesson that was not read.");
		}
		return WorkValue.of(work, lesson);
	}

	/** Marks of a pupil on a work; normally none or one. */
	List<JournalMark> marksOf(@Nullable WorkId work, PupilId pupil) {
		return (work != null) ? this.marks.getOrDefault(new Cell(work, pupil), List.of()) : List.of();
	}

	int markCount() {
		return this.journal.marks().size();
	}

	private record Cell(WorkId work, PupilId pupil) {
	}

}
