/**
 * The school's policy as approved data: one file for each version, with the day from
 * which it counts, the director's approval and the pedagogical council's protocol. Pure
 * functions without Camel, Spring, clock or I/O. May know: mapping, grading, attendance,
 * digest.
 */
@NullMarked
package kz.kopir.policy;

import org.jspecify.annotations.NullMarked;
