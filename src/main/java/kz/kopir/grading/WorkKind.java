package kz.kopir.grading;

/**
 * In which form a coursework stands in the journal.
 */
public enum WorkKind {

	/** A homework of a lesson; may carry marks. */
	HOMEWORK,

	/** A column of a lesson that carries marks of work at that lesson. */
	COLUMN

}
