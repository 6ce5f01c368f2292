package kz.kopir.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import kz.kopir.mapping.Spelling;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;

/**
 * What a worksheet says of itself: its name and the texts above its headings. All
 * worksheets of a class group hold the same names and headings, so nothing else tells
 * algebra from geometry.
 */
final class Statements {

	/**
	 * What separates statements in one text. Whole statements are compared, because
	 * «Казахский язык» stands in «Казахский язык и литература», too.
	 */
	private static final Pattern SEPARATORS = Pattern.compile("[:;,|\\n\\r\\t]|\\.\\s|\\s[-–—·]\\s");

	private static final Set<String> TERM_WORDS = keys("четверть", "четверти", "тоқсан", "term", "quarter");

	private static final Set<String> ORDINAL_ENDS = keys("я", "ая", "й", "ші", "шы", "st", "nd", "rd", "th");

	/**
	 * A number and one letter, with or without the word. Comparable words do not serve,
	 * because a letter can have several signs in them.
	 */
	private static final Pattern CLASS_GROUP = Pattern.compile(
			"[\\W_]*(?:(?:класс|сынып|class)[\\W_]+)?([0-9]{1,2})[\\W_]*(\\p{L}\\p{M}*)[\\W_]*(?:(?:класс|сынып|сыныбы|class)[\\W_]*)?",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

	private static final Map<String, Integer> TERMS = terms();

	private final Set<String> statements = new HashSet<>();

	private final Set<Integer> terms = new HashSet<>();

	private final Set<String> classGroups = new HashSet<>();

	Statements(HSSFSheet sheet, int headingRow) {
		add(sheet.getSheetName());
		for (Row row : sheet) {
			if (row.getRowNum() < headingRow) {
				for (Cell cell : row) {
					if (cell.getCellType() == CellType.STRING) {
						add(cell.getStringCellValue());
					}
				}
			}
		}
	}

	boolean ofSubject(String subject) {
		return this.statements.contains(Spelling.key(subject));
	}

	/** Whether it says that it is of this term and of no other. */
	boolean ofTerm(int term) {
		return this.terms.equals(Set.of(term));
	}

	/** Whether it names another class group; it need not name any. */
	boolean ofOtherClassGroup(String classGroup) {
		Matcher own = CLASS_GROUP.matcher(classGroup);
		return own.matches() && this.classGroups.stream().anyMatch((stated) -> !stated.equals(key(own)));
	}

	private void add(String text) {
		this.statements.add(Spelling.key(text));
		for (String part : SEPARATORS.split(text)) {
			this.statements.add(Spelling.key(part));
			addTerms(Spelling.words(part));
			Matcher classGroup = CLASS_GROUP.matcher(part);
			if (classGroup.matches()) {
				this.classGroups.add(key(classGroup));
			}
		}
	}

	/** Every number next to the word counts, so that a doubtful text tells two terms. */
	private void addTerms(List<String> words) {
		for (int i = 0; i < words.size(); i++) {
			if (TERM_WORDS.contains(words.get(i))) {
				int before = (i > 0 && ORDINAL_ENDS.contains(words.get(i - 1))) ? i - 2 : i - 1;
				addTerm(words, before);
				addTerm(words, i + 1);
			}
		}
	}

	private void addTerm(List<String> words, int at) {
		if (at >= 0 && at < words.size() && TERMS.containsKey(words.get(at))) {
			this.terms.add(TERMS.get(words.get(at)));
		}
	}

	private static String key(Matcher classGroup) {
		return Spelling.key(classGroup.group(1) + " " + classGroup.group(2));
	}

	private static Map<String, Integer> terms() {
		Map<String, Integer> terms = new HashMap<>();
		List<String> roman = List.of("I", "II", "III", "IV");
		for (int term = 1; term <= roman.size(); term++) {
			terms.put(String.valueOf(term), term);
			terms.put(Spelling.key(roman.get(term - 1)), term);
		}
		return Map.copyOf(terms);
	}

	private static Set<String> keys(String... words) {
		List<String> keys = new ArrayList<>();
		for (String word : words) {
			keys.add(Spelling.key(word));
		}
		return Set.copyOf(keys);
	}

}
