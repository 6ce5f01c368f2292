package kz.kopir.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import kz.kopir.database.DatabaseTime;
import kz.kopir.preparation.Given;
import kz.kopir.preparation.RemoteLesson;
import kz.kopir.school.ClassGroup;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.CourseContent;
import kz.kopir.school.Coursework;
import kz.kopir.school.Lesson;
import kz.kopir.school.LessonId;
import kz.kopir.school.SchoolId;
import kz.kopir.school.SubjectId;
import kz.kopir.school.TeacherId;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What teachers gave to their courses, and which lessons were held at a distance.
 */
public class PreparationBook {

	private final JdbcTemplate template;

	private final JdbcClient jdbc;

	PreparationBook(JdbcTemplate template) {
		this.template = template;
		this.jdbc = JdbcClient.create(template);
	}

	/**
	 * Takes what was read of the courses of a class group. What a teacher takes away
	 * later was there all the same.
	 */
	void given(ClassGroupOrder order, List<CourseContent> contents) {
		String school = order.run().school().value();
		String classGroup = order.classGroup().id().value();
		List<Object[]> rows = new ArrayList<>();
		contents.stream().filter(CourseContent::complete).forEach((content) -> {
			String course = content.course().id().value();
			String subject = order.course(content.course().id()).subject().id().value();
			content.materials()
				.forEach((material) -> rows
					.add(new Object[] { school, classGroup, subject, course, "material/" + material.id(),
							DatabaseTime.toColumn(material.created()), material.links().size() }));
			content.coursework()
				.stream()
				.filter((work) -> work.state() == Coursework.State.PUBLISHED)
				.forEach((work) -> rows
					.add(new Object[] { school, classGroup, subject, course, "coursework/" + work.id(),
							DatabaseTime.toColumn(work.created()), work.materialLinks().size() }));
		});
		this.template.batchUpdate("""
				insert into given_work (school, class_group, subject, course, source, given_at, links)
				values (?, ?, ?, ?, ?, ?, ?)
				on conflict (school, class_group, course, source) do update set subject = excluded.subject,
					given_at = excluded.given_at, links = excluded.links
				""", rows);
	}

	/** Takes lessons that were held at a distance. */
	void lessons(SchoolId school, ClassGroup classGroup, List<AttendedLesson> lessons) {
		this.template.batchUpdate(
				"""
						insert into remote_lesson (school, lesson, class_group, class_group_name, subject, subject_name, lesson_date,
							starts_at, teachers)
						values (?, ?, ?, ?, ?, ?, ?, ?, ?)
						on conflict (school, lesson) do update set class_group = excluded.class_group,
							class_group_name = excluded.class_group_name, subject = excluded.subject,
							subject_name = excluded.subject_name, lesson_date = excluded.lesson_date,
							starts_at = excluded.starts_at, teachers = excluded.teachers
						""",
				lessons.stream().map((one) -> {
					Lesson lesson = one.slot().lesson();
					return new Object[] { school.value(), lesson.id().value(), classGroup.id().value(),
							classGroup.name(), lesson.subject().value(), one.subject(),
							DatabaseTime.toColumn(lesson.date()), DatabaseTime.toColumn(one.slot().start()),
							one.slot()
								.teachers()
								.stream()
								.map(TeacherId::value)
								.sorted()
								.collect(Collectors.joining(" ")) };
				}).toList());
	}

	/** Lessons held at a distance from a day to a day, both included. */
	public List<RemoteLesson> lessons(SchoolId school, LocalDate from, LocalDate to) {
		return this.jdbc.sql("""
				select * from remote_lesson where school = :school and lesson_date between :from and :to
				order by starts_at, lesson
				""")
			.param("school", school.value())
			.param("from", DatabaseTime.toColumn(from))
			.param("to", DatabaseTime.toColumn(to))
			.query(PreparationBook::lesson)
			.list();
	}

	private static RemoteLesson lesson(ResultSet row, int number) throws SQLException {
		return new RemoteLesson(new LessonId(row.getString("lesson")), new ClassGroupId(row.getString("class_group")),
				new SubjectId(row.getString("subject")),
				Objects.requireNonNull(DatabaseTime.nullableDate(row, "lesson_date")),
				DatabaseTime.instant(row, "starts_at"),
				Arrays.stream(row.getString("teachers").split(" "))
					.filter((teacher) -> !teacher.isEmpty())
					.map(TeacherId::new)
					.collect(Collectors.toSet()));
	}

	/** All that was given to the class groups of a school. */
	public List<Given> given(SchoolId school) {
		return this.jdbc.sql("select class_group, subject, given_at, links from given_work where school = :school")
			.param("school", school.value())
			.query((row, number) -> new Given(new ClassGroupId(row.getString("class_group")),
					new SubjectId(row.getString("subject")), DatabaseTime.instant(row, "given_at"),
					row.getInt("links")))
			.list();
	}

}
