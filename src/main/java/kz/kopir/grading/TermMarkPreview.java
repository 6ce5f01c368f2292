package kz.kopir.grading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What the mark of a term would be: formative marks 25 %, БЖБ 25 %, ТЖБ 50 % (rules of
 * assessment, order 125, item 28). The share of the БЖБ is read in two ways, and nobody
 * publishes which one the journal takes: the sum of the scores by the sum of the maxima,
 * or the mean of the percents. Only shown, as a warning where the two give different
 * marks: the gateway never writes the mark of a term or year.
 *
 * @param bySum percent and mark when the scores are summed up
 * @param byMean percent and mark when the percents are averaged
 */
public record TermMarkPreview(Reading bySum, Reading byMean) {

	/** Exact enough for any number of marks; what is rounded is far beyond a half. */
	private static final MathContext EXACT = new MathContext(60);

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private static final BigDecimal HALF = new BigDecimal("0.5");

	/** A formative mark of 10 is 100 %. */
	private static final BigDecimal PER_MARK = BigDecimal.TEN;

	/**
	 * Makes the preview.
	 * @param formative formative marks, 1 to 10
	 * @param sections scores of the БЖБ
	 * @param termSummative score of the ТЖБ, or null: then formative marks and БЖБ count
	 * half each
	 * @param scale from which percent on which mark is given
	 * @return the preview, or empty when there is neither a formative mark nor a БЖБ
	 */
	public static Optional<TermMarkPreview> of(List<Integer> formative, List<SummativeScore> sections,
			@Nullable SummativeScore termSummative, TermScale scale) {
		if (formative.isEmpty() && sections.isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(new TermMarkPreview(reading(formative, sections, bySum(sections), termSummative, scale),
				reading(formative, sections, byMean(sections), termSummative, scale)));
	}

	/** Whether the two readings give different marks. */
	public boolean readingsDiffer() {
		return this.bySum.mark() != this.byMean.mark();
	}

	private static Reading reading(List<Integer> formative, List<SummativeScore> sections, BigDecimal sectionPercent,
			@Nullable SummativeScore termSummative, TermScale scale) {
		BigDecimal ongoing;
		if (sections.isEmpty()) {
			ongoing = formativePercent(formative);
		}
		else if (formative.isEmpty()) {
			ongoing = sectionPercent;
		}
		else {
			ongoing = formativePercent(formative).add(sectionPercent).multiply(HALF);
		}
		BigDecimal percent = (termSummative != null) ? ongoing.multiply(HALF).add(percent(termSummative).multiply(HALF))
				: ongoing;
		int rounded = percent.setScale(0, RoundingMode.HALF_UP).intValueExact();
		return new Reading(percent.setScale(3, RoundingMode.HALF_UP), rounded, scale.mark(rounded));
	}

	private static BigDecimal formativePercent(List<Integer> formative) {
		BigDecimal sum = formative.stream().map(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
		return sum.multiply(PER_MARK).divide(BigDecimal.valueOf(formative.size()), EXACT);
	}

	private static BigDecimal bySum(List<SummativeScore> sections) {
		int value = sections.stream().mapToInt(SummativeScore::value).sum();
		int maximum = sections.stream().mapToInt(SummativeScore::maximum).sum();
		return sections.isEmpty() ? BigDecimal.ZERO : percent(new SummativeScore(value, maximum));
	}

	private static BigDecimal byMean(List<SummativeScore> sections) {
		BigDecimal sum = sections.stream().map(TermMarkPreview::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
		return sections.isEmpty() ? BigDecimal.ZERO : sum.divide(BigDecimal.valueOf(sections.size()), EXACT);
	}

	private static BigDecimal percent(SummativeScore score) {
		return HUNDRED.multiply(BigDecimal.valueOf(score.value())).divide(BigDecimal.valueOf(score.maximum()), EXACT);
	}

	/**
	 * One reading.
	 *
	 * @param percent for showing, three digits after the point
	 * @param rounded whole percent, rounded half up once and from the exact value
	 * @param mark 2 to 5
	 */
	public record Reading(BigDecimal percent, int rounded, int mark) {
	}

}
