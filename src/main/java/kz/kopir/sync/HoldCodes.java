package kz.kopir.sync;

import kz.kopir.problem.ProblemCode;

/**
 * In which words the holds of the comparison are told, by the kind of entry.
 *
 * @param ofAnother somebody else's value stands there
 * @param changedByHand it was changed by hand
 * @param removedByHand it was removed by hand
 * @param withdrawn it is gone at the source
 * @param editPeriodOver the journal takes nothing there any more
 */
record HoldCodes(ProblemCode ofAnother, ProblemCode changedByHand, ProblemCode removedByHand, ProblemCode withdrawn,
		ProblemCode editPeriodOver) {

	private static final HoldCodes COURSEWORK = new HoldCodes(ProblemCode.VALUE_OF_ANOTHER, ProblemCode.CHANGED_BY_HAND,
			ProblemCode.REMOVED_BY_HAND, ProblemCode.WITHDRAWN_AT_SOURCE, ProblemCode.EDIT_PERIOD_OVER);

	private static final HoldCodes ATTENDANCE = new HoldCodes(ProblemCode.ATTENDANCE_SET_BY_HAND,
			ProblemCode.ATTENDANCE_SET_BY_HAND, ProblemCode.ATTENDANCE_REMOVED_BY_HAND,
			ProblemCode.ATTENDANCE_WITHDRAWN, ProblemCode.ATTENDANCE_EDIT_PERIOD_OVER);

	private static final HoldCodes SUMMATIVE = new HoldCodes(ProblemCode.SUMMATIVE_DIFFERS,
			ProblemCode.SUMMATIVE_DIFFERS, ProblemCode.REMOVED_BY_HAND, ProblemCode.WITHDRAWN_AT_SOURCE,
			ProblemCode.EDIT_PERIOD_OVER);

	static HoldCodes of(EntryKind kind) {
		return switch (kind) {
			case WORK, MARK -> COURSEWORK;
			case SUMMATIVE -> SUMMATIVE;
			case ATTENDANCE -> ATTENDANCE;
		};
	}

}
