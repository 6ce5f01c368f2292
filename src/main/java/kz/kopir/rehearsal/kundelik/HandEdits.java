package kz.kopir.rehearsal.kundelik;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import kz.kopir.rehearsal.kundelik.Dictionary.WorkType;
import kz.kopir.rehearsal.kundelik.KundelikSettings.MarkRepost;
import kz.kopir.rehearsal.world.CriteriaSectionFacts;
import kz.kopir.rehearsal.world.GroupFacts;
import kz.kopir.rehearsal.world.LessonFacts;
import org.jspecify.annotations.Nullable;

/**
 * What teachers do in the journal's pages, past the API: no token, no edit period, and a
 * mark may be any text that the page takes.
 */
final class HandEdits {

	private static final long SOME_TEACHER = 0;

	private final School school;

	private final Journal journal;

	private final LogBook book;

	private final CriteriaBook criteria;

	private final LocalTimes times;

	HandEdits(School school, Journal journal, LogBook book, CriteriaBook criteria, LocalTimes times) {
		this.school = school;
		this.journal = journal;
		this.book = book;
		this.criteria = criteria;
		this.times = times;
	}

	JournalMark putMark(long workId, long personId, String value) {
		JournalWork work = this.journal.work(workId);
		if (work == null) {
			throw new IllegalArgumentException("The stand-in's journal has no work " + workId);
		}
		if (!this.school.belongs(personId, work.groupId())) {
			throw new IllegalArgumentException(
					"The person " + personId + " is no pupil of the class group " + work.groupId() + " of that work");
		}
		if (value.isBlank()) {
			throw new IllegalArgumentException("A mark needs a value; to take a mark away, remove it");
		}
		return Objects.requireNonNull(
				this.journal.putMark(workId, personId, 0, value, this.times.nowMicros(), MarkRepost.OVERWRITE));
	}

	boolean removeMark(long markId) {
		return this.journal.removeMark(markId);
	}

	JournalWork putWork(long lessonId, String text) {
		LessonFacts lesson = this.school.lessonOrNull(lessonId);
		if (lesson == null) {
			throw new IllegalArgumentException("The rehearsal school has no lesson " + lessonId);
		}
		return putWork(lesson, text);
	}

	private JournalWork putWork(LessonFacts lesson, String text) {
		WorkType type = Objects.requireNonNull(Dictionary.workTypeOf("LessonTestWork"));
		long author = lesson.teacherIds().isEmpty() ? SOME_TEACHER : lesson.teacherIds().get(0);
		return this.journal.addWork(new JournalWork(0, lesson.id(), lesson.date(), lesson.groupId(), lesson.subjectId(),
				type.kind(), type.id(), "Mark10", 1, true, "New", text, this.school.termOn(lesson.date()), false, null,
				this.times.nowText(), author));
	}

	boolean removeWork(long workId) {
		return this.journal.work(workId) != null && this.journal.removeWork(workId, true);
	}

	JournalLogEntry putLogEntry(long lessonId, long personId, String status) {
		LessonFacts lesson = this.school.lessonOrNull(lessonId);
		if (lesson == null) {
			throw new IllegalArgumentException("The rehearsal school has no lesson " + lessonId);
		}
		if (!this.school.belongs(personId, lesson.groupId())) {
			throw new IllegalArgumentException("The person " + personId + " is no pupil of the class group "
					+ lesson.groupId() + " of that lesson");
		}
		if (!Dictionary.LOG_STATUSES.contains(status) && !Dictionary.LOG_STATUSES_BY_HAND.contains(status)) {
			throw new IllegalArgumentException("A status is one of " + Dictionary.LOG_STATUSES + " or, by hand, of "
					+ Dictionary.LOG_STATUSES_BY_HAND);
		}
		JournalLogEntry entry = new JournalLogEntry(lessonId, personId, status, null, this.times.nowMicros());
		this.book.put(entry);
		return entry;
	}

	boolean removeLogEntry(long lessonId, long personId) {
		return this.book.remove(lessonId, personId);
	}

	JournalCriteriaMark putCriteriaMark(long sectionId, long personId, int value) {
		CriteriaSectionFacts section = section(sectionId);
		if (!this.school.belongs(personId, section.groupId())) {
			throw new IllegalArgumentException("The person " + personId + " is no pupil of that class group");
		}
		if (value < 0 || value > section.maximum()) {
			throw new IllegalArgumentException("The journal takes a score from 0 to " + section.maximum());
		}
		return this.criteria.put(section, personId, value);
	}

	boolean removeCriteriaMark(long sectionId, long personId) {
		return this.criteria.remove(section(sectionId), personId);
	}

	CriteriaSectionFacts putCriteriaSection(long groupId, long subjectId, int term, int part, int maximum) {
		return this.criteria.putSection(this.school.group(groupId).id(), this.school.subject(subjectId).id(), term,
				part, maximum);
	}

	private CriteriaSectionFacts section(long id) {
		CriteriaSectionFacts section = this.criteria.section(id);
		if (section == null) {
			throw new IllegalArgumentException("The criteria journal shows no section " + id);
		}
		return section;
	}

	List<JournalMark> seed(int works, int marksPerWork, LocalDate until, long seed) {
		Random random = new Random(seed);
		List<GroupFacts> groups = new ArrayList<>(this.school.groups());
		Collections.shuffle(groups, random);
		List<JournalMark> marks = new ArrayList<>();
		for (int i = 0; i < works; i++) {
			GroupFacts group = groups.get(i % groups.size());
			LessonFacts lesson = lesson(group, until, random);
			if (lesson != null) {
				JournalWork work = putWork(lesson, "Жазба жұмысы");
				group.pupilIds()
					.stream()
					.limit(marksPerWork)
					.forEach((pupil) -> marks.add(putMark(work.id(), pupil, Integer.toString(4 + random.nextInt(7)))));
			}
		}
		return List.copyOf(marks);
	}

	/** One of the lessons up to a day in a subject that has marks, or null. */
	private @Nullable LessonFacts lesson(GroupFacts group, LocalDate until, Random random) {
		Request.Period past = new Request.Period(LocalDate.MIN, until);
		List<LessonFacts> lessons = this.school.lessons(group.id(), past)
			.stream()
			.filter((lesson) -> this.school.subject(lesson.subjectId()).marked())
			.toList();
		return lessons.isEmpty() ? null : lessons.get(random.nextInt(lessons.size()));
	}

}
