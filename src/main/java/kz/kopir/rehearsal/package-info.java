/**
 * The rehearsal school: stand-ins for the outside systems, real HTTP servers on loopback
 * that keep state, so that the gateway can be tried without a single credential. May
 * know: rehearsal.world, rehearsal.http, rehearsal.google, rehearsal.gmail,
 * rehearsal.kundelik, rehearsal.zoom.
 */
@NullMarked
package kz.kopir.rehearsal;

import org.jspecify.annotations.NullMarked;
