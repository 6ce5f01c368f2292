package kz.kopir.zoom.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import kz.kopir.school.PupilId;
import kz.kopir.school.TeacherId;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a report file beside its content.
 *
 * @param zone time zone of the teacher's Zoom profile; the file names none
 * @param now what is later cannot have happened
 * @param teacher who held the meetings, or null when the file must tell
 * @param learned what persons said of headers, by {@link ReportColumn#normalized}
 * @param order what comes first in its dates, when a person said so, or null
 * @param lessonDay whether there can have been lessons on a day
 * @param pupils the pupil of an address of the school's own accounts
 * @param staff whether an address is a teacher's
 */
public record ReportContext(ZoneId zone, Instant now, @Nullable TeacherId teacher, Map<String, ReportColumn> learned,
		@Nullable DateOrder order, Predicate<LocalDate> lessonDay, Function<String, Optional<PupilId>> pupils,
		Predicate<String> staff) {
}
