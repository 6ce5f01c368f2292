package kz.kopir.sync;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import kz.kopir.deadline.SchoolCalendar;
import kz.kopir.journal.JournalFrame;
import kz.kopir.problem.Problem;
import kz.kopir.problem.ProblemCode;
import kz.kopir.school.Term;

/**
 * Whether a journal is one that the gateway can write to, and agrees with the school's
 * calendar.
 */
final class JournalFit {

	private static final int HIGHEST_MARK = 10;

	private JournalFit() {
	}

	/** Marks from 1 to 10 that the journal does not know, as a problem. */
	static Optional<Problem> missingMarks(JournalFrame frame) {
		List<String> missing = IntStream.rangeClosed(1, HIGHEST_MARK)
			.mapToObj(String::valueOf)
			.filter((mark) -> !frame.markValues().contains(mark))
			.toList();
		return missing.isEmpty() ? Optional.empty() : Optional.of(new Problem(ProblemCode.MARK_VALUES_MISSING,
				"journal", null, null, null, Map.of("values", String.join(", ", missing)), List.of()));
	}

	/** Terms of the journal whose days are others than those of the calendar. */
	static List<Problem> differingTerms(JournalFrame frame, SchoolCalendar calendar) {
		List<Problem> problems = new ArrayList<>();
		for (Term term : frame.terms()) {
			LocalDate middle = term.start().plusDays((term.finish().toEpochDay() - term.start().toEpochDay()) / 2);
			String own = calendar.termOf(middle).map(JournalFit::days).orElse("-");
			if (!own.equals(days(term))) {
				problems.add(new Problem(ProblemCode.TERMS_DIFFER,
						"term:" + term.start().getYear() + "/" + term.number(), null, null, null,
						Map.of("number", String.valueOf(term.number()), "journal", days(term), "calendar", own),
						List.of()));
			}
		}
		return problems;
	}

	private static String days(Term term) {
		return term.start() + " – " + term.finish();
	}

}
