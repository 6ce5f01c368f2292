package kz.kopir.rehearsal.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table of the staff tells of everybody whom a problem may concern.
 */
class StaffTableTest {

	private static final World SCHOOL = World.generate(WorldSettings.defaults());

	private record Row(String key, List<String> roles, String name, String email, String language, String classroomId,
			String journalId, List<String> classGroups) {
	}

	@Test
	void everyTeacherStandsInItWithTheAccountsOfClassroomAndJournal() {
		Map<String, Row> byJournalId = new HashMap<>();
		rows(SCHOOL).forEach((row) -> byJournalId.put(row.journalId(), row));
		for (TeacherFacts teacher : SCHOOL.teachers()) {
			Row row = byJournalId.get(Long.toString(teacher.personId()));
			assertThat(row).isNotNull();
			assertThat(row.roles()).contains("teacher");
			assertThat(row.classroomId()).isEqualTo(teacher.googleId());
			assertThat(row.email()).isEqualTo(teacher.email());
			assertThat(row.name()).startsWith(teacher.firstName() + " ");
		}
		Set<String> owners = new HashSet<>();
		SCHOOL.courses().forEach((course) -> owners.add(course.ownerId()));
		assertThat(rows(SCHOOL)).extracting(Row::classroomId).containsAll(owners);
	}

	@ParameterizedTest
	@CsvSource({ "2026, 25", "2026, 300", "7, 300", "2026, 1500" })
	void everyClassWithItsSubgroupsHasOneClassTeacherWhoTeachesThere(long seed, int pupils) {
		World school = World.generate(new WorldSettings(seed, pupils, LocalDate.of(2026, 11, 20)));
		List<String> groups = new ArrayList<>();
		for (Row row : rows(school)) {
			assertThat(row.classGroups().isEmpty()).isNotEqualTo(row.roles().contains("class-teacher"));
			groups.addAll(row.classGroups());
			for (String group : row.classGroups()) {
				GroupFacts facts = school.groups()
					.stream()
					.filter((one) -> Long.toString(one.id()).equals(group))
					.findFirst()
					.orElseThrow();
				if (facts.parentId() == null) {
					assertThat(teachers(school, facts.id())).contains(row.journalId());
				}
			}
		}
		assertThat(groups).doesNotHaveDuplicates()
			.containsExactlyInAnyOrderElementsOf(
					school.groups().stream().map((group) -> Long.toString(group.id())).toList());
	}

	@ParameterizedTest
	@CsvSource({ "2026, 25", "2026, 300", "7, 300", "99, 60" })
	void peopleWishToBeWrittenToInThreeLanguagesOrDidNotSay(long seed, int pupils) {
		List<Row> rows = rows(World.generate(new WorldSettings(seed, pupils, LocalDate.of(2026, 11, 20))));
		assertThat(rows).extracting(Row::language).contains("kk", "ru", "en", "").isSubsetOf("kk", "ru", "en", "");
	}

	@Test
	void thereAreOneDeputyHeadAndOneItPersonOfTheSchoolWhoTeachNobody() {
		for (String role : List.of("deputy-head", "it-staff")) {
			List<Row> those = rows(SCHOOL).stream().filter((row) -> row.roles().contains(role)).toList();
			assertThat(those).hasSize(1);
			assertThat(those.get(0).roles()).containsExactly(role);
			assertThat(those.get(0).email()).endsWith(SCHOOL.mailbox().substring(SCHOOL.mailbox().indexOf('@')));
			assertThat(those.get(0).classroomId()).isEmpty();
			assertThat(those.get(0).journalId()).isEmpty();
		}
	}

	@Test
	void keysAndAddressesAreGivenOnceAndKeysTellNoName() {
		List<Row> rows = rows(SCHOOL);
		assertThat(rows).extracting(Row::key)
			.doesNotHaveDuplicates()
			.allMatch((key) -> key.matches("(teacher|deputy-head|it-staff)-[0-9]+"));
		List<String> addresses = new ArrayList<>(rows.stream().map(Row::email).toList());
		addresses.add(SCHOOL.mailbox());
		SCHOOL.pupils().forEach((pupil) -> addresses.add(pupil.email()));
		assertThat(addresses).doesNotHaveDuplicates();
	}

	@Test
	void theSameSchoolHasTheSameStaff() {
		assertThat(World.generate(WorldSettings.defaults()).staffCsv()).isEqualTo(SCHOOL.staffCsv());
		assertThat(World.generate(new WorldSettings(7, 300, LocalDate.of(2026, 11, 20))).staffCsv())
			.isNotEqualTo(SCHOOL.staffCsv());
	}

	/** Persons who have a lesson with a class or one of its subgroups. */
	private static Set<String> teachers(World school, long classId) {
		Set<String> teachers = new HashSet<>();
		for (GroupFacts group : school.groups()) {
			if (group.id() == classId || Long.valueOf(classId).equals(group.parentId())) {
				school.lessons(group.id())
					.forEach((lesson) -> lesson.teacherIds().forEach((id) -> teachers.add(Long.toString(id))));
			}
		}
		return teachers;
	}

	private static List<Row> rows(World school) {
		List<String> lines = school.staffCsv().lines().toList();
		assertThat(lines.get(0)).isEqualTo("key,roles,name,email,language,classroom_id,journal_id,class_groups");
		return lines.stream().skip(1).map(StaffTableTest::row).toList();
	}

	private static Row row(String line) {
		String[] cells = line.split(",", -1);
		assertThat(cells).hasSize(8);
		return new Row(cells[0], values(cells[1]), cells[2], cells[3], cells[4], cells[5], cells[6], values(cells[7]));
	}

	private static List<String> values(String cell) {
		return cell.isEmpty() ? List.of() : Arrays.asList(cell.split("\\|"));
	}

}
