package kz.kopir.rehearsal.world;

import java.time.LocalDate;

/**
 * A term (тоқсан).
 *
 * @param id Kundelik's id of the reporting period, 19 digits
 * @param number 1 to 4
 * @param start first day
 * @param finish last day, inclusive
 */
public record TermFacts(long id, int number, LocalDate start, LocalDate finish) {
}
