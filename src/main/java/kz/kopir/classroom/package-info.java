/**
 * Reads Google Classroom: sign-in, requests, pages, records. Knows no journal. May know:
 * school, problem, mapping, call, run.
 */
@NullMarked
package kz.kopir.classroom;

import org.jspecify.annotations.NullMarked;
