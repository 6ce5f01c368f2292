/**
 * Stand-in for the Zoom API. May know: rehearsal.http, rehearsal.world.
 */
@NullMarked
package kz.kopir.rehearsal.zoom;

import org.jspecify.annotations.NullMarked;
