package kz.kopir.classroom;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import kz.kopir.mapping.Fields;
import kz.kopir.mapping.RecordException;
import kz.kopir.school.ClassroomUser;
import kz.kopir.school.ClassroomUserId;
import kz.kopir.school.Course;
import kz.kopir.school.CourseId;
import kz.kopir.school.CourseMaterial;
import kz.kopir.school.Coursework;
import kz.kopir.school.CourseworkId;
import kz.kopir.school.Submission;
import org.jspecify.annotations.Nullable;

/**
 * Makes the domain's records from what the mappings of {@code mappings/classroom} give.
 */
final class Records {

	private Records() {
	}

	static Course course(Fields fields) {
		return new Course(new CourseId(fields.text("id")), fields.text("name"), fields.optionalText("section"),
				fields.optionalText("description"), new ClassroomUserId(fields.text("owner")),
				fields.constant("state", Course.State.class, Course.State.UNKNOWN));
	}

	static ClassroomUser user(Fields fields) {
		return new ClassroomUser(new ClassroomUserId(fields.text("id")), fields.optionalText("email"),
				fields.optionalText("familyName"), fields.optionalText("givenName"), fields.optionalText("fullName"));
	}

	static Topic topic(Fields fields) {
		return new Topic(fields.text("id"), fields.text("name"));
	}

	/**
	 * The topic of the record made here is still its id; its name comes from the course's
	 * topics.
	 */
	static Coursework coursework(Fields fields) {
		Instant created = fields.instant("created");
		Instant updated = fields.optionalInstant("updated");
		return new Coursework(new CourseworkId(fields.text("id")), new CourseId(fields.text("course")),
				fields.text("title"), fields.optionalText("description"),
				fields.constant("state", Coursework.State.class, Coursework.State.UNKNOWN),
				fields.constant("type", Coursework.Type.class, Coursework.Type.UNKNOWN),
				fields.optionalNumber("maxPoints"), due(fields.optionalObject("due")), created,
				(updated != null) ? updated : created, fields.optionalText("topic"),
				fields.optionalText("gradeCategory"), fields.flag("individual"), fields.texts("materialLinks"),
				fields.optionalText("link"));
	}

	static CourseMaterial material(Fields fields) {
		return new CourseMaterial(fields.text("id"), fields.text("title"), fields.optionalText("topic"),
				fields.instant("created"), fields.texts("links"));
	}

	static Submission submission(Fields fields) {
		return new Submission(fields.text("id"), new CourseworkId(fields.text("coursework")),
				new ClassroomUserId(fields.text("pupil")),
				fields.constant("state", Submission.State.class, Submission.State.UNKNOWN),
				fields.optionalNumber("assignedGrade"), fields.optionalInstant("updated"));
	}

	/** Classroom gives due dates in UTC. */
	private static @Nullable Instant due(@Nullable Fields due) {
		if (due == null) {
			return null;
		}
		try {
			return LocalDateTime
				.of(due.integer("year"), due.integer("month"), due.integer("day"), due.integer("hours"),
						due.integer("minutes"), due.integer("seconds"))
				.toInstant(ZoneOffset.UTC);
		}
		catch (DateTimeException ex) {
			throw new RecordException("due", "is not a date that exists");
		}
	}

	/**
	 * A topic of a course.
	 */
	record Topic(String id, String name) {
	}

}
