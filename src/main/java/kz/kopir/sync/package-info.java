/**
 * Compare, plan, deliver, read back, balance: the way of an entry into the journal, with
 * the ledger of deliveries. May know: audit, privacy, database, school, problem, grading,
 * attendance, roster, deadline, policy, summative, preparation, mapping, journal, zoom,
 * call, run.
 */
@NullMarked
package kz.kopir.sync;

import org.jspecify.annotations.NullMarked;
