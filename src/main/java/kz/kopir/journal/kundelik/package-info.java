/**
 * The one adapter of the journal port: Kundelik.kz, with its ids, codes and quirks, which
 * stay in here. May know: journal, school, problem, mapping, call, run.
 */
@NullMarked
package kz.kopir.journal.kundelik;

import org.jspecify.annotations.NullMarked;
