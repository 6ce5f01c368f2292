/**
 * Which problems are told to whom, and when: the daily digest, what cannot wait, what is
 * escalated, the weekly overview. Judgement: plain Java without Camel, Spring, clock or
 * I/O. May know: deadline, problem, school, staff.
 */
@NullMarked
package kz.kopir.digest;

import org.jspecify.annotations.NullMarked;
