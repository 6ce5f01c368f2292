package kz.kopir.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A set of moments as spans that neither overlap nor touch, in order: time that is seen
 * twice counts once.
 */
record Spans(List<Span> spans) {

	static Spans union(Collection<Span> spans) {
		List<Span> merged = new ArrayList<>();
		for (Span span : spans.stream().filter(Span::hasLength).sorted(Comparator.comparing(Span::start)).toList()) {
			Span last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
			if (last == null || span.start().isAfter(last.end())) {
				merged.add(span);
			}
			else if (span.end().isAfter(last.end())) {
				merged.set(merged.size() - 1, new Span(last.start(), span.end()));
			}
		}
		return new Spans(List.copyOf(merged));
	}

	/** Whole seconds, cut once at the end. */
	long seconds() {
		return this.spans.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus).toSeconds();
	}

	/** From a moment up to a later one; of no length when it ends where it starts. */
	record Span(Instant start, Instant end) {

		/** What lies in both; of no length when nothing does. */
		Span clip(Instant from, Instant to) {
			Instant first = this.start.isBefore(from) ? from : this.start;
			Instant last = this.end.isAfter(to) ? to : this.end;
			return new Span(first, last.isBefore(first) ? first : last);
		}

		boolean hasLength() {
			return this.end.isAfter(this.start);
		}

		Duration length() {
			return Duration.between(this.start, this.end);
		}

		/** Whether they share a moment, ends included. */
		boolean touches(Instant from, Instant to) {
			return !this.start.isAfter(to) && !this.end.isBefore(from);
		}

	}

}
