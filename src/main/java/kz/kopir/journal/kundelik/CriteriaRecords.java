package kz.kopir.journal.kundelik;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.journal.JournalCriteriaMark;
import kz.kopir.mapping.Fields;
import kz.kopir.mapping.Programs;
import kz.kopir.mapping.RecordException;
import kz.kopir.school.CriteriaSection;
import kz.kopir.school.PupilId;
import kz.kopir.school.SubjectId;

/**
 * Makes the domain's records from Kundelik's answers about the criteria journal. One
 * record that cannot be understood spoils the whole answer, as in
 * {@link KundelikRecords}.
 */
final class CriteriaRecords {

	private final Programs programs;

	CriteriaRecords(Programs programs) {
		this.programs = programs;
	}

	/** Ids of the quarters by their number; a row for the whole year is none. */
	Map<Integer, String> periods(JsonNode answer) {
		Map<Integer, String> periods = new HashMap<>();
		for (JsonNode item : KundelikRecords.array(answer, "terms")) {
			Fields fields = fields("kundelik/term.jq", item);
			int number = fields.integer("number");
			if ("Quarter".equals(fields.text("type")) && number > 0
					&& periods.put(number, KundelikRecords.id(fields, "id")) != null) {
				throw new RecordException("number", "says that there are two terms " + number);
			}
		}
		return periods;
	}

	/** The sections of one subject and term; those without a maximum are not in use. */
	List<CriteriaSection> sections(JsonNode answer, int term) {
		List<CriteriaSection> sections = new ArrayList<>();
		for (JsonNode item : KundelikRecords.array(answer, "sections of the criteria journal")) {
			Fields fields = fields("kundelik/criteria-section.jq", item);
			int part = fields.integer("part");
			if (part < 0) {
				throw new RecordException("part", "is less than 0");
			}
			if (fields.optionalText("maximum") != null && fields.integer("maximum") > 0) {
				sections.add(new CriteriaSection(KundelikRecords.id(fields, "id"),
						new SubjectId(KundelikRecords.id(fields, "subject")), term, part, fields.integer("maximum")));
			}
		}
		return sections;
	}

	/**
	 * The scores of a class group in a term, by subject and pupil in Kundelik's answer.
	 */
	List<JournalCriteriaMark> marks(JsonNode answer) {
		List<JournalCriteriaMark> marks = new ArrayList<>();
		for (JsonNode subject : KundelikRecords.array(answer, "criteria marks")) {
			for (JsonNode pupil : KundelikRecords.array(subject.get("personmarks"), "pupils of the criteria marks")) {
				for (JsonNode mark : KundelikRecords.array(pupil.get("criteriamarks"), "criteria marks of a pupil")) {
					marks.add(mark(pupil, mark));
				}
			}
		}
		return marks;
	}

	private JournalCriteriaMark mark(JsonNode pupil, JsonNode mark) {
		Fields fields = fields("kundelik/criteria-mark.jq", mark);
		Fields owner = fields("kundelik/criteria-pupil.jq", pupil);
		return new JournalCriteriaMark(KundelikRecords.id(fields, "id"), KundelikRecords.id(fields, "section"),
				new PupilId(KundelikRecords.id(owner, "pupil")), fields.integer("value"));
	}

	private Fields fields(String program, JsonNode item) {
		return new Fields(this.programs.runOne(program, item));
	}

}
