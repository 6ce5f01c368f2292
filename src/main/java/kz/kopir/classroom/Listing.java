package kz.kopir.classroom;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.mapping.Fields;
import kz.kopir.call.AnswerNotUnderstoodException;
import kz.kopir.mapping.MappingException;
import kz.kopir.mapping.Programs;
import kz.kopir.mapping.RecordException;
import kz.kopir.school.CourseId;
import kz.kopir.school.RecordFault;
import org.jspecify.annotations.Nullable;

/**
 * One list of Classroom while it is read, page by page to its end. The end is a page
 * without a token, never a short or empty page.
 *
 * @param <T> what a record becomes
 */
public final class Listing<T> {

	/**
	 * No list of a school is this long; a server that goes on for ever is stopped here.
	 */
	private static final int MOST_PAGES = 20_000;

	private final ListKind<T> kind;

	private final @Nullable CourseId course;

	private final Map<String, T> records = new LinkedHashMap<>();

	private final Set<String> contradicted = new HashSet<>();

	private final List<RecordFault> faults = new ArrayList<>();

	private final Set<String> seenTokens = new HashSet<>();

	private @Nullable String pageToken;

	private boolean finished;

	private int pages;

	Listing(ListKind<T> kind, @Nullable CourseId course) {
		this.kind = kind;
		this.course = course;
	}

	/** Whether there is a page left to read. */
	public boolean isUnfinished() {
		return !this.finished;
	}

	/** Kind of list, for counts and messages. */
	public String name() {
		return this.kind.name();
	}

	/** Where it was read, without any content. */
	public String place() {
		return (this.course != null) ? "course " + this.course + ", " + name() : name();
	}

	String path() {
		return (this.course != null) ? this.kind.path().formatted(this.course) : this.kind.path();
	}

	/**
	 * Query parameters of the next page; all but the token stay the same on every page.
	 */
	Map<String, List<String>> query() {
		Map<String, List<String>> query = new LinkedHashMap<>(this.kind.query());
		if (this.kind.pageSize() > 0) {
			query.put("pageSize", List.of(String.valueOf(this.kind.pageSize())));
		}
		if (this.pageToken != null) {
			query.put("pageToken", List.of(this.pageToken));
		}
		return query;
	}

	/**
	 * Takes one page.
	 * @return how many records it held
	 * @throws AnswerNotUnderstoodException when it is no page of this list
	 */
	int accept(JsonNode page, Programs programs) throws AnswerNotUnderstoodException {
		JsonNode items = page.path(this.kind.items());
		if (!page.isObject() || !(items.isArray() || items.isMissingNode())) {
			throw new AnswerNotUnderstoodException("The answer is no page of " + place() + ".");
		}
		this.pages++;
		int position = 0;
		for (JsonNode item : items) {
			position++;
			accept(item, "page " + this.pages + ", record " + position, programs);
		}
		JsonNode token = page.path("nextPageToken");
		if (token.asText("").isEmpty()) {
			this.finished = true;
		}
		else if (!this.seenTokens.add(token.asText()) || this.pages >= MOST_PAGES) {
			throw new IllegalStateException("Reading " + place() + " does not end: Classroom gave the same page token "
					+ "twice or more than " + MOST_PAGES + " pages.");
		}
		else {
			this.pageToken = token.asText();
		}
		return position;
	}

	private void accept(JsonNode item, String place, Programs programs) {
		try {
			T made = this.kind.convert().apply(new Fields(programs.runOne(this.kind.program(), item)));
			String id = this.kind.id().apply(made);
			T before = this.records.get(id);
			if (before == null && !this.contradicted.contains(id)) {
				this.records.put(id, made);
			}
			else if (!made.equals(before)) {
				// none of them can be trusted in this run, nor one that comes later
				this.records.remove(id);
				this.contradicted.add(id);
				this.faults.add(new RecordFault(name(), place, id, "came twice with different content", true));
			}
		}
		catch (RecordException ex) {
			fault(item, place, ex.getMessage());
		}
		catch (MappingException ex) {
			fault(item, place, "does not have the shape that mappings/" + this.kind.program() + " expects");
		}
	}

	private void fault(JsonNode item, String place, @Nullable String mistake) {
		this.faults.add(new RecordFault(name(), place, item.path("id").asText(""), String.valueOf(mistake), false));
	}

	/** What was read, in the server's order; complete once nothing is left to read. */
	public List<T> records() {
		if (!this.finished) {
			throw new IllegalStateException("Reading " + place() + " is not finished.");
		}
		return List.copyOf(this.records.values());
	}

	/** Records that could not be used. */
	public List<RecordFault> faults() {
		return List.copyOf(this.faults);
	}

}
