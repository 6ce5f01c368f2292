package kz.kopir.doctor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import kz.kopir.call.AnswerNotUnderstoodException;
import kz.kopir.call.OutsideSystem;
import kz.kopir.call.SignInRefusedException;
import kz.kopir.deadline.SchoolCalendar;
import kz.kopir.journal.JournalFrame;
import kz.kopir.mapping.MappingException;
import kz.kopir.run.RunContext;
import kz.kopir.school.SchoolId;
import kz.kopir.school.Term;
import org.apache.camel.http.base.HttpOperationFailedException;

/**
 * What the journal lets the gateway see of a school. Whether it lets it write shows only
 * with the first write: nothing is written here.
 *
 * @param patient the school
 * @param calls asks the journal
 */
record JournalExamination(SchoolCase patient, OutsideCalls calls) implements Examination {

	private static final int HIGHEST_MARK = 10;

	private static final int NOT_FOUND = 404;

	@Override
	public List<Check> checks() {
		return List.of(Check.JOURNAL_SIGN_IN, Check.JOURNAL_SCHOOL, Check.JOURNAL_MARKS, Check.JOURNAL_TERMS,
				Check.JOURNAL_TIMETABLE, Check.JOURNAL_CRITERIA, Check.JOURNAL_ATTENDANCE);
	}

	@Override
	public SchoolId school() {
		return this.patient.id();
	}

	@Override
	public void examine(Findings findings) {
		RunContext run = this.calls.run(school());
		JournalFrame frame;
		try {
			frame = this.calls.ask(run, OutsideSystem.JOURNAL, "direct:journal-frame", "", JournalFrame.class);
		}
		catch (Exception ex) {
			refused(ex, findings);
			return;
		}
		findings.fine(Check.JOURNAL_SIGN_IN, "");
		if (frame.classGroups().isEmpty()) {
			findings.wrong(Check.JOURNAL_SCHOOL, Ailment.NO_CLASS_GROUPS, Map.of());
			return;
		}
		findings.fine(Check.JOURNAL_SCHOOL, frame.classGroups().size());
		marks(frame, findings);
		Optional<Term> term = calendar().flatMap((calendar) -> calendar.termOf(this.calls.today()));
		term.ifPresent((now) -> terms(frame, now, findings));
		new JournalSample(run, this.calls, frame, term).examine(findings);
	}

	private static void refused(Exception failure, Findings findings) {
		Map<String, String> answer = Map.of("answer", Answers.of(failure));
		if (failure instanceof SignInRefusedException) {
			findings.wrong(Check.JOURNAL_SIGN_IN, Ailment.JOURNAL_REFUSES,
					Map.of("answer", String.valueOf(failure.getMessage())));
		}
		else if (failure instanceof AnswerNotUnderstoodException) {
			findings.fine(Check.JOURNAL_SIGN_IN, "");
			findings.wrong(Check.JOURNAL_SCHOOL, Ailment.JOURNAL_NOT_UNDERSTOOD, answer);
		}
		else if (failure instanceof HttpOperationFailedException http && http.getStatusCode() / 100 == 4) {
			findings.fine(Check.JOURNAL_SIGN_IN, "");
			if (http.getStatusCode() == NOT_FOUND) {
				findings.wrong(Check.JOURNAL_SCHOOL, Ailment.SCHOOL_NOT_FOUND, Map.of());
			}
			else {
				findings.wrong(Check.JOURNAL_SCHOOL, Ailment.JOURNAL_LOCKED, answer);
			}
		}
		else {
			findings.wrong(Check.JOURNAL_SIGN_IN, Ailment.JOURNAL_AWAY, answer);
		}
	}

	private static void marks(JournalFrame frame, Findings findings) {
		List<String> missing = IntStream.rangeClosed(1, HIGHEST_MARK)
			.mapToObj(String::valueOf)
			.filter((mark) -> !frame.markValues().contains(mark))
			.toList();
		if (missing.isEmpty()) {
			findings.fine(Check.JOURNAL_MARKS, "1–" + HIGHEST_MARK);
		}
		else {
			findings.wrong(Check.JOURNAL_MARKS, Ailment.MARKS_MISSING, Map.of("values", String.join(", ", missing)));
		}
	}

	private static void terms(JournalFrame frame, Term calendar, Findings findings) {
		if (frame.terms().contains(calendar)) {
			findings.fine(Check.JOURNAL_TERMS, PolicyExamination.days(calendar));
			return;
		}
		String journal = frame.terms()
			.stream()
			.filter((term) -> term.number() == calendar.number())
			.map(PolicyExamination::days)
			.findFirst()
			.orElse("—");
		findings.wrong(Check.JOURNAL_TERMS, Ailment.TERMS_DIFFER,
				Map.of("journal", journal, "calendar", PolicyExamination.days(calendar)));
	}

	/** What is wrong with the calendar is told by its own examination. */
	private Optional<SchoolCalendar> calendar() {
		try {
			return Optional.of(this.patient.calendar().get());
		}
		catch (Unusable | MappingException toldThere) {
			return Optional.empty();
		}
	}

}
