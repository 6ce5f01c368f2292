package kz.kopir.grading;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Makes what people typed fit to be shown in the journal.
 */
final class CleanText {

	private static final Pattern LINE_BREAKS = Pattern.compile("\\R");

	private static final String ELLIPSIS = "…";

	private CleanText() {
	}

	/** Text of one line. */
	static String line(String text) {
		return cleanLine(LINE_BREAKS.matcher(text).replaceAll(" "));
	}

	/**
	 * Text of several lines without control characters, marks that turn the direction of
	 * writing and halves of characters. Emoji stay, with the joiners that hold them
	 * together. More than one empty line becomes one.
	 */
	static String block(String text) {
		StringBuilder block = new StringBuilder(text.length());
		boolean empty = false;
		for (String line : LINE_BREAKS.split(text)) {
			String clean = cleanLine(line);
			if (!clean.isEmpty()) {
				if (!block.isEmpty()) {
					block.append(empty ? "\n\n" : "\n");
				}
				block.append(clean);
			}
			empty = clean.isEmpty();
		}
		return block.toString();
	}

	private static String cleanLine(String line) {
		StringBuilder clean = new StringBuilder(line.length());
		line.codePoints().forEach((letter) -> {
			if (letter == '\t') {
				clean.append(' ');
			}
			else if (!isStripped(letter)) {
				clean.appendCodePoint(letter);
			}
		});
		return Normalizer.normalize(clean, Normalizer.Form.NFC).strip();
	}

	/** Cuts a text to a number of UTF-16 characters, never inside a character. */
	static String cut(String text, int most) {
		if (text.length() <= most) {
			return text;
		}
		int end = most - ELLIPSIS.length();
		if (Character.isHighSurrogate(text.charAt(end - 1))) {
			end--;
		}
		return text.substring(0, end).stripTrailing() + ELLIPSIS;
	}

	private static boolean isStripped(int letter) {
		int type = Character.getType(letter);
		boolean direction = letter == 0x061C || letter == 0x200E || letter == 0x200F
				|| (letter >= 0x202A && letter <= 0x202E) || (letter >= 0x2066 && letter <= 0x2069);
		return direction || type == Character.CONTROL || type == Character.SURROGATE || letter == 0xFEFF
				|| (letter & 0xFFFE) == 0xFFFE;
	}

}
