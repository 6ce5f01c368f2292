package kz.kopir.staff;

import kz.kopir.problem.Owner;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can mend a problem and does not stand in the table of staff. Whoever gets
 * the problem instead must know it, and the table is to be completed.
 *
 * @param role as which owner the person is looked for
 * @param ref id of the teacher at the source, or of the class group of a class teacher;
 * null when the problem does not tell who it is
 */
public record MissingPerson(Owner role, @Nullable String ref) {
}
