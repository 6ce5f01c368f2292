package kz.kopir.flow;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import kz.kopir.rehearsal.world.CategoryFacts;
import kz.kopir.rehearsal.world.CourseFacts;
import kz.kopir.rehearsal.world.CourseworkFacts;
import kz.kopir.rehearsal.world.GroupFacts;
import kz.kopir.rehearsal.world.LessonFacts;
import kz.kopir.rehearsal.world.PupilFacts;
import kz.kopir.rehearsal.world.SubjectFacts;
import kz.kopir.rehearsal.world.SubmissionFacts;
import kz.kopir.rehearsal.world.TopicFacts;
import kz.kopir.rehearsal.world.World;

/**
 * Which marks the rules want in the journal, worked out from the generated school itself
 * and with nothing of the gateway's own code: what a careful clerk would write down.
 */
final class WantedMarks {

	private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

	private static final LocalDate TERM_BEGINS = LocalDate.of(2026, 11, 2);

	private static final LocalDate TIMETABLE_ENDS = LocalDate.of(2026, 12, 4);

	private static final Pattern CODE = Pattern.compile("kopir:([0-9]+)/([0-9]+)");

	private static final Pattern SUMMATIVE = Pattern
		.compile("(?iu)(БЖБ|ТЖБ|TЖБ|СОР|COP|SOR|СОЧ|COЧ|SOCH|жиынтық бағалау|Суммативн)");

	private WantedMarks() {
	}

	/** The wanted marks by their place. */
	static Map<Place, Integer> of(World world) {
		Map<Place, Integer> wanted = new TreeMap<>();
		Map<String, Long> pupils = pupilRows(world);
		for (CourseFacts course : world.courses()) {
			GroupFacts group = linkedGroup(world, course);
			if (group == null || group.grade() < 2 || !isMarked(world, course)) {
				continue;
			}
			Map<String, CourseworkFacts> works = new HashMap<>();
			world.coursework(course.id())
				.stream()
				.filter((work) -> isFormative(world, course, work) && hangsOnALesson(world, course, work))
				.forEach((work) -> works.put(work.id(), work));
			for (SubmissionFacts submission : world.submissions(course.id())) {
				CourseworkFacts work = works.get(submission.courseworkId());
				Long pupil = pupils.get(submission.googleId());
				BigDecimal grade = submission.assignedGrade();
				if (work != null && pupil != null && grade != null && submission.state().equals("RETURNED")
						&& group.pupilIds().contains(pupil)) {
					wanted.put(new Place(course.id(), work.id(), pupil), mark(grade, work.maxPoints()));
				}
			}
		}
		return wanted;
	}

	/** Tenths of the maximum, halves up, at least 1; extra credit is a 10. */
	static int mark(BigDecimal grade, BigDecimal maximum) {
		int percent = grade.multiply(BigDecimal.valueOf(100)).divide(maximum, 0, RoundingMode.HALF_UP).intValue();
		return Math.max(1, Math.min(10, (percent + 5) / 10));
	}

	/** Whom the school's table names for a Google user. */
	private static Map<String, Long> pupilRows(World world) {
		Map<String, Long> rows = new HashMap<>();
		world.pupilLinksCsv().lines().skip(1).forEach((line) -> {
			String[] cells = line.split(",");
			rows.put(cells[0], Long.valueOf(cells[1]));
		});
		Map<String, Long> pupils = new HashMap<>();
		for (PupilFacts pupil : world.pupils()) {
			Long target = rows.getOrDefault(pupil.googleId(), rows.get(pupil.email()));
			if (target != null) {
				pupils.put(pupil.googleId(), target);
			}
		}
		return pupils;
	}

	private static GroupFacts linkedGroup(World world, CourseFacts course) {
		if (!course.state().equals("ACTIVE") || course.groupId() == null) {
			return null;
		}
		boolean table = world.courseLinksCsv().contains("\n" + course.id() + ",");
		Set<String> codes = new HashSet<>();
		Matcher matcher = CODE.matcher((course.description() != null) ? course.description() : "");
		while (matcher.find()) {
			codes.add(matcher.group());
		}
		boolean named = course.description() != null && course.description().matches("(?su).*kopir:[0-9]+[^0-9/].*");
		return (table || codes.size() == 1 || named)
				? world.groups().stream().filter((group) -> group.id() == course.groupId()).findFirst().orElseThrow()
				: null;
	}

	private static boolean isMarked(World world, CourseFacts course) {
		return world.subjects()
			.stream()
			.filter((subject) -> subject.id() == course.subjectId())
			.allMatch(SubjectFacts::marked);
	}

	private static boolean isFormative(World world, CourseFacts course, CourseworkFacts work) {
		return work.state().equals("PUBLISHED") && work.maxPoints() != null && !isSummative(world, course, work);
	}

	/** Whether category, topic or title say БЖБ or ТЖБ in any spelling. */
	static boolean isSummative(World world, CourseFacts course, CourseworkFacts work) {
		Stream<String> category = course.gradeCategories()
			.stream()
			.filter((one) -> one.id().equals(work.gradeCategoryId()))
			.map(CategoryFacts::name);
		Stream<String> topic = world.topics(course.id())
			.stream()
			.filter((one) -> one.id().equals(work.topicId()))
			.map(TopicFacts::name);
		return Stream.of(category, topic, Stream.of(work.title()))
			.flatMap((texts) -> texts)
			.anyMatch((text) -> SUMMATIVE.matcher(text).find());
	}

	private static boolean hangsOnALesson(World world, CourseFacts course, CourseworkFacts work) {
		Instant due = work.due();
		LocalDate day = LocalDate.ofInstant((due != null) ? due : work.created(), ALMATY);
		List<LocalDate> lessons = world.lessons(course.groupId())
			.stream()
			.filter((lesson) -> lesson.subjectId() == course.subjectId())
			.map(LessonFacts::date)
			.filter((date) -> !date.isBefore(TERM_BEGINS) && !date.isAfter(TIMETABLE_ENDS))
			.toList();
		return !day.isBefore(TERM_BEGINS)
				&& lessons.stream().anyMatch((date) -> (due != null) ? !date.isBefore(day) : !date.isAfter(day));
	}

	/**
	 * Where a mark stands.
	 *
	 * @param course Classroom's course
	 * @param coursework its coursework
	 * @param pupil Kundelik's person
	 */
	record Place(String course, String coursework, long pupil) implements Comparable<Place> {

		@Override
		public int compareTo(Place other) {
			return toString().compareTo(other.toString());
		}

	}

}
