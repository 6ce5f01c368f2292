package kz.kopir.flow;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import kz.kopir.flow.WantedMarks.Place;
import kz.kopir.rehearsal.kundelik.JournalMark;
import kz.kopir.rehearsal.kundelik.JournalWork;
import kz.kopir.rehearsal.kundelik.KundelikStandIn;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What stands in the journal, seen as a parent sees it: by coursework and pupil.
 */
final class JournalPage {

	private static final Pattern LINK = Pattern
		.compile("https://classroom\\.google\\.com/c/([A-Za-z0-9+/]+)/a/([A-Za-z0-9+/]+)/details");

	private final KundelikStandIn kundelik;

	JournalPage(KundelikStandIn kundelik) {
		this.kundelik = kundelik;
	}

	/**
	 * Exactly the wanted marks stand there, each once, and teachers' own are untouched.
	 */
	void holdsExactly(Map<Place, Integer> wanted) {
		assertThat(carriedMarks()).isEqualTo(asText(wanted));
		eachWorkOnce();
	}

	/** No mark is wrong or double; some may be missing yet. */
	void holdsNothingWrong(Map<Place, Integer> wanted) {
		assertThat(asText(wanted)).containsAllEntriesOf(carriedMarks());
		eachWorkOnce();
	}

	/** The marks that came from Classroom; a place that has two fails. */
	Map<Place, String> carriedMarks() {
		Map<Place, String> marks = new TreeMap<>();
		carried().forEach((place, found) -> {
			assertThat(found).as("marks at " + place).hasSize(1);
			marks.put(place, found.get(0).value());
		});
		return marks;
	}

	/** All marks by their place, as the journal holds them. */
	Map<Place, List<JournalMark>> carried() {
		Map<Long, String[]> sources = new HashMap<>();
		this.kundelik.works().forEach((work) -> source(work).ifPresent((source) -> sources.put(work.id(), source)));
		Map<Place, List<JournalMark>> marks = new TreeMap<>();
		for (JournalMark mark : this.kundelik.marks()) {
			String[] source = sources.get(mark.workId());
			if (source != null) {
				marks.computeIfAbsent(new Place(source[0], source[1], mark.personId()), (place) -> new ArrayList<>())
					.add(mark);
			}
		}
		return marks;
	}

	/** The one mark at a place. */
	JournalMark markAt(Place place) {
		List<JournalMark> marks = carried().getOrDefault(place, List.of());
		assertThat(marks).as("marks at " + place).hasSize(1);
		return marks.get(0);
	}

	/** Works that came from Classroom, by coursework. */
	Map<String, JournalWork> works() {
		Map<String, JournalWork> works = new TreeMap<>();
		this.kundelik.works()
			.forEach((work) -> source(work).ifPresent(
					(source) -> assertThat(works.put(source[1], work)).as("a second work of coursework " + source[1])
						.isNull()));
		return works;
	}

	private void eachWorkOnce() {
		assertThat(works()).isNotNull();
	}

	/** How many calls the journal got that may change it. */
	long writes() {
		return this.kundelik.counts()
			.byTemplate()
			.entrySet()
			.stream()
			.filter((count) -> count.getKey().matches("(PUT|DELETE) .*")
					|| count.getKey().matches("POST .*(/works|/mark)"))
			.flatMap((count) -> count.getValue().values().stream())
			.mapToLong(Long::longValue)
			.sum();
	}

	private static Optional<String[]> source(JournalWork work) {
		Matcher link = LINK.matcher(work.text());
		return link.find() ? Optional.of(new String[] { decoded(link.group(1)), decoded(link.group(2)) })
				: Optional.empty();
	}

	private static String decoded(String id) {
		return new String(Base64.getDecoder().decode(id), StandardCharsets.US_ASCII);
	}

	private static Map<Place, String> asText(Map<Place, Integer> marks) {
		Map<Place, String> text = new TreeMap<>();
		marks.forEach((place, mark) -> text.put(place, String.valueOf(mark)));
		return text;
	}

}
