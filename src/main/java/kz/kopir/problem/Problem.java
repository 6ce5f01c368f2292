package kz.kopir.problem;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import kz.kopir.school.ClassGroupId;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a person must do or know, as whoever finds it reports it.
 *
 * @param code the catalogue's code
 * @param subject what it is about, as a stable key of ids: the same code and subject is
 * the same problem, however often it is reported
 * @param classGroup the class group it belongs to, null if it belongs to none
 * @param ownerRef which teacher it is, by an id of the source; null if the code's owner
 * is one for the school
 * @param deadline until when it can be mended; null if there is no such moment
 * @param details values for the placeholders of the code's texts
 * @param lines the entries or pupils concerned; of two lines with one key the later stays
 */
public record Problem(ProblemCode code, String subject, @Nullable ClassGroupId classGroup, @Nullable String ownerRef,
		@Nullable Instant deadline, Map<String, String> details, List<Line> lines) {

	/** A title of Classroom may be 30,000 characters long; a sentence must stay one. */
	static final int LONGEST_DETAIL = 200;

	/**
	 * Copies what is given and makes the details fit to stand in a sentence.
	 */
	public Problem {
		// A forgotten detail is a mistake in the code and fails every test; at work it
		// must not cost the whole run, the text says "not given" then.
		assert hasAll(code, details.keySet())
				: code + " needs the details " + code.detailKeys() + " but has " + details.keySet();
		details = presentable(details);
		lines = eachOnce(lines);
	}

	private static List<Line> eachOnce(List<Line> lines) {
		Map<String, Line> byKey = new LinkedHashMap<>();
		lines.forEach((line) -> byKey.put(line.entryKey(), line));
		return List.copyOf(byKey.values());
	}

	private static boolean hasAll(ProblemCode code, Set<String> given) {
		return given.containsAll(code.detailKeys());
	}

	private static Map<String, String> presentable(Map<String, String> details) {
		Map<String, String> presentable = new LinkedHashMap<>();
		details.forEach((key, value) -> presentable.put(key, presentable(value)));
		return Map.copyOf(presentable);
	}

	static String presentable(String value) {
		String text = withoutControls(value);
		if (text.codePointCount(0, text.length()) <= LONGEST_DETAIL) {
			return text;
		}
		return text.substring(0, text.offsetByCodePoints(0, LONGEST_DETAIL - 1)) + "…";
	}

	/** Control and direction characters could tear a sentence or a log line apart. */
	static String withoutControls(String value) {
		return value.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\s]+", " ").strip();
	}

	/**
	 * One entry or pupil concerned.
	 *
	 * @param entryKey the natural key of the entry or pupil, made of ids
	 * @param note what is particular about it, without names and marks; may be null
	 */
	public record Line(String entryKey, @Nullable String note) {

		/**
		 * Makes the note fit to be stored and shown.
		 */
		public Line {
			note = (note == null) ? null : presentable(note);
		}

		/**
		 * A line about which there is nothing particular to say.
		 */
		public static Line of(String entryKey) {
			return new Line(entryKey, null);
		}

	}

}
