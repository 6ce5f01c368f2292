package kz.kopir.zoom.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import kz.kopir.school.PupilId;

/**
 * What a school says of its report files.
 *
 * @param zone time zone of the teachers' Zoom profiles
 * @param lessonDay whether there can have been lessons in Zoom on a day
 * @param pupils the pupil of an address of the school's own accounts
 * @param staff whether an address is a teacher's
 */
public record ReportRules(ZoneId zone, Predicate<LocalDate> lessonDay, Function<String, Optional<PupilId>> pupils,
		Predicate<String> staff) {
}
