package kz.kopir.rehearsal.world;

/**
 * A score that a teacher typed into the criteria journal before the gateway came. The
 * text form holds no value.
 *
 * @param sectionId the section
 * @param personId the pupil
 * @param value the score
 */
public record TypedScoreFacts(long sectionId, long personId, int value) {

	@Override
	public String toString() {
		return "TypedScoreFacts[" + this.sectionId + "]";
	}

}
