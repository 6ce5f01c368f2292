/**
 * Who did what, when and why: one chain of rows for each school, to which rows are only
 * ever added. A row holds ids and codes; what a person gave as the reason stands apart,
 * because it can be erased. May know: database, school.
 */
@NullMarked
package kz.kopir.audit;

import org.jspecify.annotations.NullMarked;
