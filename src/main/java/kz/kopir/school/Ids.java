package kz.kopir.school;

/**
 * What all ids have in common: there is no blank one.
 */
final class Ids {

	private Ids() {
	}

	static void requireText(String value, String type) {
		if (value == null || value.isBlank()) {
			throw new IllegalArgumentException(type + " must not be blank");
		}
	}

}
