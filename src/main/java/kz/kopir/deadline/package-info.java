/**
 * The school's calendar: school days, terms, and how long the journal accepts an entry.
 * Pure functions without Camel, Spring, clock or I/O. May know: school, mapping.
 */
@NullMarked
package kz.kopir.deadline;

import org.jspecify.annotations.NullMarked;
