/**
 * One execution of a flow for one school: what was asked, what it counts while it goes
 * on, its balance and the lock that keeps it alone. May know: database, school.
 */
@NullMarked
package kz.kopir.run;

import org.jspecify.annotations.NullMarked;
