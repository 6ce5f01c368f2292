package kz.kopir.roster;

import java.util.List;

import kz.kopir.mapping.Table;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.CourseId;
import kz.kopir.school.SubjectId;

/**
 * A link that a person of the school confirmed.
 *
 * @param course the course
 * @param classGroup the journal's class group
 * @param subject the journal's subject
 */
public record CourseLinkRow(CourseId course, ClassGroupId classGroup, SubjectId subject) {

	/** Columns of {@code mappings/course-links.csv}. */
	public static final List<String> COLUMNS = List.of("course_id", "class_group_id", "subject_id");

	/**
	 * The rows of a table with {@link #COLUMNS}. Rows that contradict each other are
	 * kept: they concern their course alone.
	 * @throws kz.kopir.mapping.MappingException when a cell is empty
	 */
	public static List<CourseLinkRow> of(Table table) {
		return table.rows()
			.stream()
			.map((row) -> new CourseLinkRow(new CourseId(row.require("course_id")),
					new ClassGroupId(row.require("class_group_id")), new SubjectId(row.require("subject_id"))))
			.toList();
	}

}
