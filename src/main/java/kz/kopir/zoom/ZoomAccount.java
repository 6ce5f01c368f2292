package kz.kopir.zoom;

/**
 * How one school signs in to Zoom: a Server-to-Server OAuth app of its own account. Its
 * text form holds no secret.
 *
 * @param accountId Zoom's id of the account
 * @param clientId id of the app
 * @param clientSecret its secret
 * @param discovery how meetings are found
 * @param requestsPerDay the school's part of the account's daily calls, at least 1
 * @param teachers which teacher a Zoom user is
 * @param participants which pupil an id or address of a participant means
 */
public record ZoomAccount(String accountId, String clientId, String clientSecret, Discovery discovery,
		long requestsPerDay, ZoomTeachers teachers, ZoomParticipants participants) {

	@Override
	public String toString() {
		return "ZoomAccount[" + this.discovery + "]";
	}

	/** How meetings are found. */
	public enum Discovery {

		/** One list of all meetings of the account. */
		ACCOUNT,

		/** A list for each teacher who taught. */
		TEACHER

	}

}
