package kz.kopir.sync;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;

import kz.kopir.deadline.EditPeriod;

/**
 * What a school decided about writing.
 *
 * @param approval which plans run by themselves
 * @param brakeShare share of a class group's marks, 0 to 1, that a plan may change by
 * itself
 * @param brakeMinimum number of changed marks below which the brake never takes hold
 * @param editPeriod how long the journal takes entries of a lesson
 * @param capabilities kinds of writing that are switched on
 */
public record SyncPolicy(Approval approval, BigDecimal brakeShare, int brakeMinimum, EditPeriod editPeriod,
		Set<Capability> capabilities) {

	public SyncPolicy {
		if (brakeShare.signum() < 0 || brakeShare.compareTo(BigDecimal.ONE) > 0) {
			throw new IllegalArgumentException("The brake's share must lie between 0 and 1, but is " + brakeShare);
		}
		if (brakeMinimum < 0) {
			throw new IllegalArgumentException("The brake's minimum must not be negative, but is " + brakeMinimum);
		}
		capabilities = Set.copyOf(capabilities);
	}

	/** Whether a plan that changes so many of so many marks must wait for a person. */
	boolean brakes(int changedMarks, int marksInJournal) {
		return changedMarks >= this.brakeMinimum && changedMarks > 0 && BigDecimal.valueOf(changedMarks)
			.compareTo(this.brakeShare.multiply(BigDecimal.valueOf(marksInJournal))) > 0;
	}

	boolean allows(EntryKind kind, Change.Action action) {
		boolean add = action == Change.Action.ADD;
		return this.capabilities.contains(switch (kind) {
			case WORK -> add ? Capability.HOMEWORK : Capability.HOMEWORK_CHANGE;
			case MARK -> add ? Capability.MARK : Capability.MARK_CHANGE;
			case SUMMATIVE -> Capability.SUMMATIVE;
			case ATTENDANCE -> add ? Capability.ATTENDANCE : Capability.ATTENDANCE_CHANGE;
		});
	}

	/** Every kind of writing. */
	public static Set<Capability> allCapabilities() {
		return EnumSet.allOf(Capability.class);
	}

	/** Which plans run without a person. */
	public enum Approval {

		/** All, unless the brake takes hold. */
		AUTO,

		/** None. */
		ALWAYS

	}

	/** A kind of writing to the journal that is switched on by itself. */
	public enum Capability {

		/** Put a new homework or column on a lesson. */
		HOMEWORK,

		/** Change one that the gateway put there. */
		HOMEWORK_CHANGE,

		/** Put a new mark. */
		MARK,

		/** Change a mark that the gateway put there. */
		MARK_CHANGE,

		/**
		 * Put and change scores of БЖБ and ТЖБ. Kundelik has no known call for it; with
		 * it off, teachers get them in a workbook.
		 */
		SUMMATIVE,
		/** Put an attendance where none stands. */
		ATTENDANCE,

		/** Change an attendance that the gateway put there. */
		ATTENDANCE_CHANGE

	}

}
