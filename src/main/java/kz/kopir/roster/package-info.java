/**
 * Linking: who is who between Classroom and the journal. Links only on strong evidence; a
 * similar name is only ever a suggestion. Pure functions without Camel, Spring, clock or
 * I/O, but for {@link kz.kopir.roster.LinkStore}, which remembers them. May know:
 * database, school, problem, mapping.
 */
@NullMarked
package kz.kopir.roster;

import org.jspecify.annotations.NullMarked;
