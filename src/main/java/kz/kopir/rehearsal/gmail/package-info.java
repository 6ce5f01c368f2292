/**
 * Stand-in for Gmail: takes mails, keeps them, and shows them to a person. May know:
 * rehearsal.google, rehearsal.http.
 */
@NullMarked
package kz.kopir.rehearsal.gmail;

import org.jspecify.annotations.NullMarked;
