/**
 * Stand-in for the Kundelik.kz partner API. May know: rehearsal.http, rehearsal.world.
 */
@NullMarked
package kz.kopir.rehearsal.kundelik;

import org.jspecify.annotations.NullMarked;
