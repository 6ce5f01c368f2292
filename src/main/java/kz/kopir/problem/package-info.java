/**
 * What a person must do or know: the catalogue of codes with their class of trouble,
 * owner, urgency and texts in Kazakh, Russian and English, and the store that opens a
 * problem once, keeps what persons decide about it and all that became of it, and closes
 * it when its cause is gone. May know: database, school.
 */
@NullMarked
package kz.kopir.problem;

import org.jspecify.annotations.NullMarked;
