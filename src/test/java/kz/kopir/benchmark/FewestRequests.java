package kz.kopir.benchmark;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import kz.kopir.rehearsal.world.CourseFacts;
import kz.kopir.rehearsal.world.World;

/**
 * The fewest requests with which a run can do its work, by the school's facts and the
 * page sizes that the servers allow. {@code docs/benchmarks.md} states it as a formula.
 */
final class FewestRequests {

	private static final int ROSTER_PAGE = 30;

	private static final int PAGE = 100;

	private static final int CLASS_GROUPS_PER_REQUEST = 50;

	/** Class groups, subjects and types of work. */
	private static final int READS_OF_SCHOOL = 6;

	/** Lessons with their works, and marks. */
	private static final int READS_OF_CLASS_GROUP = 2;

	private final World world;

	FewestRequests(World world) {
		this.world = world;
	}

	/**
	 * Sign-ins aside.
	 * @param linkedCourses ids of the courses that belong to a class group
	 * @param classGroups how many class groups have such a course
	 * @param writes entries that the run had to write
	 * @param classGroupsWritten how many class groups these belong to
	 */
	long of(Collection<String> linkedCourses, int classGroups, long writes, int classGroupsWritten) {
		long active = this.world.courses().stream().filter((course) -> course.state().equals("ACTIVE")).count();
		long classroom = pages(active, PAGE) + withoutEvidence()
				+ linkedCourses.stream().mapToLong(this::ofCourse).sum();
		long journal = READS_OF_SCHOOL + pages(this.world.groups().size(), CLASS_GROUPS_PER_REQUEST)
				+ (long) READS_OF_CLASS_GROUP * (classGroups + classGroupsWritten) + writes;
		return classroom + journal;
	}

	/** Courses that neither the table nor a code in the description links. */
	private long withoutEvidence() {
		Set<String> inTable = this.world.courseLinksCsv()
			.lines()
			.map((line) -> line.substring(0, Math.max(0, line.indexOf(','))))
			.collect(Collectors.toSet());
		return this.world.courses()
			.stream()
			.filter((course) -> course.state().equals("ACTIVE") && !inTable.contains(course.id()))
			.filter((course) -> course.description() == null || !course.description().contains("kopir:"))
			.count();
	}

	private long ofCourse(String id) {
		CourseFacts course = this.world.course(id);
		if (course == null) {
			throw new IllegalStateException("The school has no course " + id);
		}
		return pages(this.world.students(id).size(), ROSTER_PAGE) + pages(course.teacherIds().size(), ROSTER_PAGE)
				+ pages(this.world.topics(id).size(), PAGE)
				+ pages(this.world.coursework(id).stream().filter((work) -> !work.state().equals("DRAFT")).count(),
						PAGE)
				+ pages(this.world.materials(id)
					.stream()
					.filter((material) -> material.state().equals("PUBLISHED"))
					.count(), PAGE)
				+ pages(this.world.submissions(id).size(), PAGE);
	}

	/** An empty list takes one request too. */
	private static long pages(long records, int size) {
		return Math.max(1, (records + size - 1) / size);
	}

}
