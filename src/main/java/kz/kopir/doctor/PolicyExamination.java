package kz.kopir.doctor;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import kz.kopir.deadline.SchoolCalendar;
import kz.kopir.mapping.MappingException;
import kz.kopir.policy.SchoolPolicy;
import kz.kopir.school.SchoolId;
import kz.kopir.school.Term;

/**
 * What the school decided, and whether its calendar goes on.
 *
 * @param patient the school
 * @param calls knows the day
 */
record PolicyExamination(SchoolCase patient, OutsideCalls calls) implements Examination {

	@Override
	public List<Check> checks() {
		return List.of(Check.POLICY, Check.CALENDAR, Check.EDIT_PERIOD);
	}

	@Override
	public SchoolId school() {
		return this.patient.id();
	}

	@Override
	public void examine(Findings findings) {
		try {
			SchoolPolicy policy = this.patient.policy().get();
			findings.fine(Check.POLICY, policy.version());
			editPeriod(policy, findings);
		}
		catch (Unusable | MappingException ex) {
			findings.wrong(Check.POLICY, Ailment.POLICY_UNUSABLE, Map.of("refusal", String.valueOf(ex.getMessage())));
		}
		try {
			calendar(this.patient.calendar().get(), findings);
		}
		catch (Unusable | MappingException ex) {
			findings.wrong(Check.CALENDAR, Ailment.TABLE_UNUSABLE, Map.of("refusal", String.valueOf(ex.getMessage())));
		}
	}

	/** Between two terms the next one must be known. */
	private void calendar(SchoolCalendar calendar, Findings findings) {
		Optional<Term> term = calendar.termOf(this.calls.today());
		if (term.isPresent()) {
			findings.fine(Check.CALENDAR, days(term.get()));
			return;
		}
		calendar.schoolDayAfter(this.calls.today(), 1)
			.ifPresentOrElse((day) -> findings.fine(Check.CALENDAR, day), () -> findings.wrong(Check.CALENDAR,
					Ailment.CALENDAR_OVER, Map.of("day", this.calls.today().toString())));
	}

	/**
	 * A result that comes at the end of its term of publication must still find its
	 * lesson open. So many school days are at least as many days.
	 */
	private static void editPeriod(SchoolPolicy policy, Findings findings) {
		int days = policy.journal().editPeriodDays();
		int publication = Math.max(policy.publication().sectionSchoolDays(), policy.publication().termSchoolDays());
		if (days > 0 && days < publication) {
			findings.wrong(Check.EDIT_PERIOD, Ailment.EDIT_PERIOD_SHORT,
					Map.of("days", String.valueOf(days), "publication", String.valueOf(publication)));
		}
		else {
			findings.fine(Check.EDIT_PERIOD, (days > 0) ? days : "∞");
		}
	}

	static String days(Term term) {
		return term.start() + " – " + term.finish();
	}

}
