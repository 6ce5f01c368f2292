package kz.kopir.rehearsal.world;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import kz.kopir.rehearsal.world.CoursePlan.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The criteria journal of the school: most teachers set the maxima of their БЖБ and ТЖБ
 * there, and most typed the scores of what lies some days back.
 */
final class CriteriaPlan {

	private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

	/** Topics of a course: formative work, БЖБ, ТЖБ, as {@link Shelf} files them. */
	private static final int SECTION_TOPIC = 1;

	private static final int TERM_TOPIC = 2;

	private static final int PER_MILLE_WITHOUT_MAXIMUM = 60;

	private static final int PER_MILLE_OTHER_MAXIMUM = 80;

	private static final int PER_MILLE_TYPED = 850;

	private static final int PER_MILLE_FORGOTTEN = 4;

	/** Until then a teacher has typed the scores, or has not. */
	private static final int DAYS_TO_TYPE = 4;

	private static final int PER_MILLE_MISTYPED = 6;

	private static final int OTHER_BY = 5;

	private final WorldSettings settings;

	private final Keys keys;

	private final SchoolYear year;

	private final Courses courses;

	private final Function<CoursePlan, List<CourseworkFacts>> coursework;

	CriteriaPlan(WorldSettings settings, Keys keys, SchoolYear year, Courses courses,
			Function<CoursePlan, List<CourseworkFacts>> coursework) {
		this.settings = settings;
		this.keys = keys;
		this.year = year;
		this.courses = courses;
		this.coursework = coursework;
	}

	/** The sections in use of a class group. */
	List<CriteriaSectionFacts> sections(long groupId) {
		return assessed(groupId).stream().map(Assessed::section).filter(Objects::nonNull).toList();
	}

	/**
	 * The scores as teachers typed them before the gateway came.
	 * @param submissions the submissions of a course
	 * @param person Kundelik's person of a Google user, or null
	 */
	List<TypedScoreFacts> typed(long groupId, Function<String, List<SubmissionFacts>> submissions,
			Function<String, @Nullable Long> person) {
		LocalDate lately = this.settings.today().minusDays(DAYS_TO_TYPE);
		List<TypedScoreFacts> typed = new ArrayList<>();
		for (Assessed one : assessed(groupId)) {
			CriteriaSectionFacts section = one.section();
			if (section == null || !one.held().isBefore(lately)) {
				continue;
			}
			Dice dice = Dice.of(this.settings.seed(), 71, section.id());
			if (!dice.chance(PER_MILLE_TYPED)) {
				continue;
			}
			for (SubmissionFacts submission : submissions.apply(one.work().courseId())) {
				Long pupil = person.apply(submission.googleId());
				if (submission.courseworkId().equals(one.work().id()) && pupil != null) {
					score(submission, section, dice)
						.ifPresent((value) -> typed.add(new TypedScoreFacts(section.id(), pupil, value)));
				}
			}
		}
		return typed;
	}

	private static Optional<Integer> score(SubmissionFacts submission, CriteriaSectionFacts section, Dice dice) {
		BigDecimal grade = submission.assignedGrade();
		boolean forgotten = dice.chance(PER_MILLE_FORGOTTEN);
		boolean mistyped = dice.chance(PER_MILLE_MISTYPED);
		if (grade == null || !submission.state().equals("RETURNED") || forgotten
				|| grade.stripTrailingZeros().scale() > 0
				|| grade.compareTo(BigDecimal.valueOf(section.maximum())) > 0) {
			return Optional.empty();
		}
		int value = grade.intValueExact();
		return Optional.of((mistyped && value > 0) ? value - 1 : value);
	}

	private List<Assessed> assessed(long groupId) {
		List<Assessed> assessed = new ArrayList<>();
		for (CoursePlan plan : this.courses.plans()) {
			Long group = plan.facts().groupId();
			Long subject = plan.facts().subjectId();
			if (plan.kind() == Kind.LESSONS && group != null && group == groupId && subject != null) {
				this.coursework.apply(plan).forEach((work) -> add(plan, subject, work, assessed));
			}
		}
		return assessed;
	}

	private void add(CoursePlan plan, long subject, CourseworkFacts work, List<Assessed> assessed) {
		boolean section = this.keys.topic(plan.index(), SECTION_TOPIC).equals(work.topicId());
		boolean ofTerm = this.keys.topic(plan.index(), TERM_TOPIC).equals(work.topicId());
		BigDecimal maxPoints = work.maxPoints();
		if ((section || ofTerm) && maxPoints != null) {
			Instant at = (work.due() != null) ? work.due() : work.created();
			LocalDate held = LocalDate.ofInstant(at, ALMATY);
			int term = this.year.termAt(held).number();
			int part = section ? 1 : 0;
			Dice dice = Dice.of(this.settings.seed(), 70, plan.index(), term * 8 + part);
			boolean without = dice.chance(PER_MILLE_WITHOUT_MAXIMUM);
			int maximum = maxPoints.intValueExact() + (dice.chance(PER_MILLE_OTHER_MAXIMUM) ? OTHER_BY : 0);
			assessed.add(new Assessed(work, held,
					without ? null : new CriteriaSectionFacts(this.keys.criteriaSection(plan.index(), term, part),
							Objects.requireNonNull(plan.facts().groupId()), subject, term, part, maximum)));
		}
	}

	/**
	 * A coursework that is a БЖБ or ТЖБ.
	 *
	 * @param work the coursework
	 * @param held its day
	 * @param section its section, or null when the teacher set no maximum
	 */
	private record Assessed(CourseworkFacts work, LocalDate held, @Nullable CriteriaSectionFacts section) {
	}

}
