package kz.kopir.grading;

import java.util.List;

/**
 * From which whole percent on which mark of a term is given (order 125, annex 1: 0, 40,
 * 65 and 85 for the marks 2 to 5).
 *
 * @param lowest lowest percent of each mark from 2 on, rising from 0
 */
public record TermScale(List<Integer> lowest) {

	private static final int LOWEST_MARK = 2;

	private static final int MARKS = 4;

	private static final int HUNDRED = 100;

	public TermScale {
		lowest = List.copyOf(lowest);
		if (lowest.size() != MARKS || lowest.get(0) != 0) {
			throw new IllegalArgumentException(
					"term-scale is " + lowest + ". Give the lowest percents of the marks 2, 3, 4 and 5, the first 0.");
		}
		for (int i = 1; i < MARKS; i++) {
			if (lowest.get(i) <= lowest.get(i - 1) || lowest.get(i) > HUNDRED) {
				throw new IllegalArgumentException("term-scale is " + lowest + ". The percents must rise up to 100.");
			}
		}
	}

	/** The mark of a whole percent. */
	int mark(int percent) {
		int mark = LOWEST_MARK;
		for (int i = 1; i < MARKS; i++) {
			if (percent >= this.lowest.get(i)) {
				mark = LOWEST_MARK + i;
			}
		}
		return mark;
	}

}
