package kz.kopir.sync;

import java.util.Set;

/**
 * The flows of the gateway by their names, which stand in logs, in the database and in
 * the management endpoint.
 */
public final class Flows {

	/** Homework and formative marks from Classroom. */
	public static final String CLASSROOM = "classroom";

	/** Attendance from Zoom and from report files. */
	public static final String ATTENDANCE = "attendance";

	/** All of them. */
	public static final Set<String> ALL = Set.of(CLASSROOM, ATTENDANCE);

	private Flows() {
	}

}
