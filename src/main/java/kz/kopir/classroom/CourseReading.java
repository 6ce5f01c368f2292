package kz.kopir.classroom;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import kz.kopir.school.ClassroomUser;
import kz.kopir.school.Course;
import kz.kopir.school.CourseContent;
import kz.kopir.school.CourseMaterial;
import kz.kopir.school.Coursework;
import kz.kopir.school.Submission;
import org.jspecify.annotations.Nullable;

/**
 * One course while its lists are read.
 */
public final class CourseReading {

	private final Course course;

	private final Listing<ClassroomUser> pupils;

	private final Listing<ClassroomUser> teachers;

	private final Listing<Records.Topic> topics;

	private final Listing<Coursework> coursework;

	private final Listing<CourseMaterial> materials;

	private final Listing<Submission> submissions;

	CourseReading(Course course) {
		this.course = course;
		this.pupils = new Listing<>(ListKind.STUDENTS, course.id());
		this.teachers = new Listing<>(ListKind.TEACHERS, course.id());
		this.topics = new Listing<>(ListKind.TOPICS, course.id());
		this.coursework = new Listing<>(ListKind.COURSEWORK, course.id());
		this.materials = new Listing<>(ListKind.MATERIALS, course.id());
		this.submissions = new Listing<>(ListKind.SUBMISSIONS, course.id());
	}

	/** The lists that are to be read. */
	public List<Listing<?>> getListings() {
		return List.of(this.pupils, this.teachers, this.topics, this.coursework, this.materials, this.submissions);
	}

	/** What was read; only when all lists are finished. */
	public CourseContent getContent() {
		Map<String, String> topicNames = this.topics.records()
			.stream()
			.collect(Collectors.toMap(Records.Topic::id, Records.Topic::name));
		return new CourseContent(this.course, true, this.pupils.records(), this.teachers.records(),
				this.coursework.records().stream().map((work) -> named(work, topicNames)).toList(),
				this.materials.records().stream().map((material) -> named(material, topicNames)).toList(),
				this.submissions.records(),
				Stream.of(this.pupils, this.teachers, this.topics, this.coursework, this.materials, this.submissions)
					.flatMap((listing) -> listing.faults().stream())
					.toList());
	}

	private static Coursework named(Coursework work, Map<String, String> topicNames) {
		return new Coursework(work.id(), work.course(), work.title(), work.description(), work.state(), work.type(),
				work.maxPoints(), work.due(), work.created(), work.updated(), name(work.topic(), topicNames),
				work.gradeCategory(), work.individual(), work.materialLinks(), work.link());
	}

	private static CourseMaterial named(CourseMaterial material, Map<String, String> topicNames) {
		return new CourseMaterial(material.id(), material.title(), name(material.topic(), topicNames),
				material.created(), material.links());
	}

	private static @Nullable String name(@Nullable String topicId, Map<String, String> topicNames) {
		return (topicId != null) ? topicNames.get(topicId) : null;
	}

}
