package kz.kopir.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;

/**
 * Makes words comparable that look the same to a reader: upper and lower case, composed
 * and decomposed letters, and Latin letters typed in a Cyrillic word or the reverse
 * («CОР» with a Latin C). The look-alikes are those of Unicode's table of confusable
 * letters. Words are never shortened or stemmed.
 */
public final class Spelling {

	private static final Pattern LEFT_OVER_MARKS = Pattern.compile("\\p{M}+");

	private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

	private static final SpoofChecker LOOKALIKES = new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE)
		.build();

	private Spelling() {
	}

	/**
	 * The words of a text in their comparable form. Letters and digits are words of their
	 * own («СОР2» is two), everything else separates.
	 * @param text any text
	 * @return the comparable words in the order of the text
	 */
	public static List<String> words(String text) {
		List<String> words = new ArrayList<>();
		StringBuilder word = new StringBuilder();
		boolean digits = false;
		for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
			int letter = text.codePointAt(i);
			if (UCharacter.hasBinaryProperty(letter, UProperty.DEFAULT_IGNORABLE_CODE_POINT)) {
				continue;
			}
			boolean digit = Character.isDigit(letter);
			// Separating comes before normalising: NFKC makes letters of the sign №.
			if (!digit && !Character.isLetter(letter) && !isMark(letter)) {
				flush(word, digits, words);
			}
			else {
				if (digit != digits) {
					flush(word, digits, words);
					digits = digit;
				}
				word.appendCodePoint(letter);
			}
		}
		flush(word, digits, words);
		return words;
	}

	/**
	 * The whole text in its comparable form; empty when it has neither letter nor digit.
	 * @param text any text
	 * @return the comparable words, joined by one blank
	 */
	public static String key(String text) {
		return String.join(" ", words(text));
	}

	/** Whether a comparable word is a number. */
	public static boolean isNumber(String word) {
		return !word.isEmpty() && word.chars().allMatch((digit) -> digit >= '0' && digit <= '9');
	}

	private static boolean isMark(int letter) {
		int type = Character.getType(letter);
		return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK
				|| type == Character.ENCLOSING_MARK;
	}

	private static void flush(StringBuilder word, boolean digits, List<String> words) {
		if (word.isEmpty()) {
			return;
		}
		String comparable = digits ? number(word) : lookalike(word);
		if (!comparable.isEmpty()) {
			words.add(comparable);
		}
		word.setLength(0);
	}

	private static String number(StringBuilder word) {
		StringBuilder number = new StringBuilder();
		word.codePoints()
			.filter(Character::isDigit)
			.forEach((digit) -> number.append((char) ('0' + Character.digit(digit, 10))));
		return number.toString();
	}

	private static String lookalike(StringBuilder word) {
		String composed = LEFT_OVER_MARKS.matcher(NFKC.normalize(word)).replaceAll("");
		// Upper case looks the same in both scripts far more often than lower case.
		String upper = composed.toUpperCase(Locale.ROOT);
		String skeleton = upper.isEmpty() ? "" : LOOKALIKES.getSkeleton(upper);
		// The letter З looks like a digit and is none.
		return isNumber(skeleton) ? upper : skeleton;
	}

}
