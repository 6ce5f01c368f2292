package kz.kopir.rehearsal.google;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.http.Call;
import kz.kopir.rehearsal.world.World;

/**
 * Classroom's REST API, version 1, as far as it reads: who may call what, and which part
 * answers.
 */
final class ClassroomApi {

	static final String ROOT = "/v1/";

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final String PACKAGE = "google.classroom.v1.";

	private static final String CHALLENGE = "Bearer realm=\"https://accounts.google.com/\", error=\"invalid_token\"";

	private final AccessTokens tokens;

	private final Quotas quotas;

	private final CourseCalls courses;

	private final PeopleCalls people;

	private final CourseworkCalls coursework;

	private final SubmissionCalls submissions;

	ClassroomApi(World world, Directory directory, AccessTokens tokens, Quotas quotas, ClassroomSettings settings) {
		this.tokens = tokens;
		this.quotas = quotas;
		Answers answers = new Answers(settings);
		Courses visible = new Courses(world, settings.aliases());
		Future future = new Future(settings.unknownEnumValues());
		this.courses = new CourseCalls(world, visible, directory, answers);
		this.people = new PeopleCalls(world, visible, directory, answers);
		this.coursework = new CourseworkCalls(world, visible, answers, future);
		this.submissions = new SubmissionCalls(world, visible, directory, answers,
				new SubmissionJson(settings.explicitZeroGrade(), future));
	}

	Answer handle(Call call) {
		try {
			Caller caller = this.tokens.holder(call.header("authorization"));
			this.quotas.take(caller);
			if (!call.method().equals("GET")) {
				throw ApiError.scopeMissing(PACKAGE + "Write");
			}
			String[] path = call.path().substring(ROOT.length()).split("/", -1);
			return Answer.json(answer(new Query(call, caller), path));
		}
		catch (ApiError ex) {
			return refusal(ex);
		}
		catch (NoSuchElementException ex) {
			// the course disappeared while the answer was being made
			return refusal(ApiError.notFound());
		}
		catch (NoSuchPath ex) {
			return noSuchPath();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private byte[] answer(Query query, String[] path) throws IOException, NoSuchPath {
		return switch (path[0] + " " + path.length) {
			case "courses 1" -> {
				allow(query, "Courses.ListCourses", Scopes.COURSES);
				yield this.courses.list(query);
			}
			case "courses 2" -> {
				allow(query, "Courses.GetCourse", Scopes.COURSES);
				yield this.courses.get(query, path[1]);
			}
			case "courses 3" -> list(query, path[1], path[2]);
			case "courses 4" -> get(query, path[1], path[2], path[3]);
			case "courses 5", "courses 6" -> submission(query, path);
			case "userProfiles 2" -> {
				allow(query, "UserProfiles.GetUserProfile", Scopes.ROSTERS);
				yield this.people.profile(query, path[1]);
			}
			default -> throw new NoSuchPath();
		};
	}

	private byte[] list(Query query, String course, String collection) throws IOException, NoSuchPath {
		switch (collection) {
			case "aliases" -> {
				allow(query, "Courses.ListCourseAliases", Scopes.COURSES);
				return this.courses.aliases(query, course);
			}
			case "gradingPeriodSettings" -> {
				allow(query, "Courses.GetGradingPeriodSettings", Scopes.COURSES);
				return this.courses.gradingPeriods(query, course);
			}
			case "students" -> {
				allow(query, "Rosters.ListStudents", Scopes.ROSTERS);
				return this.people.students(query, course);
			}
			case "teachers" -> {
				allow(query, "Rosters.ListTeachers", Scopes.ROSTERS);
				return this.people.teachers(query, course);
			}
			case "topics" -> {
				allow(query, "Topics.ListTopics", Scopes.TOPICS);
				return this.courses.topics(query, course);
			}
			case "courseWork" -> {
				allow(query, "CourseWork.ListCourseWork", Scopes.COURSEWORK);
				return this.coursework.list(query, course);
			}
			case "courseWorkMaterials" -> {
				allow(query, "CourseWorkMaterials.ListCourseWorkMaterials", Scopes.MATERIALS);
				return this.coursework.materials(query, course);
			}
			default -> throw new NoSuchPath();
		}
	}

	private byte[] get(Query query, String course, String collection, String id) throws IOException, NoSuchPath {
		switch (collection) {
			case "students" -> {
				allow(query, "Rosters.GetStudent", Scopes.ROSTERS);
				return this.people.student(query, course, id);
			}
			case "teachers" -> {
				allow(query, "Rosters.GetTeacher", Scopes.ROSTERS);
				return this.people.teacher(query, course, id);
			}
			case "topics" -> {
				allow(query, "Topics.GetTopic", Scopes.TOPICS);
				return this.courses.topic(query, course, id);
			}
			case "courseWork" -> {
				allow(query, "CourseWork.GetCourseWork", Scopes.COURSEWORK);
				return this.coursework.get(query, course, id);
			}
			case "courseWorkMaterials" -> {
				allow(query, "CourseWorkMaterials.GetCourseWorkMaterial", Scopes.MATERIALS);
				return this.coursework.material(query, course, id);
			}
			default -> throw new NoSuchPath();
		}
	}

	private byte[] submission(Query query, String[] path) throws IOException, NoSuchPath {
		if (!path[2].equals("courseWork") || !path[4].equals("studentSubmissions")) {
			throw new NoSuchPath();
		}
		if (path.length == 5) {
			allow(query, "StudentSubmissions.ListStudentSubmissions", Scopes.SUBMISSIONS);
			return this.submissions.list(query, path[1], path[3]);
		}
		allow(query, "StudentSubmissions.GetStudentSubmission", Scopes.SUBMISSIONS);
		return this.submissions.get(query, path[1], path[3], path[5]);
	}

	private static void allow(Query query, String method, String[] anyOf) {
		if (!query.caller().mayUse(anyOf)) {
			throw ApiError.scopeMissing(PACKAGE + method);
		}
	}

	private static Answer refusal(ApiError error) {
		try {
			Answer answer = Answer.json(error.code(), JSON.writeValueAsBytes(error.body()));
			return (error.code() == 401) ? answer.with("WWW-Authenticate", CHALLENGE) : answer;
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("An error body cannot be written as JSON", ex);
		}
	}

	/** Google answers an address that it does not have with a page, not with JSON. */
	static Answer noSuchPath() {
		return Answer.of(404, "text/html; charset=UTF-8",
				"<!DOCTYPE html><html lang=en><title>Error 404 (Not Found)!!1</title><p><b>404.</b> <ins>That’s an"
						+ " error.</ins><p>The requested URL was not found on this server. <ins>That’s all we"
						+ " know.</ins></html>");
	}

	private static final class NoSuchPath extends Exception {

		NoSuchPath() {
			super("no such path", null, false, false);
		}

	}

}
