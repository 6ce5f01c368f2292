package kz.kopir.grading;

/**
 * A score of a БЖБ or ТЖБ with its maximum. Its text form holds no score.
 *
 * @param value 0 up to the maximum
 * @param maximum highest score, 1 or more
 */
public record SummativeScore(int value, int maximum) {

	public SummativeScore {
		if (maximum < 1 || value < 0 || value > maximum) {
			throw new IllegalArgumentException("A score lies between 0 and its maximum of at least 1.");
		}
	}

	@Override
	public String toString() {
		return "SummativeScore[of " + this.maximum + "]";
	}

}
