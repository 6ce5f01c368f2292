package kz.kopir.summative;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

import kz.kopir.school.CriteriaSection;

/**
 * What the rules need to know of one class group.
 *
 * @param works its БЖБ and ТЖБ of the school year
 * @param sections the sections of its criteria journal
 * @param elsewhere days of ТЖБ that the same pupils have in other class groups, once for
 * each ТЖБ: those of its subgroups, or of the class of which it is a subgroup
 * @param remote whether a day lies in a distance-learning period of the class group
 */
public record ClassSummatives(List<SummativeWork> works, List<CriteriaSection> sections, List<LocalDate> elsewhere,
		Predicate<LocalDate> remote) {
}
