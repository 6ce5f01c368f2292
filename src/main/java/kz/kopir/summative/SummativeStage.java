package kz.kopir.summative;

/**
 * How far a БЖБ or ТЖБ of a class is.
 */
public enum SummativeStage {

	/** Its day has not come. */
	PLANNED,
	/** Its day has come; no grade was given back. */
	HELD,
	/** Grades were given back in Classroom; none of them stands in the journal. */
	GRADED,
	/** Some of them stand in the journal. */
	IN_JOURNAL,
	/**
	 * All that was handed in was graded, and every grade was read back from the journal.
	 */
	VERIFIED;

	/**
	 * @param dayHasCome whether it is the day of the work or later
	 * @param handedIn submissions that wait for a grade
	 * @param graded grades that were given back
	 * @param standing grades that the journal shows as they are
	 */
	public static SummativeStage of(boolean dayHasCome, int handedIn, int graded, int standing) {
		if (graded == 0) {
			return dayHasCome ? HELD : PLANNED;
		}
		if (standing == 0) {
			return GRADED;
		}
		return (standing == graded && handedIn == 0) ? VERIFIED : IN_JOURNAL;
	}

}
