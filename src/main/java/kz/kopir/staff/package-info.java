/**
 * The people of a school to whom problems are told: who they are for Classroom and the
 * journal, where their mail goes and in which language. May know: mapping, problem,
 * school.
 */
@NullMarked
package kz.kopir.staff;

import org.jspecify.annotations.NullMarked;
