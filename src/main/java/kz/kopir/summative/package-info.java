/**
 * Judgement on БЖБ and ТЖБ: which section of the criteria journal a coursework belongs
 * to, which rules of assessment it breaks, which score a pupil gets, and how far it is.
 * Pure functions without Camel, Spring, clock or I/O. May know: school, problem, grading,
 * deadline, policy.
 */
@NullMarked
package kz.kopir.summative;

import org.jspecify.annotations.NullMarked;
