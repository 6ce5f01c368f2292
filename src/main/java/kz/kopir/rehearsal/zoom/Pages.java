package kz.kopir.rehearsal.zoom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import kz.kopir.rehearsal.http.Call;
import org.jspecify.annotations.Nullable;

/**
 * Cuts lists into pages. A token lives 15 minutes and is good for the query it came from.
 */
final class Pages {

	private static final Duration LIFE = Duration.ofMinutes(15);

	private static final int USUAL = 30;

	private static final int MOST = 300;

	private final Clock clock;

	private final Map<String, Next> tokens = new ConcurrentHashMap<>();

	private final AtomicLong number = new AtomicLong();

	private record Next(String query, int offset, Instant until) {
	}

	Pages(Clock clock) {
		this.clock = clock;
	}

	/** The page that a call asks for, with the fields that Zoom puts around it. */
	Map<String, Object> page(Call call, String field, List<?> all, boolean totals) {
		int size = size(call);
		String query = query(call);
		int from = offset(call.parameter("next_page_token"), query);
		int to = Math.min(from + size, all.size());
		Map<String, Object> body = new LinkedHashMap<>();
		String next = "";
		if (to < all.size()) {
			next = "Tva2CuIdTgsv8wAnhyAdU3m06Y2HuLQtlh" + this.number.incrementAndGet();
			this.tokens.put(next, new Next(query, to, this.clock.instant().plus(LIFE)));
		}
		body.put("next_page_token", next);
		body.put("page_size", size);
		if (totals) {
			body.put("page_count", (all.size() + size - 1) / size);
			body.put("total_records", all.size());
		}
		body.put(field, all.subList(Math.min(from, to), to));
		return body;
	}

	private int offset(@Nullable String token, String query) {
		if (token == null || token.isEmpty()) {
			return 0;
		}
		Next next = this.tokens.get(token);
		if (next == null || !next.query().equals(query) || !next.until().isAfter(this.clock.instant())) {
			throw Refusal.validation("The next page token is invalid or expired.");
		}
		return next.offset();
	}

	private static int size(Call call) {
		String text = call.parameter("page_size");
		if (text == null) {
			return USUAL;
		}
		if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
			throw Refusal.validation("Validation Failed.");
		}
		return Integer.parseInt(text);
	}

	private static String query(Call call) {
		Map<String, List<String>> sorted = new TreeMap<>(call.query());
		sorted.remove("next_page_token");
		return call.rawPath() + sorted;
	}

}
