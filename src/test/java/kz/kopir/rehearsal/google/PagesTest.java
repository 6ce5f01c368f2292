package kz.kopir.rehearsal.google;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import kz.kopir.rehearsal.google.Caller.Role;
import kz.kopir.rehearsal.google.Pages.Page;
import kz.kopir.rehearsal.http.Call;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PagesTest {

	private static final List<Integer> ITEMS = IntStream.range(0, 250).boxed().toList();

	private final Pages pages = new Pages(false);

	@Test
	void withoutAPageSizeThePageIsAsLongAsTheCap() {
		assertThat(this.pages.cut(ITEMS, query(Map.of()), 100).items()).hasSize(100);
		assertThat(this.pages.cut(ITEMS, query(Map.of("pageSize", "0")), 30).items()).hasSize(30);
	}

	@Test
	void aPageSizeOverTheCapIsCappedWithoutAWord() {
		assertThat(this.pages.cut(ITEMS, query(Map.of("pageSize", "1000")), 100).items()).hasSize(100);
		assertThat(this.pages.cut(ITEMS, query(Map.of("pageSize", "7")), 100).items()).hasSize(7);
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "many", "99999999999" })
	void aPageSizeThatIsNoneIsRefused(String size) {
		refused(() -> this.pages.cut(ITEMS, query(Map.of("pageSize", size)), 100));
	}

	@Test
	void theLastPageHasNoToken() {
		assertThat(read(this.pages, Map.of())).containsExactly(100, 100, 50);
		assertThat(this.pages.cut(ITEMS.subList(0, 100), query(Map.of()), 100).next()).isNull();
	}

	@Test
	void aTokenIsBoundToItsQueryAndCallerAndStandIn() {
		String token = this.pages.cut(ITEMS, query(Map.of("states", "NEW")), 100).next();
		assertThat(token).isNotNull();
		assertThat(this.pages.cut(ITEMS, query(Map.of("states", "NEW", "pageToken", token)), 100).items())
			.startsWith(100);
		refused(() -> this.pages.cut(ITEMS, query(Map.of("pageToken", token)), 100));
		refused(() -> this.pages.cut(ITEMS, query(Map.of("states", "RETURNED", "pageToken", token)), 100));
		refused(() -> this.pages.cut(ITEMS, query(Map.of("states", "NEW", "pageSize", "5", "pageToken", token)), 100));
		refused(() -> this.pages.cut(ITEMS, query("2", Map.of("states", "NEW", "pageToken", token)), 100));
		refused(() -> new Pages(false).cut(ITEMS, query(Map.of("states", "NEW", "pageToken", token)), 100));
	}

	@Test
	void aTokenDoesNotMindParametersThatAreNoPartOfTheRequest() {
		String token = this.pages.cut(ITEMS, query(Map.of("fields", "nextPageToken")), 100).next();
		assertThat(token).isNotNull();
		assertThat(this.pages.cut(ITEMS, query(Map.of("prettyPrint", "false", "pageToken", token)), 100).items())
			.startsWith(100);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2", "!!!", "AAAAAAAAAAAAAAAAAAAAAAA" })
	void aDamagedTokenIsRefused(String token) {
		refused(() -> this.pages.cut(ITEMS, query(Map.of("pageToken", token)), 100));
	}

	@Test
	void withQuirksSomePagesAreShortAndSomeAreEmptyButNothingIsLost() {
		List<Integer> sizes = new ArrayList<>();
		int tokensToNothing = 0;
		for (int i = 0; i < 60; i++) {
			List<Integer> one = read(new Pages(true), Map.of("userId", "u" + i));
			assertThat(one.stream().mapToInt(Integer::intValue).sum()).isEqualTo(ITEMS.size());
			tokensToNothing += (one.get(one.size() - 1) == 0) ? 1 : 0;
			sizes.addAll(one);
		}
		assertThat(sizes).contains(0, 34, 100);
		assertThat(tokensToNothing).isPositive();
	}

	private static List<Integer> read(Pages pages, Map<String, String> parameters) {
		List<Integer> sizes = new ArrayList<>();
		List<Integer> seen = new ArrayList<>();
		String token = null;
		do {
			Map<String, String> all = new LinkedHashMap<>(parameters);
			if (token != null) {
				all.put("pageToken", token);
			}
			Page<Integer> page = pages.cut(ITEMS, query(all), 100);
			sizes.add(page.items().size());
			seen.addAll(page.items());
			token = page.next();
		}
		while (token != null);
		assertThat(seen).isEqualTo(ITEMS);
		return sizes;
	}

	private static void refused(Runnable cut) {
		assertThatExceptionOfType(ApiError.class).isThrownBy(cut::run)
			.satisfies((error) -> assertThat(error.body().toString()).contains("code=400", "INVALID_ARGUMENT"));
	}

	private static Query query(Map<String, String> parameters) {
		return query("1", parameters);
	}

	private static Query query(String user, Map<String, String> parameters) {
		Map<String, List<String>> query = new LinkedHashMap<>();
		parameters.forEach((name, value) -> query.put(name, List.of(value)));
		return new Query(new Call("GET", "/v1/courses", query, Map.of(), new byte[0]),
				new Caller(user, Role.ADMIN, "client", Set.of()));
	}

}
