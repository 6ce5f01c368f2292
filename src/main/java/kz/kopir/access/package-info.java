/**
 * Who may do what at the management endpoint and in the console: users, their roles and
 * languages, how they sign in, and the one table that says which role each path asks for.
 * May know: audit.
 */
@NullMarked
package kz.kopir.access;

import org.jspecify.annotations.NullMarked;
