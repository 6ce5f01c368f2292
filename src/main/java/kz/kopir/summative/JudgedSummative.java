package kz.kopir.summative;

import kz.kopir.grading.Judgement;
import kz.kopir.school.CriteriaSection;
import kz.kopir.school.Term;

/**
 * What the rules say about a БЖБ or ТЖБ.
 *
 * @param work the work
 * @param term the term to which it belongs
 * @param section the section of the criteria journal in which its scores belong
 * @param clocks its two clocks
 * @param remote whether it is a ТЖБ inside a distance-learning period
 */
public record JudgedSummative(SummativeWork work, Term term, Judgement<CriteriaSection> section, Clocks clocks,
		boolean remote) {
}
