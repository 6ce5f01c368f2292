package kz.kopir.zoom;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.call.AnswerNotUnderstoodException;
import org.jspecify.annotations.Nullable;

/**
 * One of Zoom's lists while it is read, page by page until a page comes with an empty
 * token. A token lives for 15 minutes and belongs to its query; when it is not taken any
 * more, reading begins anew.
 */
public final class ZoomList {

	private static final int MOST_PAGES = 2_000;

	private static final int MOST_BEGINNINGS = 3;

	private final String name;

	private final String path;

	private final String items;

	private final Map<String, String> query;

	private final Object about;

	private final List<JsonNode> records = new ArrayList<>();

	private final Set<String> seenTokens = new HashSet<>();

	private @Nullable String token;

	private @Nullable Integer total;

	private int beginnings = 1;

	private boolean finished;

	/**
	 * @param name for counts and messages
	 * @param path path below the host, encoded
	 * @param items key of the records in an answer
	 * @param query query parameters but for the token, the same on every page
	 * @param about what is being read, for whom it concerns
	 */
	ZoomList(String name, String path, String items, Map<String, String> query, Object about) {
		this.name = name;
		this.path = path;
		this.items = items;
		this.query = new LinkedHashMap<>(query);
		this.about = about;
	}

	/** Whether there is a page left to read. */
	public boolean isUnfinished() {
		return !this.finished;
	}

	String name() {
		return this.name;
	}

	String path() {
		return this.path;
	}

	Object about() {
		return this.about;
	}

	String query() {
		Map<String, String> all = new LinkedHashMap<>(this.query);
		if (this.token != null) {
			all.put("next_page_token", this.token);
		}
		return all.entrySet()
			.stream()
			.map((parameter) -> parameter.getKey() + "="
					+ URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

	/**
	 * Takes one page.
	 * @return how many records it held
	 * @throws AnswerNotUnderstoodException when it is no page of this list
	 */
	int accept(JsonNode page) throws AnswerNotUnderstoodException {
		JsonNode list = page.path(this.items);
		if (!page.isObject() || !(list.isArray() || list.isMissingNode())) {
			throw new AnswerNotUnderstoodException("Zoom's answer is no page of " + this.name + ".");
		}
		list.forEach(this.records::add);
		if (page.path("total_records").isIntegralNumber()) {
			this.total = page.path("total_records").intValue();
		}
		String next = page.path("next_page_token").asText("");
		if (next.isEmpty()) {
			this.finished = true;
		}
		else if (!this.seenTokens.add(next) || this.seenTokens.size() >= MOST_PAGES) {
			throw new IllegalStateException("Reading Zoom's " + this.name + " does not end.");
		}
		else {
			this.token = next;
		}
		return list.size();
	}

	/** Begins anew if its token may have expired; false when there is no sense in it. */
	boolean beginAnew() {
		if (this.token == null || this.beginnings >= MOST_BEGINNINGS) {
			return false;
		}
		this.beginnings++;
		this.token = null;
		this.total = null;
		this.records.clear();
		this.seenTokens.clear();
		return true;
	}

	/** Ends it without a record: Zoom has nothing of it, at least not yet. */
	void endEmpty() {
		this.records.clear();
		this.total = null;
		this.finished = true;
	}

	/** What was read, in Zoom's order. */
	List<JsonNode> records() {
		if (!this.finished) {
			throw new IllegalStateException("Reading Zoom's " + this.name + " is not finished.");
		}
		return List.copyOf(this.records);
	}

	/** Whether as many records came as Zoom said there are. */
	boolean isComplete() {
		return this.finished && (this.total == null || this.total == this.records.size());
	}

	@Override
	public String toString() {
		return "ZoomList[" + this.name + "]";
	}

}
