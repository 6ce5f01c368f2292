/**
 * Meetings and who took part in them: what the gateway asks of Zoom, what its answers
 * mean, and the store of what was read. May know: database, school, problem, mapping,
 * call, run.
 */
@NullMarked
package kz.kopir.zoom;

import org.jspecify.annotations.NullMarked;
