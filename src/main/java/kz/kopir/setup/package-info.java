/**
 * Puts the gateway together from its settings: the schools with their rules and accounts,
 * the calls to outside systems, the schedules. May know: school, mapping, grading,
 * attendance, roster, deadline, call, classroom, zoom, journal, journal.kundelik, run,
 * sync.
 */
@NullMarked
package kz.kopir.setup;

import org.jspecify.annotations.NullMarked;
