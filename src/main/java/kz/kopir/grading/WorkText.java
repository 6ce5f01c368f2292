package kz.kopir.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import kz.kopir.school.Coursework;
import org.jspecify.annotations.Nullable;

/**
 * The text of a work in the journal. Its last line is the coursework's address in
 * Classroom: by it the gateway knows its own work again after a crash.
 */
public final class WorkText {

	private static final String SCHEME = "https://";

	private static final int LONGEST_LINK = 500;

	private static final Pattern LINK = Pattern.compile(SCHEME + "[\\x21-\\x7E]{1," + LONGEST_LINK + "}");

	private WorkText() {
	}

	/** Whether an address can stand as the last line. */
	static boolean isLink(@Nullable String link) {
		return link != null && LINK.matcher(link).matches();
	}

	/**
	 * Title, description, links of the materials and, as last line, the coursework's
	 * address, which is never cut.
	 */
	static String of(Coursework coursework, String link, int cap) {
		List<String> parts = new ArrayList<>();
		parts.add(CleanText.line(coursework.title()));
		String description = coursework.description();
		if (description != null) {
			parts.add(CleanText.block(description));
		}
		coursework.materialLinks().stream().map(CleanText::line).forEach(parts::add);
		parts.removeIf(String::isEmpty);
		String body = CleanText.cut(String.join("\n", parts), cap - 1 - link.length());
		return body.isEmpty() ? link : body + "\n" + link;
	}

	/**
	 * The address of the coursework from which a text was made. Journals may join lines
	 * or add blanks, so the last address counts, not the last line.
	 * @param text a text as the journal holds it
	 * @return the address, or empty when the text does not end with one
	 */
	public static Optional<String> linkOf(String text) {
		String end = text.strip();
		String word = end.substring(Math.max(end.lastIndexOf(SCHEME), 0));
		return isLink(word) ? Optional.of(word) : Optional.empty();
	}

}
