package kz.kopir.sync;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import kz.kopir.deadline.SchoolCalendar;
import kz.kopir.grading.SummativeScore;
import kz.kopir.grading.TermMarkPreview;
import kz.kopir.journal.JournalCriteriaMark;
import kz.kopir.journal.JournalMark;
import kz.kopir.journal.JournalWork;
import kz.kopir.problem.ProblemCode;
import kz.kopir.school.CriteriaSection;
import kz.kopir.school.Lesson;
import kz.kopir.school.LessonId;
import kz.kopir.school.PupilId;
import kz.kopir.school.Subject;
import kz.kopir.school.Term;
import kz.kopir.school.WorkId;
import org.jspecify.annotations.Nullable;

/**
 * Previews the marks of a term by what stands in the journal, and tells where the two
 * readings of the rules would give different marks. Without I/O and clock; nothing of it
 * is ever written to the journal.
 */
final class TermPreviews {

	private static final int BEST_MARK = 10;

	private final ClassGroupFacts facts;

	private final SchoolCalendar calendar;

	TermPreviews(ClassGroupFacts facts, SchoolCalendar calendar) {
		this.facts = facts;
		this.calendar = calendar;
	}

	/**
	 * The previews of the term of today, as far as its lessons were read from the first
	 * day on and a ТЖБ has its maximum in the journal.
	 */
	List<TermPreview> previews() {
		Term term = this.calendar.termUpTo(this.facts.today()).orElse(null);
		if (term == null || this.facts.journal().question().from().isAfter(term.start())) {
			return List.of();
		}
		List<TermPreview> previews = new ArrayList<>();
		Set<Subject> subjects = new HashSet<>();
		this.facts.order().courses().forEach((course) -> subjects.add(course.subject()));
		subjects.forEach((subject) -> {
			List<CriteriaSection> sections = this.facts.summatives()
				.criteria()
				.sections()
				.stream()
				.filter((section) -> section.subject().equals(subject.id()) && section.term() == term.number())
				.toList();
			if (!sections.isEmpty()) {
				preview(subject, term, sections, previews);
			}
		});
		return previews;
	}

	/**
	 * Notes the pupils whose mark depends on the reading, until the end of the term: then
	 * the journal makes the mark.
	 */
	void note(List<TermPreview> previews, ProblemNotes notes) {
		LocalDate lastDay = this.calendar.termUpTo(this.facts.today())
			.map(Term::finish)
			.filter((end) -> !end.isBefore(this.facts.today()))
			.orElse(null);
		previews.stream().filter((preview) -> preview.preview().readingsDiffer()).forEach((preview) -> {
			About about = new About("term-mark:" + this.facts.order().classGroup().id() + "/" + preview.subject().id(),
					null, Map.of("classGroup", this.facts.order().classGroup().name(), "subject",
							preview.subject().name(), "term", String.valueOf(preview.term())));
			notes.add(ProblemCode.TERM_MARK_READINGS_DIFFER, about, "pupil " + preview.pupil(), null, lastDay);
		});
	}

	private void preview(Subject subject, Term term, List<CriteriaSection> sections, List<TermPreview> previews) {
		Map<PupilId, List<Integer>> formative = formative(subject, term);
		Map<PupilId, Map<String, Integer>> scores = new HashMap<>();
		for (JournalCriteriaMark mark : this.facts.summatives().criteria().marks()) {
			scores.computeIfAbsent(mark.pupil(), (pupil) -> new HashMap<>()).put(mark.section(), mark.value());
		}
		this.facts.order().pupils().forEach((pupil) -> {
			Map<String, Integer> own = scores.getOrDefault(pupil.id(), Map.of());
			List<SummativeScore> ofSections = new ArrayList<>();
			SummativeScore ofTerm = null;
			for (CriteriaSection section : sections) {
				SummativeScore score = score(section, own.get(section.id()));
				if (score != null && section.part() == CriteriaSection.TERM_SUMMATIVE) {
					ofTerm = score;
				}
				else if (score != null) {
					ofSections.add(score);
				}
			}
			TermMarkPreview
				.of(formative.getOrDefault(pupil.id(), List.of()), ofSections, ofTerm,
						this.facts.summatives().termScale())
				.ifPresent((preview) -> previews.add(new TermPreview(subject, term.number(), pupil.id(), preview)));
		});
	}

	/** A score above the maximum is a slip that the journal should not hold. */
	private static @Nullable SummativeScore score(CriteriaSection section, @Nullable Integer value) {
		return (value != null && value >= 0 && value <= section.maximum())
				? new SummativeScore(value, section.maximum()) : null;
	}

	/** Marks of the term's lessons that are numbers of the scale of 1 to 10. */
	private Map<PupilId, List<Integer>> formative(Subject subject, Term term) {
		Set<LessonId> lessons = new HashSet<>();
		for (Lesson lesson : this.facts.journal().lessons()) {
			if (lesson.subject().equals(subject.id()) && term.contains(lesson.date())) {
				lessons.add(lesson.id());
			}
		}
		Set<WorkId> works = new HashSet<>();
		for (JournalWork work : this.facts.journal().works()) {
			if (lessons.contains(work.lesson())) {
				works.add(work.id());
			}
		}
		Map<PupilId, List<Integer>> formative = new HashMap<>();
		for (JournalMark mark : this.facts.journal().marks()) {
			if (works.contains(mark.work()) && mark.value().matches("\\d{1,2}")) {
				int value = Integer.parseInt(mark.value());
				if (value >= 1 && value <= BEST_MARK) {
					formative.computeIfAbsent(mark.pupil(), (pupil) -> new ArrayList<>()).add(value);
				}
			}
		}
		return formative;
	}

}
