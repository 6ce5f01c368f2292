package kz.kopir.sync;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import kz.kopir.grading.TermScale;
import kz.kopir.journal.CriteriaJournal;
import kz.kopir.policy.SchoolPolicy;
import kz.kopir.summative.SummativeRules;

/**
 * What the БЖБ and ТЖБ of a class group are planned from, beside what everything is.
 *
 * @param rules the rules of assessment by the school's calendar and policy
 * @param publication what the school decided about publication
 * @param termScale from which percent on which mark of a term is given
 * @param criteria what the criteria journal holds
 * @param elsewhere days of ТЖБ that the same pupils have in other class groups
 * @param remote whether a day lies in a distance-learning period
 * @param letThrough the late value that a person let through, by the text of the entry's
 * key
 * @param handedOver the value that stood in the workbook before, by the text of the
 * entry's key
 */
record SummativeFacts(SummativeRules rules, SchoolPolicy.Publication publication, TermScale termScale,
		CriteriaJournal criteria, List<LocalDate> elsewhere, Predicate<LocalDate> remote,
		Map<String, String> letThrough, Map<String, String> handedOver) {

	@Override
	public String toString() {
		return "SummativeFacts[" + this.criteria.sections().size() + " sections]";
	}

}
