package kz.kopir.rehearsal.google;

import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import kz.kopir.rehearsal.world.CategoryFacts;
import kz.kopir.rehearsal.world.CourseFacts;
import kz.kopir.rehearsal.world.CourseworkFacts;
import kz.kopir.rehearsal.world.MaterialFacts;
import kz.kopir.rehearsal.world.World;

/**
 * Coursework and course materials. Pupils see what is published and set to them.
 */
final class CourseworkCalls {

	private static final Set<String> STATES = Set.of("PUBLISHED", "DRAFT", "DELETED");

	private static final List<String> DEFAULT_STATES = List.of("PUBLISHED");

	private static final List<String> CHOICES = List.of("A", "B", "C", "D");

	private static final Map<String, Comparator<CourseworkFacts>> ORDERS = Map.of("updateTime",
			Comparator.comparing(CourseworkFacts::updated), "dueDate",
			Comparator.comparing(CourseworkFacts::due, Comparator.nullsLast(Comparator.naturalOrder())));

	private static final Map<String, Comparator<MaterialFacts>> MATERIAL_ORDERS = Map.of("updateTime",
			Comparator.comparing(MaterialFacts::updated));

	private final World world;

	private final Courses courses;

	private final Answers answers;

	private final Future future;

	CourseworkCalls(World world, Courses courses, Answers answers, Future future) {
		this.world = world;
		this.courses = courses;
		this.answers = answers;
		this.future = future;
	}

	byte[] list(Query query, String courseId) throws IOException {
		CourseFacts course = this.courses.visible(courseId, query.caller());
		List<String> states = states(query, "courseWorkStates");
		List<CourseworkFacts> found = this.world.coursework(course.id())
			.stream()
			.filter((work) -> states.contains(work.state()) && sees(query.caller(), course, work))
			.sorted(Order.by(query, ORDERS).thenComparing(CourseworkFacts::id))
			.toList();
		return this.answers.list(query, Resource.COURSEWORK, found,
				(json, work) -> write(json, course, work, query.caller()));
	}

	byte[] get(Query query, String courseId, String id) throws IOException {
		CourseFacts course = this.courses.visible(courseId, query.caller());
		CourseworkFacts work = this.world.coursework(course.id())
			.stream()
			.filter((candidate) -> candidate.id().equals(id) && sees(query.caller(), course, candidate))
			.findFirst()
			.orElseThrow(ApiError::notFound);
		return this.answers.one(query, Resource.COURSEWORK, (json) -> write(json, course, work, query.caller()));
	}

	byte[] materials(Query query, String courseId) throws IOException {
		CourseFacts course = this.courses.visible(courseId, query.caller());
		List<String> states = states(query, "courseWorkMaterialStates");
		String link = query.text("materialLink");
		boolean manages = this.courses.manages(query.caller(), course);
		List<MaterialFacts> found = this.world.materials(course.id())
			.stream()
			.filter((material) -> states.contains(material.state()))
			.filter((material) -> manages || material.state().equals("PUBLISHED"))
			.filter((material) -> link == null
					|| material.links().stream().anyMatch((address) -> address.contains(link)))
			.sorted(Order.by(query, MATERIAL_ORDERS).thenComparing(MaterialFacts::id))
			.toList();
		return this.answers.list(query, Resource.MATERIAL, found, (json, material) -> write(json, course, material));
	}

	byte[] material(Query query, String courseId, String id) throws IOException {
		CourseFacts course = this.courses.visible(courseId, query.caller());
		boolean manages = this.courses.manages(query.caller(), course);
		MaterialFacts material = this.world.materials(course.id())
			.stream()
			.filter((candidate) -> candidate.id().equals(id))
			.filter((candidate) -> manages || candidate.state().equals("PUBLISHED"))
			.findFirst()
			.orElseThrow(ApiError::notFound);
		return this.answers.one(query, Resource.MATERIAL, (json) -> write(json, course, material));
	}

	private static List<String> states(Query query, String parameter) {
		List<String> wanted = query.enums(parameter, STATES);
		return wanted.isEmpty() ? DEFAULT_STATES : wanted;
	}

	private boolean sees(Caller caller, CourseFacts course, CourseworkFacts work) {
		if (this.courses.manages(caller, course)) {
			return true;
		}
		List<String> assignees = work.assignees();
		return work.state().equals("PUBLISHED") && (assignees == null || assignees.contains(caller.userId()));
	}

	private void write(MaskedJson json, CourseFacts course, CourseworkFacts work, Caller caller) throws IOException {
		boolean manages = this.courses.manages(caller, course);
		json.text("courseId", work.courseId());
		json.text("id", work.id());
		json.text("title", work.title());
		json.text("description", work.description());
		Materials.write(json, work.links());
		json.text("state", work.state());
		if (work.state().equals("PUBLISHED")) {
			json.text("alternateLink",
					CourseCalls.link(work.courseId()) + "/a/" + CourseCalls.base64(work.id()) + "/details");
		}
		json.time("creationTime", work.created());
		json.time("updateTime", work.updated());
		due(json, work);
		json.nonZero("maxPoints", work.maxPoints());
		json.text("workType", this.future.workType(work));
		assignees(json, work, manages);
		json.text("submissionModificationMode", "MODIFIABLE_UNTIL_TURNED_IN");
		json.text("creatorUserId", course.ownerId());
		json.text("topicId", work.topicId());
		for (CategoryFacts category : course.gradeCategories()) {
			if (category.id().equals(work.gradeCategoryId())) {
				json.object("gradeCategory", (inner) -> CourseCalls.write(inner, category));
			}
		}
		if (work.workType().equals("ASSIGNMENT")) {
			json.object("assignment", (assignment) -> {
			});
		}
		if (work.workType().equals("MULTIPLE_CHOICE_QUESTION")) {
			json.object("multipleChoiceQuestion", (question) -> question.texts("choices", CHOICES));
		}
	}

	private static void assignees(MaskedJson json, CourseworkFacts work, boolean manages) throws IOException {
		List<String> assignees = work.assignees();
		json.text("assigneeMode", (assignees != null) ? "INDIVIDUAL_STUDENTS" : "ALL_STUDENTS");
		if (assignees != null && manages) {
			json.object("individualStudentsOptions", (options) -> options.texts("studentIds", assignees));
		}
	}

	/** Date and time of day in UTC; parts that are zero are left out. */
	private static void due(MaskedJson json, CourseworkFacts work) throws IOException {
		Instant due = work.due();
		if (due == null) {
			return;
		}
		OffsetDateTime utc = due.atOffset(ZoneOffset.UTC);
		CourseCalls.date(json, "dueDate", utc.toLocalDate());
		if (work.dueHasTime()) {
			json.object("dueTime", (time) -> {
				time.whole("hours", utc.getHour());
				time.whole("minutes", utc.getMinute());
				time.whole("seconds", utc.getSecond());
				time.whole("nanos", utc.getNano());
			});
		}
	}

	private static void write(MaskedJson json, CourseFacts course, MaterialFacts material) throws IOException {
		json.text("courseId", material.courseId());
		json.text("id", material.id());
		json.text("title", material.title());
		json.text("description", material.description());
		Materials.write(json, material.links());
		json.text("state", material.state());
		if (material.state().equals("PUBLISHED")) {
			json.text("alternateLink",
					CourseCalls.link(material.courseId()) + "/m/" + CourseCalls.base64(material.id()) + "/details");
		}
		json.time("creationTime", material.created());
		json.time("updateTime", material.updated());
		json.text("assigneeMode", "ALL_STUDENTS");
		json.text("creatorUserId", course.ownerId());
		json.text("topicId", material.topicId());
	}

}
