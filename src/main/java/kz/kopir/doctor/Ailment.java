package kz.kopir.doctor;

import java.util.List;

import static kz.kopir.doctor.Level.WARNING;
import static kz.kopir.doctor.Level.WRONG;

/**
 * What can be wrong. Each has a text of what it is and of what to do, with the values of
 * its details; none of them is ever a secret, a name or a person's address.
 */
public enum Ailment {

	/** An examination did not come to its end in time. */
	TOO_SLOW(WRONG, "seconds"),

	/** An examination broke off; the kind of failure is told. */
	BROKEN(WRONG, "failure"),

	JAVA_MEMORY(WARNING, "megabytes"),

	TIME_ZONE_OLD(WRONG),

	SETTING_UNUSABLE(WRONG, "refusal"),

	MAPPING_UNUSABLE(WRONG, "refusal"),

	FOLDER_NOT_WRITABLE(WRONG, "setting", "folder"),

	DISK_ALMOST_FULL(WARNING, "folder", "megabytes"),

	DATABASE_AWAY(WRONG, "answer"),

	DATABASE_NOT_WRITABLE(WRONG, "answer"),

	MIGRATIONS_PENDING(WARNING, "count"),

	MIGRATION_FAILED(WRONG, "version"),

	DATABASE_NEWER(WRONG, "version"),

	UNREACHABLE(WRONG, "system", "answer"),

	SERVER_AILING(WARNING, "system", "answer"),

	CLOCK_OFF(WARNING, "system", "seconds"),

	FILE_MISSING(WRONG, "setting", "file"),

	FILE_UNREADABLE(WRONG, "setting", "file"),

	FILE_NOT_WRITABLE(WRONG, "setting", "file"),

	FILE_OPEN_TO_ALL(WARNING, "setting", "file"),

	TABLE_UNUSABLE(WRONG, "refusal"),

	POLICY_UNUSABLE(WRONG, "refusal"),

	CALENDAR_OVER(WRONG, "day"),

	EDIT_PERIOD_SHORT(WARNING, "days", "publication"),

	CLASSROOM_REFUSES(WRONG, "answer"),

	CLASSROOM_AWAY(WRONG, "answer"),

	SCOPES_MISSING(WRONG, "scopes"),

	COURSES_UNREADABLE(WRONG, "answer"),

	NO_COURSES(WRONG),

	PUPILS_UNREADABLE(WRONG, "answer"),

	ADDRESSES_HIDDEN(WARNING),

	JOURNAL_REFUSES(WRONG, "answer"),

	JOURNAL_AWAY(WRONG, "answer"),

	JOURNAL_LOCKED(WRONG, "answer"),

	SCHOOL_NOT_FOUND(WRONG),

	JOURNAL_NOT_UNDERSTOOD(WRONG, "answer"),

	NO_CLASS_GROUPS(WRONG),

	MARKS_MISSING(WRONG, "values"),

	TERMS_DIFFER(WARNING, "journal", "calendar"),

	TIMETABLE_UNREADABLE(WRONG, "answer"),

	NO_LESSONS(WARNING),

	LESSONS_WITHOUT_TIME(WARNING, "count"),

	CRITERIA_UNREADABLE(WARNING, "answer"),

	NO_SECTIONS(WARNING),

	STATUSES_UNREADABLE(WARNING, "answer"),

	STATUSES_MISSING(WARNING, "statuses"),

	ZOOM_REFUSES(WRONG, "answer"),

	ZOOM_AWAY(WRONG, "answer"),

	ZOOM_SCOPES_MISSING(WRONG, "scopes"),

	USERS_UNREADABLE(WARNING, "answer"),

	USERS_WITHOUT_LICENCE(WARNING, "count");

	private final Level level;

	private final List<String> details;

	Ailment(Level level, String... details) {
		this.level = level;
		this.details = List.of(details);
	}

	/** How bad it is. */
	public Level level() {
		return this.level;
	}

	/** Names of the values in its texts. */
	public List<String> details() {
		return this.details;
	}

}
