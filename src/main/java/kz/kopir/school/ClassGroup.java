package kz.kopir.school;

import org.jspecify.annotations.Nullable;

/**
 * A class or a subgroup of one.
 *
 * @param id the journal's id
 * @param name as the journal shows it, for example {@code 7 «А»}
 * @param grade year of study, 0 to 12
 * @param parent the class of which this is a subgroup, or null for a class
 */
public record ClassGroup(ClassGroupId id, String name, int grade, @Nullable ClassGroupId parent) {
}
