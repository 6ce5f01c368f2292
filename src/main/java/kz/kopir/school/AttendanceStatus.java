package kz.kopir.school;

import java.util.Locale;
import java.util.Optional;

/**
 * How a pupil attended a lesson, as the journal records it.
 */
public enum AttendanceStatus {

	/** Was there; most journals show nothing for it. */
	PRESENT,

	/** Came late (о, к). */
	LATE,

	/** Was absent without a valid reason (н, ж). */
	ABSENT,

	/** Was absent with a valid reason (п, д). */
	EXCUSED,

	/** Was ill (б, а). */
	ILL;

	/** Name in the database and in the management endpoint. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The status of a code; empty when there is none of it. */
	public static Optional<AttendanceStatus> of(String code) {
		for (AttendanceStatus status : values()) {
			if (status.code().equals(code)) {
				return Optional.of(status);
			}
		}
		return Optional.empty();
	}

}
