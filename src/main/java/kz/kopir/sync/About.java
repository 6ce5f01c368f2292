package kz.kopir.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

import kz.kopir.call.OutsideSystem;
import kz.kopir.problem.ProblemCode;
import kz.kopir.school.ClassGroup;
import kz.kopir.school.ClassroomUserId;
import kz.kopir.school.Coursework;
import kz.kopir.school.Lesson;
import org.jspecify.annotations.Nullable;

/**
 * What a problem is about: a stable subject, the teacher whose course it is, and what the
 * texts of problems say of it.
 *
 * @param subject the same code and subject is the same problem
 * @param owner the teacher, or null
 * @param details values for the texts: titles, names of class groups and subjects, ids
 * @param ofSchool whether it concerns the school as a whole, wherever it was noticed
 */
record About(String subject, @Nullable ClassroomUserId owner, Map<String, String> details, boolean ofSchool) {

	private static final String COURSEWORK = "coursework:";

	private static final String COURSE_ID = "courseId";

	About(String subject, @Nullable ClassroomUserId owner, Map<String, String> details) {
		this(subject, owner, details, false);
	}

	/**
	 * An outside system: when it is away or lets nobody in, that is one matter for the
	 * whole school.
	 */
	static About system(OutsideSystem system) {
		return new About("system:" + system, null, Map.of(), true);
	}

	static About course(LinkedCourse course, ClassGroup classGroup) {
		Map<String, String> details = new HashMap<>();
		details.put("course", course.course().name());
		details.put(COURSE_ID, course.course().id().value());
		details.put("classGroup", classGroup.name());
		details.put("subject", course.subject().name());
		return new About("course:" + course.course().id(), course.course().owner(), details);
	}

	static About coursework(LinkedCourse course, ClassGroup classGroup, Coursework coursework, ZoneId zone) {
		Map<String, String> details = new HashMap<>(course(course, classGroup).details());
		Instant day = (coursework.due() != null) ? coursework.due() : coursework.created();
		details.put("coursework", coursework.title());
		details.put("courseworkId", coursework.id().value());
		details.put("maxPoints", String.valueOf(coursework.maxPoints()));
		details.put("date", LocalDate.ofInstant(day, zone).toString());
		return new About(COURSEWORK + coursework.course() + "/" + coursework.id(), course.course().owner(), details);
	}

	/**
	 * A coursework of which the source no longer has anything but what the ledger knows.
	 */
	static About gone(EntryKey key, LinkedCourse course, ClassGroup classGroup) {
		Map<String, String> details = new HashMap<>(course(course, classGroup).details());
		String coursework = key.source().substring(key.source().indexOf('/') + 1);
		details.put("coursework", coursework);
		details.put("courseworkId", coursework);
		return new About(COURSEWORK + key.source(), course.course().owner(), details);
	}

	/** A lesson, for attendance. */
	static About lesson(ClassGroup classGroup, Lesson lesson, String subject) {
		return new About(subject(lesson), null, Map.of("classGroup", classGroup.name(), "subject", subject, "date",
				lesson.date().toString(), "number", String.valueOf(lesson.number())));
	}

	/** The stable subject of a lesson's problems. */
	static String subject(Lesson lesson) {
		return "lesson:" + lesson.id();
	}

	/** The class group itself. */
	static About classGroup(ClassGroup classGroup) {
		return new About("class-group:" + classGroup.id(), null, Map.of("classGroup", classGroup.name()));
	}

	/** The same with more details; what is said here already stays. */
	About with(Map<String, String> more) {
		Map<String, String> merged = new HashMap<>(more);
		merged.putAll(this.details);
		return new About(this.subject, this.owner, merged, this.ofSchool);
	}

	/**
	 * What a problem of this code is about, when it was noticed at this coursework: the
	 * whole course, unless the texts of the code name the coursework.
	 */
	About forCode(ProblemCode code) {
		String course = this.details.get(COURSE_ID);
		if (course == null || !this.subject.startsWith(COURSEWORK) || code.detailKeys().contains("coursework")) {
			return this;
		}
		return new About("course:" + course, this.owner, this.details, this.ofSchool);
	}

	/**
	 * All entries of a kind: of the course, when it was noticed in one, else of the class
	 * group.
	 */
	About allOf(EntryKind kind, ClassGroup classGroup) {
		String course = this.details.get(COURSE_ID);
		Map<String, String> named = Map.of("kind", kind.code());
		return (course != null)
				? new About("course:" + course + "/" + kind.code(), this.owner, this.details).with(named)
				: classGroup(classGroup).with(named);
	}

}
