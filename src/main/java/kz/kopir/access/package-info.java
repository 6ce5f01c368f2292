/**
 * Who may do what at the management endpoint and in the console: users, their roles and
 * languages, and how they sign in. Knows no other package.
 */
@NullMarked
package kz.kopir.access;

import org.jspecify.annotations.NullMarked;
