package kz.kopir.rehearsal.world;

/**
 * A teacher as a user of the school's Zoom account. The text form is the id alone.
 *
 * @param id Zoom's user id
 * @param personId the teacher
 * @param email address at Zoom
 * @param lastName surname
 * @param firstName given name
 * @param licensed whether the school pays for this user; meetings of others have no
 * report and end after 40 minutes
 * @param personalRoom number of the personal meeting room
 */
public record ZoomUserFacts(String id, long personId, String email, String lastName, String firstName, boolean licensed,
		long personalRoom) {

	@Override
	public String toString() {
		return "ZoomUserFacts[" + this.id + "]";
	}

}
