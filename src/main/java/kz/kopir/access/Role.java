package kz.kopir.access;

/**
 * What a user may do. Roles add up; none contains another.
 */
public enum Role {

	/** Sees metadata: ids, codes, counts. No name and no mark. */
	VIEWER,

	/** Starts runs, stops and starts routes, replays deliveries, pauses a school. */
	OPERATOR,

	/** Decides: plans, late marks, links, exclusions. */
	APPROVER,

	/** Sees names and marks. */
	DATA_VIEWER

}
