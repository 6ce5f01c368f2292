package kz.kopir.journal.kundelik;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.journal.CriteriaJournal;
import kz.kopir.journal.CriteriaQuestion;
import kz.kopir.journal.JournalCriteriaMark;
import kz.kopir.mapping.RecordException;
import kz.kopir.school.CriteriaSection;

/**
 * What Kundelik's criteria journal holds for one class group, while it is read. The ids
 * of its terms are asked of the class group itself: each may have its own.
 */
public final class CriteriaReading {

	private final CriteriaRecords records;

	private final CriteriaQuestion question;

	private final Map<Integer, String> periods = new HashMap<>();

	private final Map<String, CriteriaSection> sections = new LinkedHashMap<>();

	private final Map<String, JournalCriteriaMark> marks = new LinkedHashMap<>();

	CriteriaReading(CriteriaRecords records, CriteriaQuestion question) {
		this.records = records;
		this.question = question;
	}

	/** Reads of the terms, before anything else can be asked. */
	public List<KundelikRequest> getTermRequests() {
		return List
			.of(new KundelikRequest("terms", "/v2/edu-groups/" + this.question.classGroup() + "/reporting-periods",
					null, (answer) -> this.periods.putAll(this.records.periods(answer))));
	}

	/** Reads of sections and scores, once the terms are known. */
	public List<KundelikRequest> getRequests() {
		List<KundelikRequest> requests = new ArrayList<>();
		String base = "/v2/edu-group/" + this.question.classGroup();
		Set<Integer> terms = new TreeSet<>();
		this.question.places().stream().filter((place) -> this.periods.containsKey(place.term())).forEach((place) -> {
			terms.add(place.term());
			requests.add(new KundelikRequest(
					"criteriaSections", base + "/subject/" + place.subject() + "/period/"
							+ this.periods.get(place.term()) + "/criteria-marks-sections",
					null, (answer) -> accept(place, answer)));
		});
		terms.forEach((term) -> requests.add(new KundelikRequest("criteriaMarks",
				base + "/period/" + this.periods.get(term) + "/criteria-marks", null, this::acceptMarks)));
		return requests;
	}

	/** What was read. */
	public CriteriaJournal getCriteriaJournal() {
		return new CriteriaJournal(List.copyOf(this.sections.values()), List.copyOf(this.marks.values()), null);
	}

	private void accept(CriteriaQuestion.Place place, JsonNode answer) {
		this.records.sections(answer, place.term()).forEach((section) -> {
			if (!section.subject().equals(place.subject())) {
				throw new RecordException("subject", "is not the one that was asked for");
			}
			this.sections.put(section.id(), section);
		});
	}

	private void acceptMarks(JsonNode answer) {
		this.records.marks(answer).forEach((mark) -> {
			JournalCriteriaMark before = this.marks.putIfAbsent(mark.id(), mark);
			if (before != null && !before.equals(mark)) {
				throw new RecordException("criteria mark " + mark.id(), "came twice with different content");
			}
		});
	}

}
