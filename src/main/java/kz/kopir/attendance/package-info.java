/**
 * Judgement on attendance: which meeting belongs to which lesson, which participant is
 * which pupil, and what the journal should show. Pure functions without Camel, Spring,
 * clock or I/O; "no data" is never "absent". May know: school, problem, mapping, roster.
 */
@NullMarked
package kz.kopir.attendance;

import org.jspecify.annotations.NullMarked;
