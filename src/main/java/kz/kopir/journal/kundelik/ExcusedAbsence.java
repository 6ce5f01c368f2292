package kz.kopir.journal.kundelik;

import kz.kopir.school.AttendanceStatus;
import org.jspecify.annotations.Nullable;

/**
 * Kundelik's word for an absence with a valid reason (п, д). The evidence for which of
 * two words it is, is weak, so a school confirms it before anything is written; the other
 * word then means an absence without one (н, ж). Reads and writes use the same choice.
 */
public enum ExcusedAbsence {

	/**
	 * {@code Absent} has a valid reason, {@code Pass} has none: the better evidenced
	 * reading.
	 */
	ABSENT("Absent", "Pass"),

	/** {@code Pass} has a valid reason, {@code Absent} has none. */
	PASS("Pass", "Absent");

	private final String excused;

	private final String unexcused;

	ExcusedAbsence(String excused, String unexcused) {
		this.excused = excused;
		this.unexcused = unexcused;
	}

	/** Kundelik's word for a status. */
	String word(AttendanceStatus status) {
		return switch (status) {
			case PRESENT -> "Attend";
			case LATE -> "Late";
			case ABSENT -> this.unexcused;
			case EXCUSED -> this.excused;
			case ILL -> "Ill";
		};
	}

	/** The status of Kundelik's word, or null when the word is not known. */
	@Nullable AttendanceStatus status(String word) {
		for (AttendanceStatus status : AttendanceStatus.values()) {
			if (word(status).equals(word)) {
				return status;
			}
		}
		return null;
	}

}
