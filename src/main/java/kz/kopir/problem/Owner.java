package kz.kopir.problem;

/**
 * Who can mend a problem.
 */
public enum Owner {

	TEACHER, CLASS_TEACHER, DEPUTY_HEAD, IT_STAFF

}
