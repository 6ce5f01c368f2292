/**
 * The one database of the gateway, SQLite or PostgreSQL: its settings, its pool, and how
 * instants and days are written so that both databases mean the same by them. It is a
 * package of its own because every store needs it and none of them may know
 * {@code manage}. Knows no other package.
 */
@NullMarked
package kz.kopir.database;

import org.jspecify.annotations.NullMarked;
