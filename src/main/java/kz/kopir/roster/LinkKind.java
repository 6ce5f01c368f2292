package kz.kopir.roster;

/**
 * What a link joins.
 */
public enum LinkKind {

	/** A Classroom course to a class group and subject. */
	COURSE,

	/** A Classroom user to a pupil. */
	PUPIL

}
