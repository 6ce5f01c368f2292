/**
 * Judgement on coursework and submissions: what is homework, what is graded, which kind
 * of assessment, which mark and on which lesson. Pure functions without Camel, Spring,
 * clock or I/O. May know: school, problem, mapping.
 */
@NullMarked
package kz.kopir.grading;

import org.jspecify.annotations.NullMarked;
