package kz.kopir.rehearsal.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * The school as a whole: the same for the same settings, of the size that was asked for.
 */
class WorldTest {

	private static final ObjectMapper MAPPER = new ObjectMapper().registerModule(new JavaTimeModule());

	private static final World SCHOOL = World.generate(WorldSettings.defaults());

	@Test
	void sameSettingsGiveTheSameSchoolDownToTheLastSubmission() {
		assertThat(fingerprint(World.generate(WorldSettings.defaults()), false)).isEqualTo(fingerprint(SCHOOL, false));
	}

	@Test
	void itDoesNotMatterInWhichOrderCoursesAreAskedFor() {
		assertThat(fingerprint(SCHOOL, true)).isEqualTo(fingerprint(SCHOOL, false));
	}

	@Test
	void anotherSeedGivesAnotherSchool() {
		World other = World.generate(new WorldSettings(7, 300, LocalDate.of(2026, 11, 20)));
		assertThat(other.schoolId()).isNotEqualTo(SCHOOL.schoolId());
		assertThat(other.pupils()).doesNotContainAnyElementsOf(SCHOOL.pupils());
	}

	@Test
	void submissionsAreTheSameInEveryCall() {
		for (CourseFacts course : SCHOOL.courses()) {
			assertThat(SCHOOL.submissions(course.id())).isEqualTo(SCHOOL.submissions(course.id()));
		}
	}

	@ParameterizedTest
	@CsvSource({ "300, 12, 100, 200", "1500, 60, 500, 900", "15000, 600, 5500, 8000" })
	void schoolHasTheSizeThatWasAskedFor(int pupils, int classes, int fewestCourses, int mostCourses) {
		World school = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> World.generate(size(pupils)));
		assertThat(school.pupils()).hasSize(pupils);
		List<GroupFacts> wholeClasses = school.groups().stream().filter((group) -> group.parentId() == null).toList();
		assertThat(wholeClasses).hasSize(classes);
		assertThat(wholeClasses).extracting(GroupFacts::name).doesNotHaveDuplicates();
		assertThat(wholeClasses).allSatisfy((group) -> assertThat(group.pupilIds()).hasSizeBetween(20, 30));
		assertThat(wholeClasses).extracting(GroupFacts::grade).contains(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
		assertThat(school.courses()).hasSizeBetween(fewestCourses, mostCourses);
	}

	@ParameterizedTest
	@ValueSource(ints = { 300, 1500 })
	void pupilHasAboutAHundredSubmissionsMostOfThemInTheCurrentTerm(int pupils) {
		World school = World.generate(size(pupils));
		LocalDate term = school.terms().get(1).start();
		long all = 0;
		long inTerm = 0;
		for (CourseFacts course : activeCourses(school)) {
			Map<String, CourseworkFacts> works = works(school, course);
			for (SubmissionFacts submission : school.submissions(course.id())) {
				LocalDate given = almatyDay(works.get(submission.courseworkId()));
				assertThat(given).isBetween(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 11, 20));
				all++;
				inTerm += given.isBefore(term) ? 0 : 1;
			}
		}
		assertThat((double) all / pupils).isBetween(90.0, 112.0);
		assertThat((double) inTerm / all).isBetween(0.55, 0.85);
	}

	@Test
	void nothingHappensAfterTheSchoolsToday() {
		var now = LocalDate.of(2026, 11, 20).atTime(17, 0).toInstant(ZoneOffset.ofHours(5));
		for (CourseFacts course : SCHOOL.courses()) {
			assertThat(SCHOOL.coursework(course.id())).allSatisfy((work) -> {
				assertThat(work.created()).isBeforeOrEqualTo(now);
				assertThat(work.updated()).isBetween(work.created(), now);
			});
			for (SubmissionFacts submission : SCHOOL.submissions(course.id())) {
				assertThat(submission.history()).extracting(HistoryFacts::at).isSorted().allMatch(now::isAfter);
			}
		}
	}

	@Test
	void newSubmissionsHaveNoTimesAndTheOthersEndWithTheirLastEvent() {
		for (CourseFacts course : SCHOOL.courses()) {
			for (SubmissionFacts submission : SCHOOL.submissions(course.id())) {
				if (submission.state().equals("NEW")) {
					assertThat(submission).extracting("created", "updated").containsOnlyNulls();
					assertThat(submission.history()).isEmpty();
				}
				else {
					assertThat(submission.updated()).isAfterOrEqualTo(submission.created());
					assertThat(submission.updated()).isBetween(last(submission).at(),
							last(submission).at().plusMillis(200));
				}
			}
		}
	}

	@Test
	void idsAreUniqueAndHaveTheDigitsOfTheOutsideSystems() {
		Set<String> seen = new HashSet<>();
		take(seen, 13, Stream.of(SCHOOL.schoolId()));
		take(seen, 13,
				SCHOOL.pupils()
					.stream()
					.flatMap((pupil) -> Stream.of(pupil.personId(), pupil.userId()))
					.filter((id) -> id != null));
		take(seen, 13,
				SCHOOL.teachers().stream().flatMap((teacher) -> Stream.of(teacher.personId(), teacher.userId())));
		take(seen, 21, SCHOOL.pupils().stream().map(PupilFacts::googleId));
		take(seen, 21, SCHOOL.teachers().stream().map(TeacherFacts::googleId));
		take(seen, 19, SCHOOL.groups().stream().map(GroupFacts::id));
		take(seen, 19, SCHOOL.subjects().stream().map(SubjectFacts::id));
		take(seen, 19, SCHOOL.terms().stream().map(TermFacts::id));
		take(seen, 19,
				SCHOOL.groups().stream().flatMap((group) -> SCHOOL.lessons(group.id()).stream()).map(LessonFacts::id));
		for (CourseFacts course : SCHOOL.courses()) {
			take(seen, 12, Stream.of(course.id()));
			take(seen, 12, SCHOOL.topics(course.id()).stream().map(TopicFacts::id));
			take(seen, 12, SCHOOL.coursework(course.id()).stream().map(CourseworkFacts::id));
			take(seen, 12, SCHOOL.materials(course.id()).stream().map(MaterialFacts::id));
			take(seen, 12, course.gradeCategories().stream().map(CategoryFacts::id));
			take(seen, 22, SCHOOL.submissions(course.id()).stream().map(SubmissionFacts::id));
		}
		assertThat(Stream.concat(SCHOOL.pupils().stream().map(PupilFacts::email),
				SCHOOL.teachers().stream().map(TeacherFacts::email)))
			.doesNotHaveDuplicates()
			.allMatch((address) -> address.matches("[a-z.0-9]+@[a-z.0-9]+\\.example"));
	}

	@Test
	void submissionIdHoldsItsCourseworkAsRecordedOnesDo() {
		SubmissionFacts submission = SCHOOL.submissions(SCHOOL.courses().get(0).id()).get(0);
		byte[] bytes = Base64.getUrlDecoder().decode(submission.id());
		assertThat(bytes).startsWith(0x0A, bytes.length - 2, 0x08);
		int at = 3;
		while (bytes[at] < 0) {
			at++;
		}
		assertThat(bytes[at + 1]).isEqualTo((byte) 0x10);
		long coursework = 0;
		for (int i = bytes.length - 1; i > at + 1; i--) {
			coursework = (coursework << 7) | (bytes[i] & 0x7F);
		}
		assertThat(coursework).isEqualTo(Long.parseLong(submission.courseworkId()));
	}

	@Test
	void schoolOfAnImpossibleSizeOrDayIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> size(24)).withMessageContaining("25 to 20000");
		assertThatIllegalArgumentException().isThrownBy(() -> size(20_001)).withMessageContaining("25 to 20000");
		assertThatIllegalArgumentException().isThrownBy(() -> new WorldSettings(1, 300, LocalDate.of(2027, 1, 11)))
			.withMessageContaining("2026-12-27");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-09-01", "2026-09-06", "2026-10-28", "2026-11-02", "2026-12-16", "2026-12-27" })
	void schoolStandsOnEveryDayOfTheFirstTwoTerms(LocalDate today) {
		World school = World.generate(new WorldSettings(3, 60, today));
		for (CourseFacts course : school.courses()) {
			assertThat(school.coursework(course.id()))
				.allSatisfy((work) -> assertThat(work.created().atOffset(ZoneOffset.ofHours(5)).toLocalDate())
					.isBeforeOrEqualTo(today));
			assertThat(school.submissions(course.id())).isNotNull();
		}
	}

	private static WorldSettings size(int pupils) {
		return new WorldSettings(2026, pupils, LocalDate.of(2026, 11, 20));
	}

	private static List<CourseFacts> activeCourses(World school) {
		return school.courses().stream().filter((course) -> course.state().equals("ACTIVE")).toList();
	}

	private static Map<String, CourseworkFacts> works(World school, CourseFacts course) {
		Map<String, CourseworkFacts> works = new HashMap<>();
		school.coursework(course.id()).forEach((work) -> works.put(work.id(), work));
		return works;
	}

	private static LocalDate almatyDay(CourseworkFacts work) {
		return work.created().atOffset(ZoneOffset.ofHours(5)).toLocalDate();
	}

	private static HistoryFacts last(SubmissionFacts submission) {
		return submission.history().get(submission.history().size() - 1);
	}

	private static void take(Set<String> seen, int digits, Stream<?> ids) {
		ids.map(String::valueOf).forEach((id) -> {
			assertThat(id).hasSize(digits);
			assertThat(seen.add(id)).as("id %s is used once", id).isTrue();
		});
	}

	private static String fingerprint(World school, boolean backwards) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			for (Object part : List.of(school.schoolId(), school.schoolName(), school.terms(), school.subjects(),
					school.teachers(), school.pupils(), school.groups(), school.courses(), school.courseLinksCsv(),
					school.pupilLinksCsv())) {
				digest.update(bytes(part));
			}
			for (GroupFacts group : school.groups()) {
				digest.update(bytes(school.lessons(group.id())));
			}
			int count = school.courses().size();
			byte[][] contents = new byte[count][];
			for (int i = 0; i < count; i++) {
				int place = backwards ? count - 1 - i : i;
				String course = school.courses().get(place).id();
				contents[place] = bytes(List.of(school.students(course), school.topics(course),
						school.coursework(course), school.materials(course), school.submissions(course)));
			}
			for (byte[] content : contents) {
				digest.update(content);
			}
			return HexFormat.of().formatHex(digest.digest());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] bytes(Object part) {
		try {
			return MAPPER.writeValueAsString(part).getBytes(StandardCharsets.UTF_8);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
