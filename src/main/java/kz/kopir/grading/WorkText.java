package kz.kopir.grading;

import java.util.Optional;

/**
 * The text of a work in the journal. Its last line is the coursework's address in
 * Classroom: by it the gateway knows its own work again after a crash.
 */
public final class WorkText {

	private WorkText() {
	}

	/**
	 * The address of the coursework from which a text was made. Journals may join lines
	 * or add blanks, so the last word counts, not the last line.
	 * @param text a text as the journal holds it
	 * @return the address, or empty when the text does not end with one
	 */
	public static Optional<String> linkOf(String text) {
		String end = text.strip();
		int start = end.length();
		while (start > 0 && !Character.isWhitespace(end.charAt(start - 1))) {
			start--;
		}
		String word = end.substring(start);
		return word.startsWith("https://") ? Optional.of(word) : Optional.empty();
	}

}
