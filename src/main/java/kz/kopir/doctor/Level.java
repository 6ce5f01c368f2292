package kz.kopir.doctor;

/**
 * How it stands with a check, the best first.
 */
public enum Level {

	/** As it should be. */
	OK(0),

	/** Could not be looked at, because something before it is wrong or not set up. */
	NOT_CHECKED(0),

	/** Works, but somebody should look. */
	WARNING(1),

	/** Keeps the gateway from working for this school. */
	WRONG(2);

	private final int exitCode;

	Level(int exitCode) {
		this.exitCode = exitCode;
	}

	/** For scripts: 0, 1 or 2. */
	public int exitCode() {
		return this.exitCode;
	}

}
