/**
 * Looks whether everything that the gateway needs is there and works: the machine, the
 * settings, the database, tables and policy of each school, and what the outside systems
 * let the gateway see. Reads only, with a time limit for each examination, and says of
 * each check in kk, ru and en what is wrong and what to do. May know: database, school,
 * problem, mapping, deadline, policy, call, classroom, zoom, journal, run.
 */
@NullMarked
package kz.kopir.doctor;

import org.jspecify.annotations.NullMarked;
