package kz.kopir.rehearsal.kundelik;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonGenerator;
import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.world.GroupFacts;
import kz.kopir.rehearsal.world.PupilFacts;
import kz.kopir.rehearsal.world.SubjectFacts;
import kz.kopir.rehearsal.world.TermFacts;
import org.jspecify.annotations.Nullable;

/**
 * Reads of class groups: their pupils, subjects and terms.
 */
final class GroupReads {

	private final School school;

	private final Permission permission;

	GroupReads(School school, Permission permission) {
		this.school = school;
		this.permission = permission;
	}

	void routes(Router router) {
		router.add("GET", "/schools/{school}/edu-groups", this::groups)
			.add("GET", "/edu-groups/{group}",
					(request) -> Json.one(group(request),
							(out, group) -> group(out, group, this.school.subjectsOf(group.id()))))
			.add("POST", "/edu-groups", this::groupsWithPupils)
			.add("POST", "/edu-groups/students", this::groupsWithPupils)
			.add("GET", "/edu-groups/{group}/persons", this::pupils)
			.add("GET", "/edu-groups/{group}/students", this::pupils)
			.add("GET", "/edu-groups/{group}/subjects",
					(request) -> Json.array(this.school.subjectsOf(group(request).id()), SchoolReads::subject))
			.add("GET", "/edu-groups/{group}/reporting-periods", (request) -> Json.ok((out) -> periods(out)))
			.add("GET", "/edu-groups/{group}/reporting-period-group",
					(request) -> Json.ok((out) -> periodGroup(out, group(request))));
	}

	private GroupFacts group(Request request) {
		return this.permission.read(request).group(request.id(0));
	}

	private Answer groups(Request request) {
		School read = this.permission.readSchool(request, request.id(0));
		return Json.array(read.groups(), (out, group) -> group(out, group, null));
	}

	private Answer pupils(Request request) {
		return Json.array(this.school.pupilsOf(group(request)), GroupReads::person);
	}

	private Answer groupsWithPupils(Request request) {
		School read = this.permission.read(request);
		List<GroupFacts> groups = request.ids().stream().map(read::group).toList();
		return Json.array(groups, (out, group) -> {
			out.writeStartObject();
			out.writeFieldName("group");
			group(out, group, null);
			out.writeFieldName("students");
			Json.array(out, this.school.pupilsOf(group), (each, pupil) -> {
				each.writeStartObject();
				each.writeFieldName("person");
				person(each, pupil);
				each.writeStringField("membershipstatus", "Active");
				each.writeEndObject();
			});
			out.writeEndObject();
		});
	}

	private static void group(JsonGenerator out, GroupFacts group, @Nullable List<SubjectFacts> subjects)
			throws IOException {
		Long parent = group.parentId();
		List<Long> parents = (parent != null) ? List.of(parent) : List.of();
		out.writeStartObject();
		Json.id(out, "id", group.id());
		out.writeFieldName("parentIds");
		Json.array(out, parents, JsonGenerator::writeNumber);
		out.writeFieldName("parentIds_str");
		Json.array(out, parents, (each, id) -> each.writeString(Long.toString(id)));
		out.writeStringField("type", (parent != null) ? "Subgroup" : "Group");
		out.writeStringField("name", group.name());
		out.writeStringField("fullName", group.name());
		out.writeNumberField("parallel", group.grade());
		Json.id(out, "timetable", (parent != null) ? null : Long.valueOf(TimetableReads.id(group.shift())));
		out.writeStringField("status", "Active");
		out.writeNumberField("studyyear", 2026);
		out.writeStringField("educationType", "Regular");
		if (subjects != null) {
			out.writeFieldName("subjects");
			Json.array(out, subjects, SchoolReads::subject);
		}
		else {
			out.writeNullField("subjects");
		}
		out.writeNullField("journaltype");
		out.writeNullField("aisIsgoNumber");
		out.writeEndObject();
	}

	static void person(JsonGenerator out, PupilFacts pupil) throws IOException {
		out.writeStartObject();
		Json.id(out, "id", pupil.personId());
		Json.id(out, "userId", pupil.userId());
		out.writeStringField("firstName", pupil.firstName());
		out.writeStringField("lastName", pupil.lastName());
		Json.text(out, "middleName", pupil.middleName());
		out.writeStringField("shortName", pupil.lastName() + " " + pupil.firstName().charAt(0) + ".");
		out.writeStringField("sex", pupil.sex());
		out.writeStringField("locale", "kk-KZ");
		out.writeEndObject();
	}

	/** The terms, and among them a row for the whole year that only its name tells. */
	private void periods(JsonGenerator out) throws IOException {
		List<TermFacts> terms = this.school.terms();
		out.writeStartArray();
		for (TermFacts term : terms) {
			period(out, term, String.format(Locale.ROOT, "%d четверть", term.number()));
		}
		TermFacts year = new TermFacts(terms.get(0).id() + 104_729, 0, terms.get(0).start(),
				terms.get(terms.size() - 1).finish());
		period(out, year, "Учебный год");
		out.writeEndArray();
	}

	private static void period(JsonGenerator out, TermFacts term, String name) throws IOException {
		out.writeStartObject();
		Json.id(out, "id", term.id());
		Json.day(out, "start", term.start());
		Json.day(out, "finish", term.finish());
		out.writeNumberField("number", term.number());
		out.writeStringField("type", "Quarter");
		out.writeStringField("name", name);
		out.writeNumberField("year", 2026);
		out.writeEndObject();
	}

	private void periodGroup(JsonGenerator out, GroupFacts group) throws IOException {
		List<TermFacts> terms = this.school.terms();
		long id = terms.get(0).id() + 1_299_709;
		out.writeStartObject();
		Json.id(out, "id", id);
		out.writeFieldName("reportingPeriods");
		periods(out);
		out.writeFieldName("holidays");
		out.writeStartArray();
		for (int i = 1; i < terms.size(); i++) {
			out.writeStartObject();
			Json.id(out, "id", id + i);
			out.writeNumberField("reportingPeriodGroupId", id);
			Json.day(out, "dateStart", terms.get(i - 1).finish().plusDays(1));
			Json.day(out, "dateFinish", terms.get(i).start().minusDays(1));
			out.writeStringField("name", "Каникулы");
			out.writeNullField("description");
			out.writeEndObject();
		}
		out.writeEndArray();
		out.writeEndObject();
	}

}
