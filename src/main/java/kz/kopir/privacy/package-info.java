/**
 * Pseudonyms that stand for pupils where their ids must not stand, as in the audit, which
 * is never changed. May know: database, school.
 */
@NullMarked
package kz.kopir.privacy;

import org.jspecify.annotations.NullMarked;
