package kz.kopir.crash;

/**
 * When a gateway is killed.
 *
 * @param moment what it is doing
 * @param share how far it has come with that, 0 to 1; for {@link Moment#ANY_TIME} in
 * {@link #LONGEST_MILLIS} from its start
 */
record KillPoint(Moment moment, double share) {

	/** Longer than a start and a run take on an idle machine. */
	static final long LONGEST_MILLIS = 8_000;

	@Override
	public String toString() {
		return this.moment + "@" + this.share;
	}

	/** What the gateway is doing when it is killed. */
	enum Moment {

		/** It reads Classroom or Zoom. */
		READING_SOURCE,

		/** It reads the journal, before its first write. */
		READING_JOURNAL,

		/** It has sent a write, which has no effect. */
		WRITE_NOT_TAKEN,

		/** It has sent a write, which has its effect, but is never answered. */
		WRITE_TAKEN,

		/** All is written, and it reads the journal back. */
		READING_BACK,

		/** Whatever it is doing after a time. */
		ANY_TIME

	}

}
