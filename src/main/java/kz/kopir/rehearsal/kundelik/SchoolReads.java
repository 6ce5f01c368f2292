package kz.kopir.rehearsal.kundelik;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;
import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.world.SubjectFacts;
import kz.kopir.rehearsal.world.TeacherFacts;

/**
 * Reads of the user, the schools, teachers, subjects and dictionaries.
 */
final class SchoolReads {

	private static final String EDUCATION_TYPE = "Regular";

	private final School school;

	private final Permission permission;

	SchoolReads(School school, Permission permission) {
		this.school = school;
		this.permission = permission;
	}

	void routes(Router router) {
		router.add("GET", "/users/me", (request) -> Json.one(request.account(), this::user))
			.add("GET", "/users/me/roles",
					(request) -> Json.array(request.account().roles(), JsonGenerator::writeString))
			.add("GET", "/users/me/schools", (request) -> Json.array(schools(request), JsonGenerator::writeNumber))
			.add("GET", "/schools/person-schools", (request) -> Json.array(schools(request), this::personSchool))
			.add("GET", "/schools/{school}", (request) -> Json.one(ofSchool(request), this::school))
			.add("GET", "/schools/{school}/teachers",
					(request) -> Json.array(ofSchool(request).teachers(), SchoolReads::teacher))
			.add("GET", "/schools/{school}/subjects",
					(request) -> Json.array(ofSchool(request).subjects(), SchoolReads::subject))
			.add("GET", "/work-types/{school}", this::workTypes)
			.add("GET", "/marks/values", (request) -> Json.ok(SchoolReads::markValues))
			.add("GET", "/marks/values/type/{type}", SchoolReads::markValuesOfType)
			.add("GET", "/lesson-log-entries/statuses",
					(request) -> Json.array(Dictionary.LOG_STATUSES, JsonGenerator::writeString));
	}

	private School ofSchool(Request request) {
		return this.permission.readSchool(request, request.id(0));
	}

	private List<Long> schools(Request request) {
		return request.account().ofSchool() ? List.of(this.school.id()) : List.of();
	}

	private void user(JsonGenerator out, Account account) throws IOException {
		out.writeStartObject();
		Json.id(out, "id", account.userId());
		Json.id(out, "personId", account.personId());
		String full = account.lastName() + " " + account.firstName();
		out.writeStringField("name", full);
		out.writeNullField("email");
		out.writeStringField("login", "user" + account.userId());
		out.writeStringField("fullName", full);
		out.writeStringField("firstName", account.firstName());
		Json.text(out, "middleName", account.middleName());
		out.writeStringField("lastName", account.lastName());
		out.writeStringField("shortName", account.lastName() + " " + account.firstName().charAt(0) + ".");
		out.writeStringField("locale", "kk-KZ");
		out.writeStringField("timezone", "5");
		out.writeStringField("sex", account.sex());
		out.writeNullField("birthday");
		out.writeNullField("phone");
		out.writeFieldName("roles");
		Json.array(out, account.roles(), JsonGenerator::writeString);
		out.writeEndObject();
	}

	private void personSchool(JsonGenerator out, long id) throws IOException {
		out.writeStartObject();
		Json.id(out, "id", id);
		out.writeStringField("name", this.school.name());
		out.writeStringField("educationType", EDUCATION_TYPE);
		out.writeNullField("tsoCityId");
		out.writeNullField("tsoRegionTreePath");
		out.writeEndObject();
	}

	private void school(JsonGenerator out, School shown) throws IOException {
		out.writeStartObject();
		Json.id(out, "id", shown.id());
		out.writeStringField("name", shown.name());
		out.writeStringField("fullName", shown.name());
		out.writeNullField("avatarSmall");
		out.writeStringField("city", "Алматы");
		out.writeNullField("municipality");
		out.writeNumberField("regionid", 75);
		out.writeStringField("markType", "Mark10");
		out.writeNumberField("timeZone", 5);
		out.writeBooleanField("uses_avg", true);
		out.writeBooleanField("uses_weighted_avg", false);
		out.writeStringField("educationType", EDUCATION_TYPE);
		out.writeNullField("tsoCityId");
		out.writeNullField("tsoRegionTreePath");
		out.writeBooleanField("isDemo", false);
		out.writeEndObject();
	}

	/** Teachers come in PascalCase. */
	private static void teacher(JsonGenerator out, TeacherFacts teacher) throws IOException {
		out.writeStartObject();
		out.writeNumberField("Id", teacher.personId());
		out.writeStringField("IdStr", Long.toString(teacher.personId()));
		out.writeNumberField("UserId", teacher.userId());
		out.writeStringField("UserIdStr", Long.toString(teacher.userId()));
		out.writeStringField("FirstName", teacher.firstName());
		out.writeStringField("LastName", teacher.lastName());
		Json.text(out, "MiddleName", teacher.middleName());
		out.writeStringField("ShortName", teacher.lastName() + " " + teacher.firstName().charAt(0) + ".");
		out.writeStringField("Sex", teacher.sex());
		out.writeNullField("DateBirth");
		out.writeStringField("Email", teacher.email());
		out.writeNullField("Subjects");
		out.writeBooleanField("HouseMaster", false);
		out.writeNullField("NickName");
		out.writeEndObject();
	}

	static void subject(JsonGenerator out, SubjectFacts subject) throws IOException {
		out.writeStartObject();
		Json.id(out, "id", subject.id());
		out.writeStringField("name", subject.name());
		out.writeNullField("knowledgeArea");
		out.writeNullField("fgosSubjectId");
		out.writeEndObject();
	}

	private Answer workTypes(Request request) {
		long schoolId = this.permission.readSchool(request, request.id(0)).id();
		return Json.array(Dictionary.workTypes(), (out, type) -> {
			out.writeStartObject();
			Json.id(out, "id", type.id());
			out.writeNumberField("schoolId", schoolId);
			out.writeNumberField("kindId", type.kindId());
			out.writeStringField("kind", type.kind());
			out.writeStringField("title", type.title());
			out.writeStringField("abbr", type.abbr());
			out.writeNumberField("weight", 1);
			out.writeEndObject();
		});
	}

	private static void markValues(JsonGenerator out) throws IOException {
		out.writeStartObject();
		for (var scale : Dictionary.allMarkValues().entrySet()) {
			out.writeFieldName(scale.getKey());
			Json.array(out, scale.getValue(), JsonGenerator::writeString);
		}
		out.writeEndObject();
	}

	private static Answer markValuesOfType(Request request) {
		List<String> values = Dictionary.markValues(request.value(0));
		if (values == null) {
			throw Refusal.parameter("There is no mark type " + request.value(0));
		}
		return Json.array(values, JsonGenerator::writeString);
	}

}
