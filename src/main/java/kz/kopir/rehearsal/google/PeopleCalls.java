package kz.kopir.rehearsal.google;

import java.io.IOException;
import java.util.List;

import kz.kopir.rehearsal.google.Caller.Role;
import kz.kopir.rehearsal.world.CourseFacts;
import kz.kopir.rehearsal.world.World;
import org.jspecify.annotations.Nullable;

/**
 * Rosters and user profiles. Without the scope for it, an address or a photograph is
 * absent and nobody says so.
 */
final class PeopleCalls {

	private static final List<String> CREATE_COURSE = List.of("CREATE_COURSE");

	private final World world;

	private final Courses courses;

	private final Directory directory;

	private final Answers answers;

	PeopleCalls(World world, Courses courses, Directory directory, Answers answers) {
		this.world = world;
		this.courses = courses;
		this.directory = directory;
		this.answers = answers;
	}

	byte[] students(Query query, String courseId) throws IOException {
		CourseFacts course = this.courses.visible(courseId, query.caller());
		return this.answers.roster(query, Resource.STUDENT, this.world.students(course.id()),
				(json, id) -> member(json, course, id, query.caller()));
	}

	byte[] teachers(Query query, String courseId) throws IOException {
		CourseFacts course = this.courses.visible(courseId, query.caller());
		return this.answers.roster(query, Resource.TEACHER, course.teacherIds(),
				(json, id) -> member(json, course, id, query.caller()));
	}

	byte[] student(Query query, String courseId, String user) throws IOException {
		CourseFacts course = this.courses.visible(courseId, query.caller());
		return member(query, Resource.STUDENT, course, this.world.students(course.id()), user);
	}

	byte[] teacher(Query query, String courseId, String user) throws IOException {
		CourseFacts course = this.courses.visible(courseId, query.caller());
		return member(query, Resource.TEACHER, course, course.teacherIds(), user);
	}

	/** A profile; one that does not exist is forbidden, too. */
	byte[] profile(Query query, String user) throws IOException {
		Caller caller = query.caller();
		Person person = this.directory.find(user.equals("me") ? caller.userId() : user);
		if (person == null || !knows(caller, person)) {
			throw ApiError.permissionDenied();
		}
		return this.answers.one(query, Resource.USER_PROFILE, (json) -> write(json, person, caller));
	}

	private byte[] member(Query query, Resource resource, CourseFacts course, List<String> members, String user)
			throws IOException {
		String id = this.directory.userId(user, query.caller());
		if (!members.contains(id)) {
			throw ApiError.notFound();
		}
		return this.answers.one(query, resource, (json) -> member(json, course, id, query.caller()));
	}

	private boolean knows(Caller caller, Person person) {
		return caller.role() == Role.ADMIN || caller.userId().equals(person.id())
				|| this.courses.share(caller, person.id());
	}

	private void member(MaskedJson json, CourseFacts course, String userId, Caller caller) throws IOException {
		json.text("courseId", course.id());
		json.text("userId", userId);
		Person person = this.directory.find(userId);
		json.object("profile", (profile) -> write(profile, userId, person, caller));
	}

	private static void write(MaskedJson json, String userId, @Nullable Person person, Caller caller)
			throws IOException {
		if (person != null) {
			write(json, person, caller);
		}
		else {
			// a deleted account: the roster keeps the id for a while and nothing else
			json.text("id", userId);
		}
	}

	private static void write(MaskedJson json, Person person, Caller caller) throws IOException {
		json.text("id", person.id());
		json.object("name", (name) -> {
			name.text("givenName", person.givenName());
			name.text("familyName", person.familyName());
			name.text("fullName", person.givenName() + " " + person.familyName());
		});
		if (caller.mayUse(Scopes.EMAILS)) {
			json.text("emailAddress", person.email());
		}
		if (caller.mayUse(Scopes.PHOTOS)) {
			json.text("photoUrl", "//lh3.googleusercontent.com/a/default-user");
		}
		if (person.role() == Role.TEACHER) {
			json.objects("permissions", CREATE_COURSE, (inner, permission) -> inner.text("permission", permission));
			json.flag("verifiedTeacher", true);
		}
	}

}
