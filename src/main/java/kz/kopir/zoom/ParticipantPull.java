package kz.kopir.zoom;

import kz.kopir.school.Meeting;

/**
 * Asking for the participants of one meeting. Not safe for several threads.
 */
public final class ParticipantPull {

	private static final int MOST = 2;

	private final Meeting meeting;

	private final boolean settled;

	private int done;

	private boolean over;

	/**
	 * @param meeting the meeting
	 * @param settled whether the day's moments to ask have passed, so that asking twice
	 * at once is worth as much as asking later
	 */
	ParticipantPull(Meeting meeting, boolean settled) {
		this.meeting = meeting;
		this.settled = settled;
	}

	Meeting meeting() {
		return this.meeting;
	}

	boolean isSettled() {
		return this.settled;
	}

	/** Whether to ask now, for the first time or once more. */
	boolean isWanted() {
		return !this.over && this.done < (this.settled ? MOST : 1);
	}

	void asked() {
		this.done++;
	}

	void end() {
		this.over = true;
	}

	@Override
	public String toString() {
		return "ParticipantPull[" + this.meeting + "]";
	}

}
