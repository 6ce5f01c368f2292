package kz.kopir.classroom;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import kz.kopir.mapping.Fields;
import kz.kopir.school.ClassroomUser;
import kz.kopir.school.Course;
import kz.kopir.school.CourseMaterial;
import kz.kopir.school.Coursework;
import kz.kopir.school.Submission;

/**
 * One of Classroom's list calls: where it is, what is asked for, and what its records
 * become. The field masks name {@code nextPageToken}: without it paging would silently
 * end after the first page.
 *
 * @param <T> what a record becomes
 * @param name for counts and messages
 * @param path path of the call, with {@code %s} for the course
 * @param query fixed query parameters; a list value is repeated
 * @param pageSize page size to ask for, 0 to leave it to Classroom; it may give fewer
 * @param items key of the records in an answer
 * @param program jq program in {@code mappings/} that maps one record
 * @param convert makes the domain's record from the mapped one
 * @param id finds the id of a record, to notice one that comes twice
 */
record ListKind<T>(String name, String path, Map<String, List<String>> query, int pageSize, String items,
		String program, Function<Fields, T> convert, Function<T, String> id) {

	static final ListKind<Course> COURSES = new ListKind<>("courses", "/v1/courses",
			Map.of("courseStates", List.of("ACTIVE"), "fields",
					List.of("nextPageToken,courses(id,name,section,description,ownerId,courseState)")),
			0, "courses", "classroom/course.jq", Records::course, (course) -> course.id().value());

	static final ListKind<ClassroomUser> STUDENTS = roster("students");

	static final ListKind<ClassroomUser> TEACHERS = roster("teachers");

	static final ListKind<Records.Topic> TOPICS = new ListKind<>("topics", "/v1/courses/%s/topics",
			fields("nextPageToken,topic(topicId,name)"), 0, "topic", "classroom/topic.jq", Records::topic,
			Records.Topic::id);

	static final ListKind<Coursework> COURSEWORK = new ListKind<>("courseWork", "/v1/courses/%s/courseWork",
			Map.of("courseWorkStates", List.of("PUBLISHED", "DELETED"), "fields",
					List.of("nextPageToken,courseWork(id,courseId,title,description,state,workType,maxPoints,dueDate,"
							+ "dueTime,creationTime,updateTime,topicId,gradeCategory/name,assigneeMode,materials,"
							+ "alternateLink)")),
			0, "courseWork", "classroom/coursework.jq", Records::coursework, (coursework) -> coursework.id().value());

	static final ListKind<CourseMaterial> MATERIALS = new ListKind<>("courseWorkMaterials",
			"/v1/courses/%s/courseWorkMaterials",
			fields("nextPageToken,courseWorkMaterial(id,title,topicId,creationTime,materials)"), 0,
			"courseWorkMaterial", "classroom/material.jq", Records::material, CourseMaterial::id);

	static final ListKind<Submission> SUBMISSIONS = new ListKind<>("studentSubmissions",
			"/v1/courses/%s/courseWork/-/studentSubmissions",
			fields("nextPageToken,studentSubmissions(id,courseWorkId,userId,state,assignedGrade,updateTime)"), 1000,
			"studentSubmissions", "classroom/submission.jq", Records::submission, Submission::id);

	static final ListKind<String> ALIASES = new ListKind<>("aliases", "/v1/courses/%s/aliases",
			fields("nextPageToken,aliases(alias)"), 0, "aliases", "classroom/alias.jq",
			(fields) -> fields.text("alias"), (alias) -> alias);

	private static ListKind<ClassroomUser> roster(String name) {
		return new ListKind<>(name, "/v1/courses/%s/" + name,
				fields("nextPageToken," + name + "(userId,profile(emailAddress,name(familyName,givenName,fullName)))"),
				30, name, "classroom/user.jq", Records::user, (user) -> user.id().value());
	}

	private static Map<String, List<String>> fields(String mask) {
		return Map.of("fields", List.of(mask));
	}

}
