package kz.kopir.rehearsal.kundelik;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import kz.kopir.rehearsal.kundelik.KundelikSettings.MarkRepost;
import org.jspecify.annotations.Nullable;

/**
 * The journal's works and marks. Thread-safe. Keeps no rules of the API but one: how a
 * second mark in the same place is treated, because that has to be decided in one step
 * with the writing.
 * <p>
 * Marks stand in one list in the order of their ids; works and pupils point into it.
 */
final class Journal {

	static final long FIRST_WORK = 2_400_000_000_000_000_001L;

	static final long FIRST_MARK = 2_500_000_000_000_000_001L;

	private final Map<Long, Column> columns = new LinkedHashMap<>();

	private final Map<Long, List<Long>> worksOfLesson = new HashMap<>();

	private final List<@Nullable JournalMark> marks = new ArrayList<>();

	private final Map<Long, IntList> marksOfPerson = new HashMap<>();

	/** So that a million marks share a few dozen texts. */
	private final Map<String, String> values = new HashMap<>();

	private long nextWork = FIRST_WORK;

	synchronized JournalWork addWork(JournalWork draft) {
		JournalWork work = draft.withId(this.nextWork++);
		this.columns.put(work.id(), new Column(work));
		this.worksOfLesson.computeIfAbsent(work.lessonId(), (lesson) -> new ArrayList<>(2)).add(work.id());
		return work;
	}

	synchronized void changeWork(JournalWork changed) {
		Column column = this.columns.get(changed.id());
		if (column == null) {
			throw Refusal.missing("work", changed.id());
		}
		if (column.work.lessonId() != changed.lessonId()) {
			forget(column.work);
			this.worksOfLesson.computeIfAbsent(changed.lessonId(), (lesson) -> new ArrayList<>(2)).add(changed.id());
		}
		column.work = changed;
	}

	/**
	 * Removes a work and its marks.
	 * @param workId the work
	 * @param withMarks whether it may go when it has marks
	 * @return false when it has marks and may not go
	 */
	synchronized boolean removeWork(long workId, boolean withMarks) {
		Column column = this.columns.get(workId);
		if (column == null) {
			throw Refusal.missing("work", workId);
		}
		if (!withMarks && column.marks.size() > 0) {
			return false;
		}
		marksOfWork(workId).forEach((mark) -> removeMark(mark.id()));
		this.columns.remove(workId);
		forget(column.work);
		return true;
	}

	private void forget(JournalWork work) {
		List<Long> works = this.worksOfLesson.get(work.lessonId());
		if (works != null) {
			works.remove(work.id());
		}
	}

	synchronized @Nullable JournalWork work(long workId) {
		Column column = this.columns.get(workId);
		return (column != null) ? column.work : null;
	}

	synchronized List<JournalWork> works() {
		return this.columns.values().stream().map((column) -> column.work).toList();
	}

	synchronized List<JournalWork> worksOfLesson(long lessonId) {
		List<Long> ids = this.worksOfLesson.get(lessonId);
		if (ids == null) {
			return List.of();
		}
		return ids.stream().map((id) -> Objects.requireNonNull(this.columns.get(id)).work).toList();
	}

	/**
	 * Puts a mark.
	 * @param workId the work
	 * @param personId the pupil
	 * @param number column of the work
	 * @param value the mark
	 * @param writtenMicros local time
	 * @param rule what to do when that place is taken
	 * @return the mark, or null when the place is taken and the rule is to reject
	 */
	synchronized @Nullable JournalMark putMark(long workId, long personId, int number, String value, long writtenMicros,
			MarkRepost rule) {
		Column column = this.columns.get(workId);
		if (column == null) {
			throw Refusal.missing("work", workId);
		}
		int taken = -1;
		int next = number;
		for (int i = 0; i < column.marks.size(); i++) {
			JournalMark mark = mark(column.marks.get(i));
			if (mark.personId() == personId) {
				next = Math.max(next, mark.number() + 1);
				if (mark.number() == number) {
					taken = column.marks.get(i);
				}
			}
		}
		if (taken < 0) {
			return add(column, personId, number, value, writtenMicros);
		}
		return switch (rule) {
			case REJECT -> null;
			case APPEND -> add(column, personId, next, value, writtenMicros);
			case OVERWRITE -> {
				JournalMark changed = new JournalMark(FIRST_MARK + taken, personId, workId, number, shared(value),
						writtenMicros);
				this.marks.set(taken, changed);
				yield changed;
			}
		};
	}

	private JournalMark add(Column column, long personId, int number, String value, long writtenMicros) {
		int index = this.marks.size();
		JournalMark mark = new JournalMark(FIRST_MARK + index, personId, column.work.id(), number, shared(value),
				writtenMicros);
		this.marks.add(mark);
		column.marks.add(index);
		this.marksOfPerson.computeIfAbsent(personId, (person) -> new IntList()).add(index);
		return mark;
	}

	synchronized boolean removeMark(long markId) {
		JournalMark mark = markOrNull(markId);
		if (mark == null) {
			return false;
		}
		int index = (int) (markId - FIRST_MARK);
		this.marks.set(index, null);
		Objects.requireNonNull(this.columns.get(mark.workId())).marks.remove(index);
		Objects.requireNonNull(this.marksOfPerson.get(mark.personId())).remove(index);
		return true;
	}

	synchronized @Nullable JournalMark markOrNull(long markId) {
		long index = markId - FIRST_MARK;
		return (index >= 0 && index < this.marks.size()) ? this.marks.get((int) index) : null;
	}

	synchronized List<JournalMark> marks() {
		List<JournalMark> all = new ArrayList<>(this.marks.size());
		this.marks.stream().filter(Objects::nonNull).forEach(all::add);
		return all;
	}

	synchronized List<JournalMark> marksOfWork(long workId) {
		Column column = this.columns.get(workId);
		return (column != null) ? marks(column.marks) : List.of();
	}

	synchronized List<JournalMark> marksOfPerson(long personId) {
		IntList indexes = this.marksOfPerson.get(personId);
		return (indexes != null) ? marks(indexes) : List.of();
	}

	private List<JournalMark> marks(IntList indexes) {
		List<JournalMark> some = new ArrayList<>(indexes.size());
		for (int i = 0; i < indexes.size(); i++) {
			some.add(mark(indexes.get(i)));
		}
		return some;
	}

	private JournalMark mark(int index) {
		return Objects.requireNonNull(this.marks.get(index));
	}

	private String shared(String value) {
		return this.values.computeIfAbsent(value, (same) -> same);
	}

	private static final class Column {

		private JournalWork work;

		private final IntList marks = new IntList();

		Column(JournalWork work) {
			this.work = work;
		}

	}

}
