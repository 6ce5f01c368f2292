package kz.kopir.rehearsal.kundelik;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.kundelik.KundelikSettings.Switches;
import kz.kopir.rehearsal.world.CriteriaSectionFacts;
import kz.kopir.rehearsal.world.GroupFacts;
import kz.kopir.rehearsal.world.PupilFacts;
import kz.kopir.rehearsal.world.TermFacts;

/**
 * The criteria journal: БЖБ and ТЖБ. The writing call is the rehearsal's own; Kundelik
 * has no known one, so it does not exist until a switch is on.
 */
final class CriteriaCalls {

	private static final int MOST_FRACTION_DIGITS = 7;

	private final School school;

	private final CriteriaBook book;

	private final Permission permission;

	private final Supplier<Switches> switches;

	CriteriaCalls(School school, CriteriaBook book, Permission permission, Supplier<Switches> switches) {
		this.school = school;
		this.book = book;
		this.permission = permission;
		this.switches = switches;
	}

	void routes(Router router) {
		router
			.add("GET", "/edu-group/{group}/subject/{subject}/period/{period}/criteria-marks-sections", this::sections)
			.add("POST", "/criteriajournalsections/many", this::sectionsById)
			.add("GET", "/edu-group/{group}/period/{period}/criteria-marks", this::marksOfTerm)
			.add("GET", "/edu-group/{group}/person/{person}/criteria-marks", this::marksOfPupil)
			.add("POST", "/edu-group/{group}/criteriajournalsection/{section}/criteria-marks", this::write);
	}

	private Answer sections(Request request) {
		GroupFacts group = this.permission.read(request).group(request.id(0));
		long subject = this.school.subject(request.id(1)).id();
		int term = term(request.id(2));
		return Json.array(this.book.sections(group.id())
			.stream()
			.filter((section) -> section.subjectId() == subject && section.term() == term)
			.toList(), this::section);
	}

	private Answer sectionsById(Request request) {
		this.permission.read(request);
		List<CriteriaSectionFacts> found = new ArrayList<>();
		for (long id : request.ids()) {
			found.add(known(id));
		}
		return Json.array(found, this::section);
	}

	private Answer marksOfTerm(Request request) {
		GroupFacts group = this.permission.read(request).group(request.id(0));
		int term = term(request.id(1));
		return marks(group, this.school.pupilsOf(group), (section) -> section.term() == term);
	}

	private Answer marksOfPupil(Request request) {
		GroupFacts group = this.permission.read(request).group(request.id(0));
		PupilFacts pupil = this.school.pupil(request.id(1));
		if (!this.school.belongs(pupil.personId(), group.id())) {
			throw Refusal.missing("person of that class group", pupil.personId());
		}
		return marks(group, List.of(pupil), (section) -> true);
	}

	private Answer marks(GroupFacts group, List<PupilFacts> pupils, Predicate<CriteriaSectionFacts> wanted) {
		Map<Long, List<CriteriaSectionFacts>> bySubject = new LinkedHashMap<>();
		this.book.sections(group.id())
			.stream()
			.filter(wanted)
			.forEach((section) -> bySubject.computeIfAbsent(section.subjectId(), (id) -> new ArrayList<>())
				.add(section));
		List<JournalCriteriaMark> marks = this.book.marks(group.id());
		return Json.array(bySubject.entrySet(), (out, subject) -> {
			List<Long> ids = subject.getValue().stream().map(CriteriaSectionFacts::id).toList();
			out.writeStartObject();
			Json.id(out, "subject", subject.getKey().longValue());
			out.writeFieldName("personmarks");
			Json.array(out, pupils, (each, pupil) -> {
				each.writeStartObject();
				Json.id(each, "person", pupil.personId());
				each.writeFieldName("criteriamarks");
				Json.array(each,
						marks.stream()
							.filter((mark) -> mark.personId() == pupil.personId() && ids.contains(mark.sectionId()))
							.toList(),
						CriteriaCalls::mark);
				each.writeEndObject();
			});
			out.writeEndObject();
		});
	}

	private Answer write(Request request) {
		if (!this.switches.get().criteriaWrite()) {
			throw new Refusal(404, "resourceUnavailable", "There is no such resource");
		}
		GroupFacts group = this.permission.read(request).group(request.id(0));
		this.permission.administrator(request);
		CriteriaSectionFacts section = known(request.id(1));
		if (section.groupId() != group.id()) {
			throw Refusal.missing("section of that class group", section.id());
		}
		JsonNode body = request.body();
		if (!body.isArray()) {
			throw Refusal.parameter("The body is a list of persons and values");
		}
		body.forEach((mark) -> check(mark, section));
		List<JournalCriteriaMark> stored = new ArrayList<>();
		body.forEach((mark) -> stored
			.add(this.book.put(section, mark.get("person").longValue(), mark.get("value").intValue())));
		return Json.array(stored, CriteriaCalls::mark);
	}

	private void check(JsonNode mark, CriteriaSectionFacts section) {
		JsonNode person = mark.get("person");
		JsonNode value = mark.get("value");
		if (person == null || !person.isIntegralNumber()
				|| !this.school.belongs(person.longValue(), section.groupId())) {
			throw Refusal.parameter("The parameter person is not a pupil of the class group");
		}
		if (value == null || !value.isInt() || value.intValue() < 0 || value.intValue() > section.maximum()) {
			throw Refusal.parameter("The parameter value is a whole number from 0 to " + section.maximum());
		}
	}

	private CriteriaSectionFacts known(long id) {
		CriteriaSectionFacts section = this.book.section(id);
		if (section == null) {
			throw Refusal.missing("section", id);
		}
		return section;
	}

	private int term(long id) {
		return this.school.terms()
			.stream()
			.filter((term) -> term.id() == id)
			.mapToInt(TermFacts::number)
			.findFirst()
			.orElseThrow(() -> Refusal.missing("period", id));
	}

	private void section(JsonGenerator out, CriteriaSectionFacts section) throws IOException {
		out.writeStartObject();
		Json.id(out, "id", section.id());
		out.writeNumberField("part", section.part());
		out.writeNumberField("maxvalue", section.maximum());
		out.writeFieldName("subject");
		SchoolReads.subject(out, this.school.subject(section.subjectId()));
		out.writeEndObject();
	}

	private static void mark(JsonGenerator out, JournalCriteriaMark mark) throws IOException {
		out.writeStartObject();
		Json.id(out, "id", mark.id());
		Json.id(out, "section", mark.sectionId());
		out.writeNumberField("value", mark.value());
		out.writeStringField("date", MarkReads.zoneless(mark.written(), (int) (mark.id() % MOST_FRACTION_DIGITS)));
		out.writeEndObject();
	}

}
