package kz.kopir.workbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

import kz.kopir.mapping.Spelling;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.jspecify.annotations.Nullable;

/**
 * The headings of a worksheet that name a БЖБ or ТЖБ. A heading is such a word with its
 * number before or behind it and, if the journal adds it, its maximum; a longer text is
 * none.
 */
final class Headings {

	private static final Set<String> SECTION = keys("БЖБ", "СОР");

	private static final Set<String> TERM = keys("ТЖБ", "СОЧ");

	/** How words for a maximum begin, in comparable letters. */
	private static final List<String> MAXIMUM = List.of(Spelling.key("макс"), Spelling.key("max"),
			Spelling.key("жоғары"));

	private final List<Heading> headings = new ArrayList<>();

	Headings(HSSFSheet sheet) {
		for (Row row : sheet) {
			for (Cell cell : row) {
				if (cell.getCellType() == CellType.STRING) {
					Heading heading = read((HSSFCell) cell);
					if (heading != null) {
						this.headings.add(heading);
					}
				}
			}
		}
	}

	/** The first row with a heading; empty when there is none. */
	OptionalInt firstRow() {
		return this.headings.stream().mapToInt((heading) -> heading.cell().getRowIndex()).min();
	}

	/**
	 * The headings that can be of a part of a sheet.
	 */
	List<Heading> of(int part, CriteriaSheet sheet) {
		if (part == CriteriaSheet.TERM_SUMMATIVE) {
			// There is one ТЖБ in a term, so a number with it can only be the term's.
			return this.headings.stream()
				.filter((heading) -> heading.termSummative()
						&& (heading.number() == null || heading.number() == sheet.term()))
				.toList();
		}
		List<Heading> sections = this.headings.stream().filter((heading) -> !heading.termSummative()).toList();
		boolean onlyOne = part == 1 && sheet.columns().stream().noneMatch((column) -> column.part() > 1)
				&& sections.stream().allMatch((heading) -> heading.number() == null);
		return sections.stream()
			.filter((heading) -> (heading.number() != null) ? heading.number() == part : onlyOne)
			.toList();
	}

	/** Whether a text speaks of a maximum. */
	static boolean tellsOfMaximum(String text) {
		return Spelling.words(text).stream().anyMatch(Headings::isMaximum);
	}

	private static boolean isMaximum(String word) {
		return MAXIMUM.stream().anyMatch(word::startsWith);
	}

	private static @Nullable Heading read(HSSFCell cell) {
		List<String> words = new ArrayList<>(Spelling.words(cell.getStringCellValue()));
		Integer maximum = null;
		int size = words.size();
		if (size >= 3 && isMaximum(words.get(size - 2))) {
			maximum = number(words.get(size - 1));
			if (maximum == null) {
				return null;
			}
			words = words.subList(0, size - 2);
		}
		if (words.isEmpty() || words.size() > 2) {
			return null;
		}
		String word = Spelling.isNumber(words.get(0)) ? words.get(words.size() - 1) : words.get(0);
		if (!SECTION.contains(word) && !TERM.contains(word)) {
			return null;
		}
		Integer number = null;
		if (words.size() == 2) {
			number = number(words.get(words.get(0).equals(word) ? 1 : 0));
			if (number == null) {
				return null;
			}
		}
		return new Heading(cell, TERM.contains(word), number, maximum);
	}

	private static @Nullable Integer number(String word) {
		return (Spelling.isNumber(word) && word.length() <= 4) ? Integer.valueOf(word) : null;
	}

	private static Set<String> keys(String... words) {
		Set<String> keys = new HashSet<>();
		for (String word : words) {
			keys.add(Spelling.key(word));
		}
		return keys;
	}

	/**
	 * A heading.
	 *
	 * @param number the number in it; null for none
	 * @param maximum the maximum in it; null for none
	 */
	record Heading(HSSFCell cell, boolean termSummative, @Nullable Integer number, @Nullable Integer maximum) {
	}

}
