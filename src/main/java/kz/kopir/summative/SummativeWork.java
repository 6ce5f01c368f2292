package kz.kopir.summative;

import java.time.LocalDate;

import kz.kopir.grading.SummativeTag;
import kz.kopir.school.Coursework;
import kz.kopir.school.Subject;

/**
 * A coursework that is a БЖБ or ТЖБ.
 *
 * @param coursework the coursework
 * @param subject subject of its course
 * @param tag what its title says
 * @param held day of the work, in the school's time zone: when it is due, else when it
 * was given
 */
public record SummativeWork(Coursework coursework, Subject subject, SummativeTag tag, LocalDate held) {
}
