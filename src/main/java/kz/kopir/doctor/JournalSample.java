package kz.kopir.doctor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import kz.kopir.call.OutsideSystem;
import kz.kopir.journal.CriteriaJournal;
import kz.kopir.journal.CriteriaQuestion;
import kz.kopir.journal.JournalFrame;
import kz.kopir.journal.LessonSlotQuestion;
import kz.kopir.journal.LessonSlots;
import kz.kopir.run.RunContext;
import kz.kopir.school.AttendanceStatus;
import kz.kopir.school.ClassGroup;
import kz.kopir.school.SubjectId;
import kz.kopir.school.Term;

/**
 * What the journal shows of one class, as a sample of all: its timetable around today and
 * the criteria journal of the subjects that stand there. Between terms there is nothing
 * to look at.
 *
 * @param run on whose behalf is asked
 * @param calls asks the journal
 * @param frame what the journal says of the school
 * @param term today's term by the calendar
 */
record JournalSample(RunContext run, OutsideCalls calls, JournalFrame frame, Optional<Term> term) {

	private static final int DAYS_AROUND = 7;

	/** Younger classes have no marks. */
	private static final int FIRST_GRADE_WITH_MARKS = 2;

	private static final int SUBJECTS_LOOKED_AT = 5;

	void examine(Findings findings) {
		Optional<ClassGroup> sample = this.frame.classGroups()
			.stream()
			.filter((group) -> group.parent() == null && group.grade() >= FIRST_GRADE_WITH_MARKS)
			.findFirst();
		if (sample.isPresent() && this.term.isPresent()) {
			Set<SubjectId> subjects = timetable(sample.get(), findings);
			if (!subjects.isEmpty()) {
				criteria(sample.get(), subjects, this.term.get(), findings);
			}
		}
		statuses(findings);
	}

	private Set<SubjectId> timetable(ClassGroup group, Findings findings) {
		LessonSlots slots;
		try {
			slots = this.calls.ask(this.run, OutsideSystem.JOURNAL, "direct:journal-lesson-slots",
					new LessonSlotQuestion(List.of(group), this.calls.today().minusDays(DAYS_AROUND),
							this.calls.today().plusDays(DAYS_AROUND)),
					LessonSlots.class);
		}
		catch (Exception ex) {
			findings.wrong(Check.JOURNAL_TIMETABLE, Ailment.TIMETABLE_UNREADABLE, Map.of("answer", Answers.of(ex)));
			return Set.of();
		}
		if (slots.slots().isEmpty() && slots.withoutTime().isEmpty()) {
			findings.wrong(Check.JOURNAL_TIMETABLE, Ailment.NO_LESSONS, Map.of());
		}
		else if (!slots.withoutTime().isEmpty()) {
			findings.wrong(Check.JOURNAL_TIMETABLE, Ailment.LESSONS_WITHOUT_TIME,
					Map.of("count", String.valueOf(slots.withoutTime().size())));
		}
		else {
			findings.fine(Check.JOURNAL_TIMETABLE, slots.slots().size());
		}
		return slots.slots()
			.stream()
			.map((slot) -> slot.lesson().subject())
			.distinct()
			.limit(SUBJECTS_LOOKED_AT)
			.collect(Collectors.toSet());
	}

	private void criteria(ClassGroup group, Set<SubjectId> subjects, Term now, Findings findings) {
		Set<CriteriaQuestion.Place> places = subjects.stream()
			.map((subject) -> new CriteriaQuestion.Place(subject, now.number()))
			.collect(Collectors.toSet());
		try {
			CriteriaJournal criteria = this.calls.ask(this.run, OutsideSystem.JOURNAL, "direct:journal-criteria",
					new CriteriaQuestion(group.id(), places), CriteriaJournal.class);
			if (criteria.sections().isEmpty()) {
				findings.wrong(Check.JOURNAL_CRITERIA, Ailment.NO_SECTIONS, Map.of());
			}
			else {
				findings.fine(Check.JOURNAL_CRITERIA, criteria.sections().size());
			}
		}
		catch (Exception ex) {
			findings.wrong(Check.JOURNAL_CRITERIA, Ailment.CRITERIA_UNREADABLE, Map.of("answer", Answers.of(ex)));
		}
	}

	private void statuses(Findings findings) {
		Set<?> known;
		try {
			known = this.calls.ask(this.run, OutsideSystem.JOURNAL, "direct:journal-attendance-statuses", "",
					Set.class);
		}
		catch (Exception ex) {
			findings.wrong(Check.JOURNAL_ATTENDANCE, Ailment.STATUSES_UNREADABLE, Map.of("answer", Answers.of(ex)));
			return;
		}
		Set<String> missing = new TreeSet<>();
		for (AttendanceStatus status : AttendanceStatus.values()) {
			if (!known.contains(status)) {
				missing.add(status.code());
			}
		}
		if (missing.isEmpty()) {
			findings.fine(Check.JOURNAL_ATTENDANCE, known.size());
		}
		else {
			findings.wrong(Check.JOURNAL_ATTENDANCE, Ailment.STATUSES_MISSING,
					Map.of("statuses", String.join(", ", missing)));
		}
	}

}
