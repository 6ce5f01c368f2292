package kz.kopir.doctor;

/**
 * What is looked at, in the order in which it is told.
 */
public enum Check {

	/** The Java that runs the gateway, and its memory. */
	JAVA,

	/** That Java knows the time of Kazakhstan, UTC+5. */
	TIME_ZONE,

	/** Whether the settings can be understood. */
	SETTINGS,

	/** The programs that translate records. */
	MAPPINGS,

	/** Folders in which the gateway writes. */
	FOLDERS,

	/** The database: there, up to date, writable. */
	DATABASE,

	/** Whether the server of an outside system answers. */
	CONNECTION,

	/** How far this machine's clock is from that server's. */
	CLOCK,

	/** Files with keys and tokens. */
	FILES,

	/** The school's tables, read whole. */
	TABLES,

	/** The version of the policy that counts today, with its approval. */
	POLICY,

	/** Whether the calendar knows today's term. */
	CALENDAR,

	/** What the policy says of the journal's edit period; no call tells it. */
	EDIT_PERIOD,

	/** Sign-in to Google. */
	CLASSROOM_SIGN_IN,

	/** The scopes that Google grants. */
	CLASSROOM_SCOPES,

	/** Whether courses are to be seen. */
	CLASSROOM_COURSES,

	/** Whether the addresses of pupils are to be seen. */
	CLASSROOM_ADDRESSES,

	/** Sign-in to the journal. */
	JOURNAL_SIGN_IN,

	/** Whether the account sees the school of the settings. */
	JOURNAL_SCHOOL,

	/** Whether the journal knows the marks 1 to 10. */
	JOURNAL_MARKS,

	/** Whether the journal's term is the calendar's. */
	JOURNAL_TERMS,

	/** Whether the timetable has lessons with their times. */
	JOURNAL_TIMETABLE,

	/** Whether the criteria journal can be read. */
	JOURNAL_CRITERIA,

	/** Which attendance statuses the journal takes. */
	JOURNAL_ATTENDANCE,

	/** Sign-in to Zoom. */
	ZOOM_SIGN_IN,

	/** The scopes of the Zoom app. */
	ZOOM_SCOPES,

	/** Zoom users without a licence, and so without reports. */
	ZOOM_LICENCES

}
