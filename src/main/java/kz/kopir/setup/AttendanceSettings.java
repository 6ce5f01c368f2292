package kz.kopir.setup;

import java.nio.file.Path;
import java.time.ZoneId;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the attendance of a school is judged and carried.
 *
 * @param cron when the flow runs (Quartz cron, Asia/Almaty), while a distance-learning
 * period is not long over
 * @param distancePeriods the school's table of distance-learning periods; null for the
 * empty one of the mappings
 * @param daysBack days for which meetings and decisions are still looked at
 * @param keepDays days for which rows and evidence are kept
 * @param statusesConfirmed whether the school made sure which word of its journal means
 * an absence with a valid reason; without it no attendance is written
 * @param reports folder in which report files are put, with a folder for each teacher, or
 * null
 * @param reportZone time zone of the teachers' Zoom profiles
 */
record AttendanceSettings(@NotBlank @DefaultValue("0 0/10 2,8-21 * * ?") String cron, @Nullable Path distancePeriods,
		@Min(1) @Max(60) @DefaultValue("7") int daysBack, @Min(1) @DefaultValue("60") int keepDays,
		@DefaultValue("false") boolean statusesConfirmed, @Nullable Path reports,
		@DefaultValue("Asia/Almaty") ZoneId reportZone) {
}
