/**
 * Participant reports that teachers download from Zoom and put in: CSV files of several
 * layouts, languages and date forms. May know: database, school, problem, mapping, zoom.
 */
@NullMarked
package kz.kopir.zoom.report;

import org.jspecify.annotations.NullMarked;
