package kz.kopir.problem;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The catalogue of problems. A code is stable: mails, logs and operators refer to it. Its
 * texts stand in the bundles {@code problems_kk}, {@code problems_ru} and
 * {@code problems_en}.
 */
public enum ProblemCode {

	/** Classroom does not answer or answers with faults; the run left work undone. */
	CLASSROOM_UNAVAILABLE(TroubleClass.RETRY, Owner.IT_STAFF, Urgency.AT_ONCE, "answer"),

	/** The journal does not answer or answers with faults; the run left work undone. */
	JOURNAL_UNAVAILABLE(TroubleClass.RETRY, Owner.IT_STAFF, Urgency.AT_ONCE, "answer"),

	/** Google refuses the sign-in. */
	CLASSROOM_SIGN_IN_REFUSED(TroubleClass.HOLD, Owner.IT_STAFF, Urgency.AT_ONCE, "answer"),

	/** The journal refuses the sign-in. */
	JOURNAL_SIGN_IN_REFUSED(TroubleClass.HOLD, Owner.IT_STAFF, Urgency.AT_ONCE, "answer"),

	/** One course could not be read to its end; nothing of it was carried. */
	COURSE_UNREADABLE(TroubleClass.HOLD, Owner.IT_STAFF, Urgency.DAILY, "course", "answer"),

	/** What the journal holds for a class group could not be read. */
	JOURNAL_UNREADABLE(TroubleClass.HOLD, Owner.IT_STAFF, Urgency.DAILY, "classGroup", "answer"),

	/** A record of Classroom cannot be understood. */
	SOURCE_RECORD_MALFORMED(TroubleClass.REJECT, Owner.IT_STAFF, Urgency.DAILY, "course", "record", "fault"),

	/** Classroom gave the same id twice with different content. */
	SOURCE_RECORD_TWICE(TroubleClass.HOLD, Owner.IT_STAFF, Urgency.DAILY, "course", "record"),

	/** The journal does not know the marks that would be written. */
	MARK_VALUES_MISSING(TroubleClass.HOLD, Owner.IT_STAFF, Urgency.AT_ONCE, "values"),

	/** The journal's term has other days than the school's calendar. */
	TERMS_DIFFER(TroubleClass.HOLD, Owner.IT_STAFF, Urgency.DAILY, "number", "journal", "calendar"),

	/**
	 * A new version of the school's policy cannot be taken; the one before goes on
	 * counting.
	 */
	POLICY_REFUSED(TroubleClass.HOLD, Owner.IT_STAFF, Urgency.AT_ONCE, "refusal"),

	/** The run itself failed. */
	RUN_FAILED(TroubleClass.HOLD, Owner.IT_STAFF, Urgency.AT_ONCE, "flow", "failure"),

	/** A run's balance does not come out. */
	BALANCE_OFF(TroubleClass.HOLD, Owner.IT_STAFF, Urgency.AT_ONCE, "classGroup", "kind", "read", "accounted"),

	/** No strong evidence says to which class group and subject a course belongs. */
	COURSE_NOT_LINKED(TroubleClass.HOLD, Owner.IT_STAFF, Urgency.DAILY, "course"),

	/** The evidence points to more than one class group or subject. */
	COURSE_LINK_AMBIGUOUS(TroubleClass.HOLD, Owner.IT_STAFF, Urgency.DAILY, "course", "candidates"),

	/** The link names a class group or subject that the journal does not have. */
	COURSE_LINK_UNKNOWN(TroubleClass.HOLD, Owner.IT_STAFF, Urgency.DAILY, "course", "target"),

	/** No strong evidence says which pupil a Classroom user is. */
	PUPIL_NOT_LINKED(TroubleClass.HOLD, Owner.IT_STAFF, Urgency.AT_DEADLINE, "course"),

	/** The evidence points to more than one pupil, or two users point to one pupil. */
	PUPIL_LINK_AMBIGUOUS(TroubleClass.HOLD, Owner.IT_STAFF, Urgency.AT_DEADLINE, "course"),

	/** The linked pupil is not in the class group of the course. */
	PUPIL_NOT_IN_CLASS_GROUP(TroubleClass.HOLD, Owner.IT_STAFF, Urgency.AT_DEADLINE, "course", "classGroup"),

	/** The subject has no БЖБ or no ТЖБ by rule. */
	SUBJECT_WITHOUT_SUMMATIVE(TroubleClass.REJECT, Owner.TEACHER, Urgency.DAILY, "coursework", "course", "subject"),

	/** The journal's section of this БЖБ or ТЖБ cannot be told for sure. */
	SUMMATIVE_UNCLEAR(TroubleClass.HOLD, Owner.TEACHER, Urgency.AT_DEADLINE, "coursework", "course"),

	/** Two courseworks claim the same section of the journal. */
	SUMMATIVE_TWICE(TroubleClass.HOLD, Owner.TEACHER, Urgency.AT_DEADLINE, "coursework", "course", "summative"),

	/** The criteria journal has no maximum for this БЖБ or ТЖБ yet. */
	SUMMATIVE_SECTION_MISSING(TroubleClass.HOLD, Owner.TEACHER, Urgency.AT_DEADLINE, "coursework", "course",
			"summative"),

	/** Classroom and the journal have different maxima. */
	SUMMATIVE_MAXIMUM_DIFFERS(TroubleClass.HOLD, Owner.TEACHER, Urgency.AT_DEADLINE, "coursework", "course",
			"summative", "maxPoints", "maximum"),

	/** More БЖБ in a term than the rules allow. */
	SECTION_SUMMATIVES_TOO_MANY(TroubleClass.HOLD, Owner.DEPUTY_HEAD, Urgency.AT_DEADLINE, "coursework", "course",
			"classGroup", "subject", "allowed"),

	/** Two summative works of one subject on one day. */
	SUMMATIVES_ON_ONE_DAY(TroubleClass.HOLD, Owner.DEPUTY_HEAD, Urgency.AT_DEADLINE, "coursework", "course",
			"classGroup", "subject", "date"),

	/** A ТЖБ on the last school day of its term. */
	TERM_SUMMATIVE_ON_LAST_DAY(TroubleClass.HOLD, Owner.DEPUTY_HEAD, Urgency.AT_DEADLINE, "coursework", "course",
			"classGroup", "date"),

	/** More ТЖБ of a class on one day than the rules allow. */
	TERM_SUMMATIVES_TOO_MANY(TroubleClass.HOLD, Owner.DEPUTY_HEAD, Urgency.AT_DEADLINE, "coursework", "course",
			"classGroup", "date", "allowed"),

	/**
	 * A ТЖБ inside a distance-learning period; order 349 asks for presence. A warning.
	 */
	TERM_SUMMATIVE_REMOTE(TroubleClass.HOLD, Owner.DEPUTY_HEAD, Urgency.AT_DEADLINE, "coursework", "course",
			"classGroup", "date"),

	/** A summative score that is no whole number. */
	SUMMATIVE_FRACTION(TroubleClass.HOLD, Owner.TEACHER, Urgency.AT_DEADLINE, "coursework", "course"),

	/** A summative score above the maximum. */
	SUMMATIVE_ABOVE_MAXIMUM(TroubleClass.HOLD, Owner.TEACHER, Urgency.AT_DEADLINE, "coursework", "course", "maximum"),

	/** Summative marks to be typed into the journal by hand, from the workbook. */
	SUMMATIVE_HANDED_OVER(TroubleClass.HOLD, Owner.TEACHER, Urgency.AT_DEADLINE, "coursework", "course", "classGroup",
			"summative", "publishBy"),

	/** The journal shows another summative mark than Classroom. */
	SUMMATIVE_DIFFERS(TroubleClass.HOLD, Owner.TEACHER, Urgency.AT_DEADLINE, "coursework", "course", "classGroup",
			"summative"),

	/** The term of publication ends soon and the results do not stand in the journal. */
	SUMMATIVE_DUE_SOON(TroubleClass.HOLD, Owner.TEACHER, Urgency.AT_DEADLINE, "coursework", "course", "classGroup",
			"summative", "publishBy"),

	/** The term of publication is over and the results do not stand in the journal. */
	SUMMATIVE_OVERDUE(TroubleClass.HOLD, Owner.DEPUTY_HEAD, Urgency.AT_DEADLINE, "coursework", "course", "classGroup",
			"summative", "publishBy"),

	/** Late results wait until a named person lets them through. */
	SUMMATIVE_LATE(TroubleClass.HOLD, Owner.DEPUTY_HEAD, Urgency.AT_DEADLINE, "coursework", "course", "classGroup",
			"summative", "publishBy", "approvers"),

	/** Late results were published, as the policy says, and are reported. */
	SUMMATIVE_PUBLISHED_LATE(TroubleClass.HOLD, Owner.DEPUTY_HEAD, Urgency.DAILY, "coursework", "course", "classGroup",
			"summative", "publishBy"),

	/**
	 * The two readings of the rules would give pupils different marks of the term. A
	 * warning.
	 */
	TERM_MARK_READINGS_DIFFER(TroubleClass.HOLD, Owner.DEPUTY_HEAD, Urgency.AT_DEADLINE, "classGroup", "subject",
			"term"),

	/**
	 * The criteria journal could not be read; the other marks of the class are carried.
	 */
	CRITERIA_JOURNAL_UNREADABLE(TroubleClass.HOLD, Owner.IT_STAFF, Urgency.AT_DEADLINE, "classGroup", "answer"),

	/** Category, topic and title name different kinds of assessment. */
	ASSESSMENT_KIND_AMBIGUOUS(TroubleClass.HOLD, Owner.TEACHER, Urgency.DAILY, "coursework", "course", "kinds"),

	/** The class gets no marks by rule (grades 0 and 1). */
	CLASS_WITHOUT_MARKS(TroubleClass.REJECT, Owner.TEACHER, Urgency.DAILY, "course", "classGroup"),

	/** The subject gets no marks by rule. */
	SUBJECT_WITHOUT_MARKS(TroubleClass.REJECT, Owner.TEACHER, Urgency.DAILY, "course", "subject"),

	/** A grade is negative, far above the maximum, or not a usable number. */
	GRADE_OUT_OF_RANGE(TroubleClass.HOLD, Owner.TEACHER, Urgency.AT_DEADLINE, "coursework", "course", "maxPoints"),

	/** The maximum of a coursework is negative or not a usable number. */
	MAX_POINTS_OUT_OF_RANGE(TroubleClass.HOLD, Owner.TEACHER, Urgency.DAILY, "coursework", "course"),

	/** The timetable has no lesson on which the entry could stand. */
	NO_LESSON(TroubleClass.HOLD, Owner.TEACHER, Urgency.DAILY, "coursework", "course", "date"),

	/** The journal already holds somebody else's value. */
	VALUE_OF_ANOTHER(TroubleClass.HOLD, Owner.TEACHER, Urgency.DAILY, "coursework", "course"),

	/** The value was changed by hand in the journal. */
	CHANGED_BY_HAND(TroubleClass.HOLD, Owner.TEACHER, Urgency.DAILY, "coursework", "course"),

	/** The entry was removed by hand in the journal. */
	REMOVED_BY_HAND(TroubleClass.HOLD, Owner.TEACHER, Urgency.DAILY, "coursework", "course"),

	/** What was delivered is gone at the source; clearing is a person's decision. */
	WITHDRAWN_AT_SOURCE(TroubleClass.HOLD, Owner.TEACHER, Urgency.DAILY, "coursework", "course"),

	/** The journal holds the same entry more than once. */
	TWICE_IN_JOURNAL(TroubleClass.HOLD, Owner.TEACHER, Urgency.DAILY, "coursework", "course"),

	/** The policy lets no plan run without approval. */
	PLAN_AWAITS_APPROVAL(TroubleClass.HOLD, Owner.DEPUTY_HEAD, Urgency.AT_DEADLINE, "changes", "classGroup", "plan"),

	/** The plan touches more of a class's marks than the policy lets run by itself. */
	PLAN_BRAKED(TroubleClass.HOLD, Owner.DEPUTY_HEAD, Urgency.AT_DEADLINE, "changes", "classGroup", "plan"),

	/** Writing this kind of entry is switched off for the school. */
	WRITING_SWITCHED_OFF(TroubleClass.HOLD, Owner.TEACHER, Urgency.DAILY, "classGroup", "kind"),

	/** The lesson lies before the journal's edit period. */
	EDIT_PERIOD_OVER(TroubleClass.HOLD, Owner.DEPUTY_HEAD, Urgency.DAILY, "date", "coursework", "course"),

	/** The journal says that its account may not write here. */
	JOURNAL_FORBIDS(TroubleClass.HOLD, Owner.IT_STAFF, Urgency.AT_DEADLINE, "classGroup", "answer"),

	/** The journal refused the entry for a reason this version does not know. */
	JOURNAL_REFUSED(TroubleClass.HOLD, Owner.IT_STAFF, Urgency.AT_DEADLINE, "classGroup", "answer"),

	/** It is not known whether a write arrived; the next run reads before it writes. */
	DELIVERY_UNSETTLED(TroubleClass.RETRY, Owner.IT_STAFF, Urgency.AT_DEADLINE, "classGroup"),

	/** The journal took the entry but shows something else. */
	READ_BACK_DIFFERS(TroubleClass.HOLD, Owner.IT_STAFF, Urgency.AT_DEADLINE, "classGroup"),

	/** A mark waits for the work on which it shall stand. */
	WORK_NOT_IN_JOURNAL(TroubleClass.RETRY, Owner.TEACHER, Urgency.AT_DEADLINE, "coursework", "course"),

	/** A run stood still for so long that another one may have begun. */
	RUN_LOCK_LOST(TroubleClass.RETRY, Owner.IT_STAFF, Urgency.AT_ONCE, "flow"),

	/** Zoom does not answer or answers with faults; the run left work undone. */
	ZOOM_UNAVAILABLE(TroubleClass.RETRY, Owner.IT_STAFF, Urgency.AT_ONCE, "answer"),

	/** One list of Zoom was not read completely; the others were. */
	ZOOM_LIST_UNREADABLE(TroubleClass.RETRY, Owner.IT_STAFF, Urgency.DAILY, "list", "answer"),

	/** Zoom refuses the sign-in. */
	ZOOM_SIGN_IN_REFUSED(TroubleClass.HOLD, Owner.IT_STAFF, Urgency.AT_ONCE, "answer"),

	/** The Zoom app lacks a permission. */
	ZOOM_SCOPE_MISSING(TroubleClass.HOLD, Owner.IT_STAFF, Urgency.AT_ONCE, "scopes"),

	/** Zoom gives this only to paid accounts. */
	ZOOM_PLAN_TOO_SMALL(TroubleClass.HOLD, Owner.IT_STAFF, Urgency.DAILY, "answer"),

	/** A teacher's Zoom user has no licence: there will never be a report. */
	ZOOM_TEACHER_BASIC(TroubleClass.HOLD, Owner.IT_STAFF, Urgency.DAILY, "host"),

	/** The number of calls that Zoom or the school allows for a day is used up. */
	ZOOM_BUDGET_SPENT(TroubleClass.RETRY, Owner.IT_STAFF, Urgency.DAILY, "used", "until"),

	/** Nobody said which teacher of the journal a Zoom user is. */
	ZOOM_HOST_UNKNOWN(TroubleClass.HOLD, Owner.IT_STAFF, Urgency.DAILY, "host"),

	/** A meeting could belong to more than one lesson. */
	MEETING_LINK_AMBIGUOUS(TroubleClass.HOLD, Owner.TEACHER, Urgency.AT_DEADLINE, "date", "time"),

	/** A lesson of a distance-learning period has no meeting. */
	LESSON_WITHOUT_MEETING(TroubleClass.HOLD, Owner.TEACHER, Urgency.AT_DEADLINE, "classGroup", "subject", "date",
			"number"),

	/** Zoom's report of a meeting is not complete; nobody is judged by it. */
	MEETING_DATA_INCOMPLETE(TroubleClass.RETRY, Owner.IT_STAFF, Urgency.AT_DEADLINE, "classGroup", "subject", "date",
			"number"),

	/** Nobody knows which pupil a participant was. */
	PARTICIPANT_NOT_LINKED(TroubleClass.HOLD, Owner.TEACHER, Urgency.AT_DEADLINE, "classGroup", "subject", "date",
			"number"),

	/** Pupils were not seen in a meeting; a person says what that means. */
	ATTENDANCE_NOT_SEEN(TroubleClass.HOLD, Owner.TEACHER, Urgency.AT_DEADLINE, "classGroup", "subject", "date",
			"number"),

	/**
	 * Pupils were in a meeting for too short a time; the journal has no status for that.
	 */
	ATTENDANCE_LEFT_EARLY(TroubleClass.HOLD, Owner.TEACHER, Urgency.AT_DEADLINE, "classGroup", "subject", "date",
			"number"),

	/** So many pupils of a class were not seen that the data is doubted first. */
	ATTENDANCE_BRAKED(TroubleClass.HOLD, Owner.DEPUTY_HEAD, Urgency.AT_DEADLINE, "classGroup", "subject", "date",
			"number", "share"),

	/**
	 * The journal holds an attendance that somebody else set, and the meeting says
	 * otherwise.
	 */
	ATTENDANCE_SET_BY_HAND(TroubleClass.HOLD, Owner.TEACHER, Urgency.DAILY, "classGroup", "subject", "date", "number"),

	/** An attendance that the gateway wrote was removed by hand. */
	ATTENDANCE_REMOVED_BY_HAND(TroubleClass.HOLD, Owner.TEACHER, Urgency.DAILY, "classGroup", "subject", "date",
			"number"),

	/** The meeting does not show any more what the gateway wrote. */
	ATTENDANCE_WITHDRAWN(TroubleClass.HOLD, Owner.TEACHER, Urgency.DAILY, "classGroup", "subject", "date", "number"),

	/** The lesson lies before the journal's edit period. */
	ATTENDANCE_EDIT_PERIOD_OVER(TroubleClass.HOLD, Owner.DEPUTY_HEAD, Urgency.DAILY, "classGroup", "subject", "date",
			"number"),

	/** The journal does not know the attendance statuses that would be written. */
	ATTENDANCE_STATUSES_MISSING(TroubleClass.HOLD, Owner.IT_STAFF, Urgency.AT_ONCE, "values"),

	/** The journal's bells do not tell when a lesson is. */
	LESSON_TIME_UNKNOWN(TroubleClass.HOLD, Owner.IT_STAFF, Urgency.DAILY, "classGroup"),

	/** A report file cannot be used as it is. */
	REPORT_REFUSED(TroubleClass.HOLD, Owner.TEACHER, Urgency.DAILY, "file", "reason"),

	/** Rows of a report file cannot be used; the others were taken. */
	REPORT_ROW_UNUSABLE(TroubleClass.REJECT, Owner.TEACHER, Urgency.DAILY, "file"),

	/** A report file has a column whose meaning nobody said yet. */
	REPORT_HEADER_UNKNOWN(TroubleClass.HOLD, Owner.IT_STAFF, Urgency.DAILY, "file", "header"),

	/** Day and month of a report file cannot be told apart. */
	REPORT_DATES_AMBIGUOUS(TroubleClass.HOLD, Owner.IT_STAFF, Urgency.DAILY, "file"),

	/** An event came in the name of Zoom that Zoom did not sign. */
	ZOOM_EVENT_NOT_SIGNED(TroubleClass.HOLD, Owner.IT_STAFF, Urgency.DAILY),

	/** Zoom sent an event that cannot be understood. */
	ZOOM_EVENT_UNREADABLE(TroubleClass.REJECT, Owner.IT_STAFF, Urgency.DAILY),

	/** The mail service does not answer or answers with faults; mails wait. */
	MAIL_UNAVAILABLE(TroubleClass.RETRY, Owner.IT_STAFF, Urgency.DAILY, "answer"),

	/** The mail service refuses the sign-in, or lets the sender send nothing. */
	MAIL_SIGN_IN_REFUSED(TroubleClass.HOLD, Owner.IT_STAFF, Urgency.DAILY, "answer"),

	/** A mail was refused; its person was not told. */
	MAIL_REFUSED(TroubleClass.HOLD, Owner.IT_STAFF, Urgency.DAILY, "person", "answer", "mail"),

	/** It is not known whether a mail arrived, and cannot be found out. */
	MAIL_DOUBTFUL(TroubleClass.HOLD, Owner.IT_STAFF, Urgency.DAILY, "person", "date", "answer", "mail"),

	/** There is no such mailbox as the table of staff names for a person. */
	MAIL_RECIPIENT_UNKNOWN(TroubleClass.HOLD, Owner.IT_STAFF, Urgency.DAILY, "person", "answer", "mail"),

	/** No more mails may be sent for a while. */
	MAIL_LIMIT_REACHED(TroubleClass.RETRY, Owner.IT_STAFF, Urgency.DAILY, "answer");

	private final TroubleClass troubleClass;

	private final Owner owner;

	private final Urgency urgency;

	private final Set<String> detailKeys;

	ProblemCode(TroubleClass troubleClass, Owner owner, Urgency urgency, String... detailKeys) {
		this.troubleClass = troubleClass;
		this.owner = owner;
		this.urgency = urgency;
		this.detailKeys = Collections.unmodifiableSet(new LinkedHashSet<>(List.of(detailKeys)));
	}

	public TroubleClass troubleClass() {
		return this.troubleClass;
	}

	public Owner owner() {
		return this.owner;
	}

	/**
	 * When it is told. At once: a whole run failed, an outside system is away or lets the
	 * gateway in no more, or the gateway cannot account for what it read. At the
	 * deadline: something is missing in the journal, and after a certain moment nobody
	 * can enter it any more.
	 */
	public Urgency urgency() {
		return this.urgency;
	}

	/**
	 * The details that the texts of this code need; whoever reports it gives them all.
	 */
	public Set<String> detailKeys() {
		return this.detailKeys;
	}

}
