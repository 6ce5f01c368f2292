/**
 * Puts the gateway together from its settings: the schools with their rules and accounts,
 * the calls to outside systems, the schedules, the folders. May know: school, problem,
 * privacy, audit, mapping, database, grading, attendance, roster, deadline, policy,
 * staff, digest, mail, call, classroom, zoom, zoom.report, zoom.webhook, journal,
 * journal.kundelik, run, sync, doctor.
 */
@NullMarked
package kz.kopir.setup;

import org.jspecify.annotations.NullMarked;
