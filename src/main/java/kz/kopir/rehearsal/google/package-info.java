/**
 * Stand-ins for Google's token endpoint and Google Classroom.
 */
@NullMarked
package kz.kopir.rehearsal.google;

import org.jspecify.annotations.NullMarked;
