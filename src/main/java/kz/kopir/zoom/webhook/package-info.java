/**
 * What Zoom sends by itself: signed events of meetings. They make a meeting known at its
 * end and show who was seen before there is a report; they are provisional, the report is
 * the truth. Off unless a school names the app's secret token. May know: database,
 * school, problem, mapping, zoom.
 */
@NullMarked
package kz.kopir.zoom.webhook;

import org.jspecify.annotations.NullMarked;
