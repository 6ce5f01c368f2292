/**
 * The workbook of БЖБ and ТЖБ marks that a teacher types into the journal by hand,
 * because no call of the journal that writes them is known: as a file of its own, or
 * filled into a file that a person exported from the journal. Reads and writes bytes
 * only. May know: school, mapping.
 */
@NullMarked
package kz.kopir.workbook;

import org.jspecify.annotations.NullMarked;
