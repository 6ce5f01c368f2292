package kz.kopir.console;

import org.jspecify.annotations.Nullable;

/**
 * What was chosen in a form. A form sends an empty text for what was not.
 */
final class Chosen {

	private Chosen() {
	}

	static @Nullable String of(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

}
