/**
 * Stand-ins for Google's token endpoint and Google Classroom. May know: rehearsal.http,
 * rehearsal.world.
 */
@NullMarked
package kz.kopir.rehearsal.google;

import org.jspecify.annotations.NullMarked;
