package kz.kopir.grading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

import kz.kopir.mapping.Table;

/**
 * Bands of percents, each with its formative mark. The percent is rounded once, from its
 * exact value, before its band is chosen.
 */
final class FormativeScale {

	private static final int LOWEST_MARK = 1;

	private static final int HIGHEST_MARK = 10;

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private static final Pattern PERCENT = Pattern.compile("\\d{1,3}([.,]\\d{1,4})?");

	private static final Pattern MARK = Pattern.compile("\\d{1,2}");

	private final NavigableMap<BigDecimal, Integer> bands = new TreeMap<>();

	private final int percentScale;

	private final RoundingMode rounding;

	FormativeScale(Table table, int percentScale, RoundingMode rounding) {
		this.percentScale = percentScale;
		this.rounding = rounding;
		for (Table.Row row : table.rows()) {
			add(row);
		}
		if (this.bands.isEmpty()) {
			throw table.wrong("", "The scale has no band, so no grade would have a mark.",
					"Add a line for each mark, the first from 0 percent.");
		}
	}

	private void add(Table.Row row) {
		BigDecimal from = percent(row);
		int mark = mark(row);
		Map.Entry<BigDecimal, Integer> last = this.bands.isEmpty() ? null : this.bands.lastEntry();
		if (last == null && from.signum() != 0) {
			throw row.wrong("from_percent", "The first band begins above 0, so lower percents would have no mark.",
					"Begin with the band from 0.");
		}
		if (last != null && from.compareTo(last.getKey()) <= 0) {
			throw row.wrong("from_percent", "The band begins no higher than the one before it.",
					"Order the bands by percent and give each percent once.");
		}
		if (last != null && mark <= last.getValue()) {
			throw row.wrong("mark", "A higher percent would get no higher mark.", "Marks must rise with the percent.");
		}
		this.bands.put(from, mark);
	}

	private static BigDecimal percent(Table.Row row) {
		String cell = row.require("from_percent");
		if (PERCENT.matcher(cell).matches()) {
			BigDecimal percent = new BigDecimal(cell.replace(',', '.'));
			if (percent.compareTo(HUNDRED) <= 0) {
				return percent;
			}
		}
		throw row.wrong("from_percent", "«" + cell + "» is no percent.",
				"Write a number from 0 to 100 with at most 4 decimals.");
	}

	private static int mark(Table.Row row) {
		String cell = row.require("mark");
		if (MARK.matcher(cell).matches()) {
			int mark = Integer.parseInt(cell);
			if (mark >= LOWEST_MARK && mark <= HIGHEST_MARK) {
				return mark;
			}
		}
		throw row.wrong("mark", "«" + cell + "» is no formative mark.",
				"Write a whole number from " + LOWEST_MARK + " to " + HIGHEST_MARK + ".");
	}

	/**
	 * The mark of a grade.
	 * @param points 0 up to the maximum
	 * @param maxPoints above 0
	 * @return the mark, 1 to 10
	 */
	int mark(BigDecimal points, BigDecimal maxPoints) {
		BigDecimal percent = points.multiply(HUNDRED).divide(maxPoints, this.percentScale, this.rounding);
		return this.bands.floorEntry(percent).getValue();
	}

}
