/**
 * What IT staff use: runs started and read by hand, decisions, what is printed at start
 * and after a run. May know: access, audit, school, problem, policy, mapping, run, sync,
 * summative, preparation, workbook, zoom, zoom.report, zoom.webhook, mail, doctor.
 */
@NullMarked
package kz.kopir.manage;

import org.jspecify.annotations.NullMarked;
