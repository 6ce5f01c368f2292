package kz.kopir.attendance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

class SpansProperties {

	@Property
	void theUnionIsTheSetOfItsSeconds(@ForAll @Size(max = 12) List<@IntRange(max = 9999) Integer> pairs,
			@ForAll @IntRange(max = 99) int from, @ForAll @IntRange(max = 99) int length) {
		List<Spans.Span> clipped = new ArrayList<>();
		Set<Integer> seconds = new HashSet<>();
		for (Spans.Span span : spans(pairs)) {
			clipped.add(span.clip(at(from), at(from + length)));
			for (int s = (int) span.start().getEpochSecond(); s < span.end().getEpochSecond(); s++) {
				if (s >= from && s < from + length) {
					seconds.add(s);
				}
			}
		}
		assertThat(Spans.union(clipped).seconds()).isEqualTo(seconds.size());
	}

	@Property
	void neitherOrderNorDuplicatesPlayAPart(@ForAll @Size(max = 12) List<@IntRange(max = 9999) Integer> pairs) {
		List<Spans.Span> spans = spans(pairs);
		List<Spans.Span> other = new ArrayList<>(spans);
		other.addAll(spans);
		Collections.reverse(other);
		assertThat(Spans.union(other)).isEqualTo(Spans.union(spans));
	}

	@Property
	void aSplitSpanIsTheSame(@ForAll @IntRange(max = 9999) int pair, @ForAll @IntRange(max = 200) int cut) {
		Spans.Span span = spans(List.of(pair)).get(0);
		Spans.Span head = span.clip(at(0), at(cut));
		Spans.Span tail = span.clip(at(cut), at(999));
		assertThat(Spans.union(List.of(tail, head))).isEqualTo(Spans.union(List.of(span)));
	}

	@Property
	void oneMoreSpanNeverTakesTimeAway(@ForAll @Size(max = 12) List<@IntRange(max = 9999) Integer> pairs,
			@ForAll @IntRange(max = 9999) int more) {
		List<Spans.Span> spans = new ArrayList<>(spans(pairs));
		long before = Spans.union(spans).seconds();
		spans.addAll(spans(List.of(more)));
		assertThat(Spans.union(spans).seconds()).isGreaterThanOrEqualTo(before);
	}

	private static List<Spans.Span> spans(List<Integer> pairs) {
		return pairs.stream().map((pair) -> new Spans.Span(at(pair / 100), at(pair / 100 + pair % 100))).toList();
	}

	private static Instant at(int second) {
		return Instant.ofEpochSecond(second);
	}

}
