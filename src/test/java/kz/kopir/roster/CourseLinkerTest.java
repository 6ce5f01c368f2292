package kz.kopir.roster;

import java.util.List;

import kz.kopir.mapping.MappingException;
import kz.kopir.mapping.SampleTables;
import kz.kopir.problem.ProblemCode;
import kz.kopir.school.ClassGroup;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.ClassroomUserId;
import kz.kopir.school.Course;
import kz.kopir.school.CourseId;
import kz.kopir.school.Subject;
import kz.kopir.school.SubjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CourseLinkerTest {

	private static final List<ClassGroup> CLASS_GROUPS = List.of(group("70", "7 «А»"), group("71", "7 «Б»"),
			group("72", "7 «А» 1-топ"), group("73", "10 «Ә»"), group("74", "11 «В»"), group("75", "11 В"));

	private static final List<Subject> SUBJECTS = List.of(subject("4", "Алгебра"),
			subject("5", "Алгебра және анализ бастамалары"), subject("6", "Шетел тілі (Ағылшын тілі)"));

	private final CourseLinker linker = new CourseLinker(List.of(row("1", "70", "4"), row("2", "70", "4"),
			row("2", "71", "4"), row("3", "99", "4"), row("4", "70", "4"), row("4", "70", "4")));

	@Test
	void theSchoolsTableLinks() {
		assertLinked(link("1", null, null), "70", "4", "course-link-table");
		assertLinked(link("4", null, null), "70", "4", "course-link-table");
	}

	@Test
	void theTableStandsAboveCodes() {
		assertLinked(link("1", "d:kopir.71.4", "kopir:71/4"), "70", "4", "course-link-table");
	}

	@Test
	void contradictingRowsAndUnknownIdsOfTheTableLinkNothing() {
		assertUnlinked(link("2", null, "kopir:70/4"), ProblemCode.COURSE_LINK_AMBIGUOUS);
		assertUnlinked(link("3", null, "kopir:70/4"), ProblemCode.COURSE_LINK_UNKNOWN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "d:kopir.70.4", "p:kopir.70.4", " d:kopir.70.4 " })
	void anAliasLinks(String alias) {
		assertLinked(link("9", alias, null), "70", "4", "course-alias");
		assertLinked(link("9", alias, "kopir:7А/Алгебра"), "70", "4", "course-alias");
	}

	@ParameterizedTest
	@ValueSource(strings = { "d:kopir.70.99", "d:kopir.70", "d:kopir.70.4.1", "d:kopir.", "d:kopir.7А" })
	void anAliasThatNamesNothingIsAProblem(String alias) {
		assertUnlinked(link("9", alias, null), ProblemCode.COURSE_LINK_UNKNOWN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "d:algebra", "p:7a", "", "kopir.70.4", "x:kopir.70.4" })
	void anotherAliasIsNoEvidence(String alias) {
		assertUnlinked(link("9", alias, null), ProblemCode.COURSE_NOT_LINKED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "kopir:70/4", "Kopir: 70 / 4", "Қош келдіңіз!\nkopir:70/4 — журнал коды\n§ 1",
			"kopir:7А/Алгебра", "kopir:7 «A»/алгебра", "KOPIR:7-а сынып/Алгебра; сәлем", "(kopir:70/4)",
			"kopir:70/4 kopir:7А/Алгебра" })
	void aCodeInTheDescriptionLinks(String description) {
		assertLinked(link("9", null, description), "70", "4", "course-description-code");
	}

	@Test
	void namesOfClassAndSubjectMustMatchWhole() {
		assertLinked(link("9", null, "kopir:10Ә/Шетел тілі (ағылшын тілі)"), "73", "6", "course-description-code");
		assertLinked(link("9", null, "kopir:7А 1 топ/Алгебра және анализ бастамалары"), "72", "5",
				"course-description-code");
		assertUnlinked(link("9", null, "kopir:7А/Алг"), ProblemCode.COURSE_LINK_UNKNOWN);
		assertUnlinked(link("9", null, "kopir:7/Алгебра"), ProblemCode.COURSE_LINK_UNKNOWN);
		assertUnlinked(link("9", null, "kopir:7А/Алгебра для всех"), ProblemCode.COURSE_LINK_UNKNOWN);
	}

	@Test
	void aCodeThatCanMeanTwoIsAmbiguous() {
		assertUnlinked(link("9", null, "kopir:11В/Алгебра"), ProblemCode.COURSE_LINK_AMBIGUOUS);
		assertUnlinked(link("9", null, "kopir:70/4\nkopir:71/4"), ProblemCode.COURSE_LINK_AMBIGUOUS);
		assertUnlinked(link("9", "d:kopir.70.4", "kopir:70/5"), ProblemCode.COURSE_LINK_AMBIGUOUS);
	}

	@ParameterizedTest
	@ValueSource(strings = { "kopir:", "kopir:70", "kopir:/", "kopir:70/", "kopir:/4", "kopir:70/4 и kopir:нет" })
	void aCodeThatCannotBeReadIsAProblem(String description) {
		assertUnlinked(link("9", null, description), ProblemCode.COURSE_LINK_UNKNOWN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "микрокопир:70/4", "mikrokopir:70/4", "d:kopir:70/4", "Kopir 70/4" })
	void otherTextsAreNoEvidence(String description) {
		assertUnlinked(link("9", null, description), ProblemCode.COURSE_NOT_LINKED);
	}

	@Test
	void theNamesOfCourseAndSectionOnlySuggest() {
		assertThat(suggestions("Алгебра", "7А")).containsExactly("70/4");
		assertThat(suggestions("7 «А» 1-топ Алгебра және анализ бастамалары", null)).containsExactly("72/5");
		assertThat(suggestions("10Ә Алгебра 2026-27", null)).containsExactly("73/4");
	}

	@Test
	void nothingIsSuggestedWhenTwoCouldBeMeant() {
		assertThat(suggestions("Алгебра", "11В")).isEmpty();
		assertThat(suggestions("Алгебра 7А, 7Б", null)).isEmpty();
		assertThat(suggestions("Алгебра", null)).isEmpty();
		assertThat(suggestions("Физика", "7А")).isEmpty();
	}

	@Test
	void aRowWithAnEmptyCellIsRefusedWithItsPlace() {
		assertThatExceptionOfType(MappingException.class)
			.isThrownBy(() -> CourseLinkRow.of(SampleTables.of(CourseLinkRow.COLUMNS, "1,,4")))
			.withMessageContaining("line 2, column class_group_id");
	}

	@Test
	void theShippedTableIsEmpty() {
		assertThat(CourseLinkRow.of(SampleTables.shipped("course-links.csv", CourseLinkRow.COLUMNS))).isEmpty();
	}

	private List<String> suggestions(String name, @Nullable String section) {
		Course course = new Course(new CourseId("9"), name, section, null, new ClassroomUserId("1"),
				Course.State.ACTIVE);
		Linking<CourseLink> linking = this.linker.link(course, List.of(), new SchoolNames(CLASS_GROUPS, SUBJECTS));
		assertUnlinked(linking, ProblemCode.COURSE_NOT_LINKED);
		return ((Linking.Unlinked<CourseLink>) linking).suggestions().stream().map(Suggestion::candidate).toList();
	}

	private Linking<CourseLink> link(String id, @Nullable String alias, @Nullable String description) {
		Course course = new Course(new CourseId(id), "Курс", null, description, new ClassroomUserId("1"),
				Course.State.ACTIVE);
		return this.linker.link(course, (alias != null) ? List.of(alias) : List.of(),
				new SchoolNames(CLASS_GROUPS, SUBJECTS));
	}

	private static void assertLinked(Linking<CourseLink> linking, String classGroup, String subject, String evidence) {
		assertThat(linking).isInstanceOfSatisfying(Linking.Linked.class, (linked) -> {
			CourseLink link = (CourseLink) linked.link();
			assertThat(link.classGroup()).isEqualTo(new ClassGroupId(classGroup));
			assertThat(link.subject()).isEqualTo(new SubjectId(subject));
			assertThat(linked.evidence()).isEqualTo(evidence);
		});
	}

	private static void assertUnlinked(Linking<CourseLink> linking, ProblemCode code) {
		assertThat(linking).isInstanceOfSatisfying(Linking.Unlinked.class,
				(unlinked) -> assertThat(unlinked.code()).isEqualTo(code));
	}

	private static CourseLinkRow row(String course, String classGroup, String subject) {
		return new CourseLinkRow(new CourseId(course), new ClassGroupId(classGroup), new SubjectId(subject));
	}

	private static ClassGroup group(String id, String name) {
		return new ClassGroup(new ClassGroupId(id), name, 7, null);
	}

	private static Subject subject(String id, String name) {
		return new Subject(new SubjectId(id), name);
	}

}
