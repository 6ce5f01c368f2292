/**
 * One child's data: pseudonyms, what is held of a pupil, the erasure of a pupil's trail,
 * the list of those who are left out since, and what is deleted because it is too old.
 * May know: audit, database, run, school.
 */
@NullMarked
package kz.kopir.privacy;

import org.jspecify.annotations.NullMarked;
