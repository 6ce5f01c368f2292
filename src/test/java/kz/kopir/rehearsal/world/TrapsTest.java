package kz.kopir.rehearsal.world;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The default school has at least one of each trap of real schools.
 */
class TrapsTest {

	private static final World SCHOOL = World.generate(WorldSettings.defaults());

	@Test
	void twoPupilsOfTheSameFullNameSitInOneClass() {
		assertThat(classes()).anySatisfy((group) -> {
			List<String> names = names(group);
			assertThat(new HashSet<>(names)).hasSizeLessThan(names.size());
		});
	}

	@Test
	void pupilsOfDifferentClassesShareTheirFullName() {
		List<String> all = new ArrayList<>();
		classes().forEach((group) -> all.addAll(new HashSet<>(names(group))));
		assertThat(new HashSet<>(all)).hasSizeLessThan(all.size());
	}

	@Test
	void twoNamesOfOneClassCollideInRussianSpelling() {
		assertThat(classes()).anySatisfy((group) -> {
			Set<String> names = new HashSet<>(names(group));
			Set<String> folded = new HashSet<>();
			names.forEach((name) -> folded.add(Spelling.russian(name)));
			assertThat(folded).hasSizeLessThan(names.size());
		});
	}

	@Test
	void patronymicsAreKazakhRussianOrNone() {
		assertThat(SCHOOL.pupils()).extracting(PupilFacts::middleName)
			.contains((String) null)
			.anyMatch((name) -> name != null && name.endsWith("ұлы"))
			.anyMatch((name) -> name != null && name.endsWith("қызы"))
			.anyMatch((name) -> name != null && name.endsWith("вич"))
			.anyMatch((name) -> name != null && name.endsWith("вна"))
			.anyMatch((name) -> name != null && name.endsWith(" ұлы"));
	}

	@Test
	void googleAccountsSpellNamesInKazakhRussianAndLatin() {
		assertThat(SCHOOL.pupils())
			.anyMatch((pupil) -> pupil.lastName().contains("Қ") && pupil.googleFamilyName().equals(pupil.lastName()))
			.anyMatch((pupil) -> pupil.lastName().contains("Қ")
					&& pupil.googleFamilyName().equals(Spelling.russian(pupil.lastName())))
			.anyMatch((pupil) -> pupil.googleFamilyName().matches("[A-Za-z]+"))
			.anyMatch((pupil) -> pupil.googleFamilyName().matches(".*[äğŋöūüşı].*"))
			.anyMatch((pupil) -> pupil.googleFamilyName().equals(pupil.firstName()));
		assertThat(SCHOOL.pupils()).extracting((pupil) -> pupil.email().replaceAll(".*@", ""))
			.containsOnly("mektep1.edu.example", "posta.example");
		assertThat(SCHOOL.pupils()).anyMatch((pupil) -> pupil.userId() == null);
	}

	@Test
	void classNamesHaveKazakhLetters() {
		assertThat(classes()).extracting(GroupFacts::name).contains("7 «А»", "10 «Ә»");
	}

	@Test
	void everyWayOfShowingACoursesLinkOccurs() {
		assertThat(descriptions((text) -> text.matches("(?s).*kopir:\\d{19}/\\d{19}.*"))).hasSizeGreaterThan(70);
		assertThat(descriptions((text) -> text.contains("kopir:7А/Алгебра"))).hasSize(1);
		assertThat(descriptions((text) -> text.split("kopir:").length == 3)).hasSize(1);
		List<String> table = SCHOOL.courseLinksCsv().lines().toList();
		assertThat(table.get(0)).isEqualTo("course_id,class_group_id,subject_id");
		assertThat(table).hasSizeGreaterThan(5);
		Set<String> inTable = new HashSet<>();
		table.forEach((row) -> inTable.add(row.split(",")[0]));
		assertThat(SCHOOL.courses())
			.anyMatch((course) -> course.groupId() != null && !inTable.contains(course.id()) && isWithoutCode(course));
	}

	@Test
	void codesAndTableRowsTellTheTruthAboutALinkedCourse() {
		for (CourseFacts course : SCHOOL.courses()) {
			String text = Objects.requireNonNullElse(course.description(), "");
			if (text.split("kopir:\\d{19}").length == 2 && course.groupId() != null) {
				assertThat(text).contains("kopir:" + course.groupId() + "/" + course.subjectId());
			}
		}
		for (String row : SCHOOL.courseLinksCsv().lines().skip(1).toList()) {
			CourseFacts course = SCHOOL.course(row.split(",")[0]);
			assertThat(course).isNotNull();
			assertThat(row).isEqualTo(course.id() + "," + course.groupId() + "," + course.subjectId());
		}
	}

	@Test
	void thereAreCoursesThatAreNotThisYearsLessons() {
		assertThat(SCHOOL.courses()).anyMatch((course) -> course.state().equals("ARCHIVED"))
			.anyMatch((course) -> course.state().equals("PROVISIONED"))
			.anyMatch((course) -> course.state().equals("ACTIVE") && course.groupId() == null);
		CourseFacts archived = SCHOOL.courses()
			.stream()
			.filter((one) -> one.state().equals("ARCHIVED"))
			.findFirst()
			.orElseThrow();
		assertThat(SCHOOL.submissions(archived.id())).isNotEmpty();
		assertThat(SCHOOL.coursework(archived.id())).allMatch(
				(work) -> work.created().isBefore(LocalDate.of(2026, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC)));
	}

	@Test
	void unmarkedSubjectsAndAFirstGradeHaveCourses() {
		Set<Long> unmarked = new HashSet<>();
		SCHOOL.subjects()
			.stream()
			.filter((subject) -> !subject.marked())
			.forEach((subject) -> unmarked.add(subject.id()));
		assertThat(SCHOOL.courses()).anyMatch((course) -> unmarked.contains(course.subjectId()));
		long first = classes().stream().filter((group) -> group.grade() == 1).findFirst().orElseThrow().id();
		assertThat(SCHOOL.courses()).anyMatch((course) -> Objects.equals(course.groupId(), first));
	}

	@Test
	void twoCoursesOfTwoTeachersFeedOneClassSubject() {
		Map<String, List<CourseFacts>> feeding = new HashMap<>();
		SCHOOL.courses()
			.stream()
			.filter((course) -> course.groupId() != null && course.state().equals("ACTIVE"))
			.forEach((course) -> feeding
				.computeIfAbsent(course.groupId() + "/" + course.subjectId(), (key) -> new ArrayList<>())
				.add(course));
		assertThat(feeding.values()).anySatisfy((courses) -> {
			assertThat(courses).hasSize(2);
			assertThat(courses).extracting(CourseFacts::ownerId).doesNotHaveDuplicates();
			assertThat(SCHOOL.students(courses.get(0).id())).isNotEmpty()
				.doesNotContainAnyElementsOf(SCHOOL.students(courses.get(1).id()));
		});
	}

	@Test
	void aPupilOfAnotherClassSitsInACourse() {
		Map<Long, GroupFacts> groups = new HashMap<>();
		SCHOOL.groups().forEach((group) -> groups.put(group.id(), group));
		assertThat(SCHOOL.courses()).filteredOn((course) -> course.groupId() != null)
			.anyMatch((course) -> SCHOOL.students(course.id())
				.stream()
				.map((user) -> SCHOOL.pupilByGoogleId(user).personId())
				.anyMatch((person) -> !groups.get(course.groupId()).pupilIds().contains(person)));
	}

	@Test
	void pupilLinksMissAboutOnePercentAndOneRowIsWrong() {
		Map<String, PupilFacts> accounts = new HashMap<>();
		SCHOOL.pupils().forEach((pupil) -> {
			accounts.put(pupil.googleId(), pupil);
			accounts.put(pupil.email(), pupil);
		});
		List<String> rows = SCHOOL.pupilLinksCsv().lines().toList();
		assertThat(rows.get(0)).isEqualTo("classroom_user,pupil_id");
		assertThat(rows.size() - 1).isBetween(295, 299);
		List<String[]> wrong = rows.stream()
			.skip(1)
			.map((row) -> row.split(","))
			.filter((row) -> accounts.get(row[0]).personId() != Long.parseLong(row[1]))
			.toList();
		assertThat(wrong).hasSize(1);
		long right = accounts.get(wrong.get(0)[0]).personId();
		long other = Long.parseLong(wrong.get(0)[1]);
		assertThat(classes()).noneMatch((group) -> group.pupilIds().containsAll(List.of(right, other)));
		assertThat(rows).anyMatch((row) -> row.contains("@")).anyMatch((row) -> row.matches("\\d{21},\\d{13}"));
	}

	@Test
	void everySortOfCourseworkOccurs() {
		List<CourseworkFacts> works = works();
		assertThat(works).extracting(CourseworkFacts::state).contains("PUBLISHED", "DRAFT", "DELETED");
		assertThat(works).extracting(CourseworkFacts::workType)
			.contains("ASSIGNMENT", "SHORT_ANSWER_QUESTION", "MULTIPLE_CHOICE_QUESTION");
		assertThat(works).anyMatch((work) -> work.due() == null)
			.anyMatch((work) -> work.due() != null && work.dueHasTime())
			.anyMatch((work) -> work.due() != null && !work.dueHasTime())
			.anyMatch((work) -> work.dueHasTime() && work.due().atOffset(ZoneOffset.UTC).getHour() == 19)
			.anyMatch((work) -> work.maxPoints() == null)
			.anyMatch((work) -> work.assignees() != null && !work.assignees().isEmpty())
			.anyMatch((work) -> !work.links().isEmpty())
			.anyMatch((work) -> work.title().codePoints().anyMatch(Character::isSupplementaryCodePoint))
			.anyMatch((work) -> work.due() != null && work.due().isAfter(today()));
	}

	@Test
	void assessmentIsNamedInManySpellingsOrByTopicOrCategoryAlone() {
		assertThat(works()).extracting(CourseworkFacts::title)
			.anyMatch((title) -> title.startsWith("БЖБ №"))
			.anyMatch((title) -> title.startsWith("СОР "))
			.anyMatch((title) -> title.startsWith("COP "))
			.anyMatch((title) -> title.startsWith("ТЖБ"))
			.anyMatch((title) -> title.startsWith("TЖБ"))
			.anyMatch((title) -> title.startsWith("СОЧ за 1"))
			.anyMatch((title) -> title.startsWith("SOR "));
		String tagged = "(?iu).*(бжб|тжб|tжб|со[рч]|cop|coч|so[r]|soch|жиынтық|суммативн).*";
		Set<String> assessmentTopics = new HashSet<>();
		Set<String> assessmentCategories = new HashSet<>();
		for (CourseFacts course : SCHOOL.courses()) {
			SCHOOL.topics(course.id())
				.stream()
				.filter((topic) -> topic.name().matches(tagged))
				.forEach((topic) -> assessmentTopics.add(topic.id()));
			course.gradeCategories()
				.stream()
				.filter((category) -> category.name().matches(tagged))
				.forEach((category) -> assessmentCategories.add(category.id()));
		}
		assertThat(works()).filteredOn((work) -> !work.title().matches(tagged))
			.anyMatch((work) -> assessmentTopics.contains(work.topicId()) && work.gradeCategoryId() == null)
			.anyMatch((work) -> assessmentCategories.contains(work.gradeCategoryId()));
	}

	@Test
	void everyFateOfASubmissionOccurs() {
		Map<String, CourseworkFacts> works = new HashMap<>();
		works().forEach((work) -> works.put(work.id(), work));
		List<SubmissionFacts> all = SCHOOL.courses()
			.stream()
			.flatMap((course) -> SCHOOL.submissions(course.id()).stream())
			.toList();
		assertThat(all).extracting(SubmissionFacts::state)
			.contains("NEW", "CREATED", "TURNED_IN", "RETURNED", "RECLAIMED_BY_STUDENT");
		List<SubmissionFacts> graded = all.stream().filter((one) -> one.assignedGrade() != null).toList();
		assertThat(graded.size()).isGreaterThan(all.size() / 2);
		assertThat(graded).anyMatch((one) -> one.assignedGrade().signum() == 0)
			.anyMatch((one) -> one.assignedGrade().compareTo(works.get(one.courseworkId()).maxPoints()) > 0)
			.anyMatch((one) -> one.assignedGrade().stripTrailingZeros().scale() > 0)
			.anyMatch((one) -> one.state().equals("TURNED_IN"))
			.anyMatch((one) -> !Objects.equals(one.assignedGrade(), one.draftGrade()))
			.anyMatch((one) -> assignedInHistory(one).distinct().count() > 1);
		assertThat(all)
			.anyMatch((one) -> one.state().equals("RETURNED") && one.assignedGrade() == null
					&& works.get(one.courseworkId()).maxPoints() != null)
			.anyMatch((one) -> one.assignedGrade() == null && one.draftGrade() != null)
			.anyMatch((one) -> one.state().equals("NEW") && one.draftGrade() != null)
			.anyMatch(SubmissionFacts::late);
		assertThat(graded)
			.allSatisfy((one) -> assertThat(assignedInHistory(one).reduce((a, b) -> b)).hasValue(one.assignedGrade()));
	}

	@Test
	void submissionsBelongToPublishedWorkAndToThoseWhoGotIt() {
		for (CourseFacts course : SCHOOL.courses()) {
			Map<String, CourseworkFacts> works = new HashMap<>();
			SCHOOL.coursework(course.id()).forEach((work) -> works.put(work.id(), work));
			List<String> students = SCHOOL.students(course.id());
			for (SubmissionFacts submission : SCHOOL.submissions(course.id())) {
				CourseworkFacts work = works.get(submission.courseworkId());
				assertThat(work.state()).isEqualTo("PUBLISHED");
				assertThat((work.assignees() != null) ? work.assignees() : students).contains(submission.googleId());
			}
		}
	}

	private static Stream<BigDecimal> assignedInHistory(SubmissionFacts submission) {
		return submission.history()
			.stream()
			.filter((event) -> "ASSIGNED_GRADE_POINTS_EARNED_CHANGE".equals(event.gradeChange()))
			.map(HistoryFacts::points);
	}

	private static boolean isWithoutCode(CourseFacts course) {
		return course.description() == null || !course.description().contains("kopir:");
	}

	private static List<CourseFacts> descriptions(Predicate<String> wanted) {
		return SCHOOL.courses()
			.stream()
			.filter((course) -> course.description() != null && wanted.test(course.description()))
			.toList();
	}

	private static List<GroupFacts> classes() {
		return SCHOOL.groups().stream().filter((group) -> group.parentId() == null).toList();
	}

	private static List<String> names(GroupFacts group) {
		return group.pupilIds().stream().map((id) -> {
			PupilFacts pupil = Objects.requireNonNull(SCHOOL.pupil(id));
			return pupil.lastName() + " " + pupil.firstName() + " " + pupil.middleName();
		}).toList();
	}

	private static List<CourseworkFacts> works() {
		return SCHOOL.courses().stream().flatMap((course) -> SCHOOL.coursework(course.id()).stream()).toList();
	}

	private static Instant today() {
		return LocalDate.of(2026, 11, 20).atTime(17, 0).toInstant(ZoneOffset.ofHours(5));
	}

}
