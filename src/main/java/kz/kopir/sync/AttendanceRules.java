package kz.kopir.sync;

import kz.kopir.attendance.AttendancePolicy;
import kz.kopir.attendance.DistancePeriods;
import kz.kopir.zoom.ZoomTeachers;

/**
 * The rules of one school's attendance.
 *
 * @param periods when which pupils learn at a distance
 * @param policy how attendance is judged
 * @param teachers which teacher a Zoom user is
 * @param daysBack days before a run's last day on which a meeting may still turn up, or a
 * person may still decide
 * @param keepDays days for which rows and evidence are kept
 */
public record AttendanceRules(DistancePeriods periods, AttendancePolicy policy, ZoomTeachers teachers, int daysBack,
		int keepDays) {
}
