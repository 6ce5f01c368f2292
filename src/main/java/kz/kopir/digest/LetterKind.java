package kz.kopir.digest;

/**
 * Kinds of mail.
 */
public enum LetterKind {

	/** What is new for a person, at most one a day, at the policy's hour. */
	DAILY,

	/** What cannot wait for the daily one. */
	URGENT,

	/** What nobody reacted to, told to the one above. */
	ESCALATION,

	/** The deputy head's overview of the week. */
	WEEKLY

}
