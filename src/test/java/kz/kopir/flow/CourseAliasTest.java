package kz.kopir.flow;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import kz.kopir.problem.ProblemCode;
import kz.kopir.rehearsal.google.ClassroomSettings;
import kz.kopir.rehearsal.http.Effect;
import kz.kopir.rehearsal.http.Fault;
import kz.kopir.rehearsal.kundelik.KundelikSettings;
import kz.kopir.rehearsal.world.CourseFacts;
import kz.kopir.run.Run;
import kz.kopir.run.RunState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Courses that neither the school's table nor their description links.
 */
class CourseAliasTest {

	private final GatewayHouse house = GatewayHouse.shared();

	@BeforeEach
	void newTerm() {
		this.house.newTerm();
	}

	@Test
	void aCourseThatNothingElseLinksIsLinkedByItsAlias() {
		CourseFacts course = withoutEvidence().stream()
			.filter((one) -> one.groupId() != null)
			.findFirst()
			.orElseThrow();
		this.house.newTerm(
				ClassroomSettings.defaults()
					.withAliases(Map.of(course.id(),
							List.of("d:anything", "d:kopir." + course.groupId() + "." + course.subjectId()))),
				KundelikSettings.defaults());

		Run run = this.house.run();

		assertThat(run.state()).isEqualTo(RunState.FINISHED);
		assertThat(unlinked()).doesNotContain("course:" + course.id());
		assertThat(evidence(course)).isEqualTo("course-alias");
	}

	@Test
	void onlyCoursesWithoutOtherEvidenceAreAskedForTheirAliases() {
		this.house.run();

		long asked = this.house.rehearsal()
			.classroom()
			.counts()
			.byTemplate()
			.entrySet()
			.stream()
			.filter((count) -> count.getKey().endsWith("/aliases"))
			.flatMap((count) -> count.getValue().values().stream())
			.mapToLong(Long::longValue)
			.sum();
		assertThat(asked).isEqualTo(withoutEvidence().size());
	}

	@Test
	void anAliasThatCannotBeReadLeavesItsCourseUnlinkedAndTheOthersGoOn() {
		CourseFacts course = withoutEvidence().get(0);
		this.house.rehearsal()
			.classroomFaults()
			.add(Fault.next("GET", "/v1/courses/" + course.id() + "/aliases", 1,
					Effect.answer(403, "application/json", "{}", null)));

		Run run = this.house.run();

		assertThat(run.state()).isEqualTo(RunState.FINISHED);
		assertThat(unlinked()).contains("course:" + course.id());
		assertThat(this.house.delivered(run)).isPositive();
	}

	private Set<String> unlinked() {
		return this.house.problems(ProblemCode.COURSE_NOT_LINKED)
			.stream()
			.map((problem) -> problem.subject())
			.collect(Collectors.toSet());
	}

	private String evidence(CourseFacts course) {
		return this.house.database()
			.jdbc()
			.sql("select evidence from link where source_id = :course")
			.param("course", course.id())
			.query(String.class)
			.single();
	}

	private List<CourseFacts> withoutEvidence() {
		String table = this.house.rehearsal().world().courseLinksCsv();
		return this.house.rehearsal()
			.world()
			.courses()
			.stream()
			.filter((course) -> course.state().equals("ACTIVE"))
			.filter((course) -> !table.contains("\n" + course.id() + ","))
			.filter((course) -> course.description() == null || !course.description().contains("kopir:"))
			.toList();
	}

}
