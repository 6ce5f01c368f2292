/**
 * Judgement on whether teachers gave materials and homework in time for lessons held at a
 * distance (regulation, clauses 3.2 and 2.2). Pure functions without Camel, Spring, clock
 * or I/O. May know: school.
 */
@NullMarked
package kz.kopir.preparation;

import org.jspecify.annotations.NullMarked;
