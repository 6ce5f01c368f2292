package kz.kopir.rehearsal.zoom;

/**
 * Zoom says no: a status, a code and a message.
 */
final class Refusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int status;

	private final int code;

	Refusal(int status, int code, String message) {
		super(message, null, false, false);
		this.status = status;
		this.code = code;
	}

	static Refusal validation(String message) {
		return new Refusal(400, 300, message);
	}

	static Refusal noUser(String id) {
		return new Refusal(404, 1001, "User " + id + " not exist or not belong to this account.");
	}

	static Refusal noMeeting(String id) {
		return new Refusal(404, 3001, "Meeting does not exist: " + id + ".");
	}

	static Refusal notEnded() {
		return new Refusal(404, 3001, "Meeting ID is invalid or not end.");
	}

	static Refusal unpaid(String id) {
		return new Refusal(400, 200, "This is only available for paid account:" + id + ".");
	}

	int status() {
		return this.status;
	}

	int code() {
		return this.code;
	}

	String text() {
		return String.valueOf(getMessage());
	}

}
