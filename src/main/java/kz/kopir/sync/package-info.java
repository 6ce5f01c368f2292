/**
 * Compare, plan, deliver, read back, balance: the way of an entry into the journal, with
 * the ledger of deliveries, and the runs with their locks. May know: database, school,
 * problem, grading, roster, deadline, journal, run.
 */
@NullMarked
package kz.kopir.sync;

import org.jspecify.annotations.NullMarked;
