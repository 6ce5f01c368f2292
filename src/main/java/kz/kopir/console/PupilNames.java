package kz.kopir.console;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Names of pupils by the journal's ids, as far as the gateway keeps them.
 *
 * @param byId the names
 */
record PupilNames(Map<String, String> byId) {

	/** Of nobody: for whoever may not see names. */
	static final PupilNames NONE = new PupilNames(Map.of());

	@Nullable String of(@Nullable String pupil) {
		return (pupil != null) ? this.byId.get(pupil) : null;
	}

	@Override
	public String toString() {
		return "PupilNames[" + this.byId.size() + "]";
	}

}
