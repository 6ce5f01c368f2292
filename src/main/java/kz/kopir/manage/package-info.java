/**
 * What IT staff use: settings, sign-in, runs started and read by hand, what is printed at
 * start and after a run. May know: access, school, problem, policy, mapping, run, sync,
 * summative, preparation, workbook, zoom, zoom.report, zoom.webhook.
 */
@NullMarked
package kz.kopir.manage;

import org.jspecify.annotations.NullMarked;
