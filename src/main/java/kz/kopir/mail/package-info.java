/**
 * Mails from their text to their delivery: composes what is due, keeps it in an outbox,
 * hands it to Gmail or to an SMTP server and settles what became of it. May know: call,
 * database, deadline, digest, policy, problem, run, school, staff.
 */
@NullMarked
package kz.kopir.mail;

import org.jspecify.annotations.NullMarked;
