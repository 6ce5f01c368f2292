/**
 * Puts the gateway together from its settings: the schools with their rules and accounts,
 * the calls to outside systems, the schedules. May know every package but rehearsal; none
 * knows it.
 */
@NullMarked
package kz.kopir.setup;

import org.jspecify.annotations.NullMarked;
