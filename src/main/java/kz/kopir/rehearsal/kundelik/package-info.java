/**
 * Stand-in for the Kundelik.kz partner API.
 */
@NullMarked
package kz.kopir.rehearsal.kundelik;

import org.jspecify.annotations.NullMarked;
