package kz.kopir.audit;

/**
 * What is audited. The names stand in the database and in exports: a name that was once
 * given stays.
 */
public enum AuditAction {

	/** Somebody signed in; of a script once an hour. */
	SIGNED_IN,

	/** Name and password do not belong together, or an account is not known. */
	SIGN_IN_REFUSED,

	/** Refused without a look at the password: too many were wrong before. */
	SIGN_IN_LOCKED,

	/** Refused without a look at the password: an address tries too often. */
	SIGN_IN_LIMITED,

	/** Somebody signed out of the console. */
	SIGNED_OUT,

	/** A signed-in user asked for something that the user's roles do not allow. */
	ACCESS_REFUSED,

	/** A run was started by hand, or as the consequence of a decision. */
	RUN_STARTED,

	/** A dry run under a draft of the policy was started. */
	SIMULATION_STARTED,

	/** The differences that a draft of the policy would make were seen, with marks. */
	SIMULATION_SEEN,

	/** The changes of a plan were seen, with marks. */
	PLAN_SEEN,

	/** A plan was approved. */
	PLAN_APPROVED,

	/** A lesson in question was seen, with names of participants. */
	ATTENDANCE_SEEN,

	/** A person said how a pupil attended. */
	ATTENDANCE_DECIDED,

	/** A person said who a participant was. */
	PARTICIPANT_CONFIRMED,

	/** A report file was put in. */
	REPORT_PUT_IN,

	/** A person said what a column of a report file means. */
	REPORT_HEADER_LEARNED,

	/** Late results were let through. */
	LATE_LET_THROUGH,

	/** A graded work was kept out of the journal. */
	CONTROL_EXCLUDED,

	/** A term was closed. */
	TERM_CLOSED,

	/** A workbook was taken, with names and marks. */
	WORKBOOK_SEEN,

	/** An exported journal file was filled in, with names and marks. */
	EXPORT_FILLED,

	/** The previews of a term's marks were seen. */
	PREVIEW_SEEN,

	/** The audit was taken, with the reasons that persons gave. */
	AUDIT_EXPORTED

}
