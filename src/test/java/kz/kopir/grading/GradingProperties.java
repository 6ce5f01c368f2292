package kz.kopir.grading;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import kz.kopir.mapping.SampleTables;
import kz.kopir.mapping.Table;
import kz.kopir.school.Coursework;
import kz.kopir.school.Submission;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

import static org.assertj.core.api.Assertions.assertThat;

class GradingProperties {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private final Grading grading = SampleWork.grading(GradingPolicy.usual());

	@Property
	void everyPercentHasExactlyOneBandOfTheShippedScale(
			@ForAll @BigRange(min = "0", max = "100") @Scale(4) BigDecimal percent) {
		Table shipped = SampleTables.formativeScale();
		BigDecimal rounded = percent.setScale(0, RoundingMode.HALF_UP);
		List<Table.Row> rows = shipped.rows();
		List<String> marks = IntStream.range(0, rows.size())
			.filter((i) -> new BigDecimal(rows.get(i).get("from_percent")).compareTo(rounded) <= 0
					&& (i + 1 == rows.size()
							|| rounded.compareTo(new BigDecimal(rows.get(i + 1).get("from_percent"))) < 0))
			.mapToObj((i) -> rows.get(i).get("mark"))
			.toList();
		int mark = new FormativeScale(shipped, 0, RoundingMode.HALF_UP).mark(percent, HUNDRED);
		assertThat(marks).containsExactly(String.valueOf(mark));
	}

	@Property
	void aMarkIsTheTenthOfThePercentAndRisesWithThePoints(
			@ForAll @BigRange(min = "0", max = "200") @Scale(2) BigDecimal points,
			@ForAll @BigRange(min = "0", max = "50") @Scale(2) BigDecimal more,
			@ForAll @IntRange(min = 1, max = 300) int max) {
		FormativeScale scale = new FormativeScale(SampleTables.formativeScale(), 0, RoundingMode.HALF_UP);
		BigDecimal maximum = BigDecimal.valueOf(max);
		BigDecimal lower = points.min(maximum);
		BigDecimal higher = points.add(more).min(maximum);
		assertThat(scale.mark(higher, maximum)).isGreaterThanOrEqualTo(scale.mark(lower, maximum));
		BigDecimal percent = lower.multiply(HUNDRED).divide(maximum, 0, RoundingMode.HALF_UP);
		int tenth = percent.divide(BigDecimal.TEN, 0, RoundingMode.HALF_UP).intValueExact();
		assertThat(scale.mark(lower, maximum)).isEqualTo(Math.max(1, tenth));
	}

	@Property
	void noNumberMakesGradingThrowOrLeaveTheScale(@ForAll("numbers") BigDecimal grade,
			@ForAll("numbers") BigDecimal max, @ForAll Submission.State state) {
		SampleWork work = new SampleWork();
		work.maxPoints = max;
		CourseworkJudgement judged = judge(work);
		Judgement<Integer> mark = this.grading.mark(judged, SampleWork.submission(state, grade));
		if (mark instanceof Judgement.Wanted<Integer> wanted) {
			assertThat(wanted.value()).isBetween(1, 10);
			assertThat(state).isEqualTo(Submission.State.RETURNED);
			assertThat(grade).isBetween(BigDecimal.ZERO, max.add(max));
		}
	}

	@Property(tries = 300)
	void noTextMakesGradingThrowAndTheLinkAlwaysSurvives(@ForAll String title, @ForAll String description,
			@ForAll String topic, @ForAll String category, @ForAll List<String> materials,
			@ForAll Coursework.Type type) {
		SampleWork work = new SampleWork();
		work.title = title;
		work.description = description;
		work.topic = topic;
		work.category = category;
		work.materials = materials;
		work.type = type;
		Judgement<WantedWork> judgement = judge(work).work();
		assertThat(judgement).isEqualTo(judge(work).work());
		if (judgement instanceof Judgement.Wanted<WantedWork> wanted) {
			assertThat(wanted.value().text()).hasSizeLessThanOrEqualTo(GradingPolicy.usual().textCap());
			assertThat(WorkText.linkOf(wanted.value().text())).contains(SampleWork.LINK);
		}
	}

	@Property
	void noInstantMakesGradingThrow(@ForAll("instants") Instant due, @ForAll("instants") Instant created) {
		SampleWork work = new SampleWork();
		work.due = due;
		work.created = created;
		assertThat(judge(work).work()).isNotNull();
	}

	@Property
	void aSummativeTagNeverBecomesAFormativeMark(@ForAll("summatives") String tag, @ForAll String before,
			@ForAll @IntRange(min = 0, max = 2) int place) {
		SampleWork work = new SampleWork();
		String text = before + " " + tag;
		work.category = (place == 0) ? text : null;
		work.topic = (place == 1) ? text : null;
		work.title = (place == 2) ? text : "§ 12";
		assertThat(judge(work).work()).isNotInstanceOf(Judgement.Wanted.class);
		assertThat(this.grading.mark(judge(work), SampleWork.submission(Submission.State.RETURNED, BigDecimal.ONE)))
			.isNotInstanceOf(Judgement.Wanted.class);
	}

	private CourseworkJudgement judge(SampleWork work) {
		return this.grading.judge(work.coursework(), work.classGroup, work.subject, SampleWork.TIMETABLE,
				SampleWork.READ_FROM, SampleWork.READ_UNTIL);
	}

	@Provide
	Arbitrary<BigDecimal> numbers() {
		Arbitrary<BigDecimal> any = Combinators.combine(Arbitraries.bigIntegers(), Arbitraries.integers())
			.as(BigDecimal::new);
		Arbitrary<BigDecimal> usual = Arbitraries.bigDecimals()
			.between(BigDecimal.valueOf(-2), BigDecimal.valueOf(250))
			.ofScale(2);
		Arbitrary<BigDecimal> odd = Arbitraries.of(new BigDecimal("1e309"), new BigDecimal("1e-400"),
				new BigDecimal(BigInteger.ONE, Integer.MIN_VALUE), new BigDecimal(BigInteger.ONE, Integer.MAX_VALUE),
				new BigDecimal(BigInteger.ZERO, Integer.MAX_VALUE), new BigDecimal(BigInteger.TWO.pow(10_000)));
		return Arbitraries.oneOf(any, usual, odd);
	}

	@Provide
	Arbitrary<Instant> instants() {
		return Arbitraries.longs()
			.between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond())
			.map(Instant::ofEpochSecond);
	}

	@Provide
	Arbitrary<String> summatives() {
		return Arbitraries.of("СОР", "сор", "CОР", "COP", "СОЧ", "БЖБ", "ТЖБ", "SOR", "SOCh", "жиынтық бағалау")
			.flatMap((word) -> Arbitraries.of("", "2", " №2", "#2", "-2", "/1", " 7А", "_3").map((end) -> word + end));
	}

}
