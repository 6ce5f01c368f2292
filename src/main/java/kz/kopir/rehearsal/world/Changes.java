package kz.kopir.rehearsal.world;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What happened since the school was generated, laid over the computed submissions. Safe
 * for several threads.
 */
final class Changes {

	/** A change of an assigned grade; null points withdraw it. */
	private record GradeChange(@Nullable BigDecimal points, Instant at) {
	}

	private final Map<String, Map<String, List<GradeChange>>> grades = new ConcurrentHashMap<>();

	private final Map<String, List<CourseworkFacts>> given = new ConcurrentHashMap<>();

	private final Set<String> removedCourses = ConcurrentHashMap.newKeySet();

	private final Clock clock;

	private final AtomicLong count = new AtomicLong();

	Changes(Clock clock) {
		this.clock = clock;
	}

	void grade(String courseId, String courseworkId, String googleId, @Nullable BigDecimal points) {
		this.grades.computeIfAbsent(courseId, (id) -> new ConcurrentHashMap<>())
			.compute(courseworkId + "/" + googleId, (key, before) -> with(before, points));
	}

	/** The clock may stand: each change is ten milliseconds later than the one before. */
	private List<GradeChange> with(@Nullable List<GradeChange> before, @Nullable BigDecimal points) {
		List<GradeChange> all = (before != null) ? new ArrayList<>(before) : new ArrayList<>();
		all.add(new GradeChange(points, this.clock.instant().plusMillis(10 * this.count.incrementAndGet())));
		return List.copyOf(all);
	}

	void give(CourseworkFacts work) {
		this.given.merge(work.courseId(), List.of(work),
				(before, after) -> Stream.concat(before.stream(), after.stream()).toList());
	}

	/** Coursework that a teacher gave beyond what was planned. */
	List<CourseworkFacts> given(String courseId) {
		return this.given.getOrDefault(courseId, List.of());
	}

	void removeCourse(String courseId) {
		this.removedCourses.add(courseId);
	}

	boolean isRemoved(String courseId) {
		return this.removedCourses.contains(courseId);
	}

	List<SubmissionFacts> applied(CoursePlan plan, List<CourseworkFacts> works, List<SubmissionFacts> computed) {
		Map<String, List<GradeChange>> changes = this.grades.get(plan.facts().id());
		if (changes == null) {
			return computed;
		}
		List<SubmissionFacts> submissions = new ArrayList<>(computed.size());
		for (SubmissionFacts submission : computed) {
			List<GradeChange> own = changes.get(submission.courseworkId() + "/" + submission.googleId());
			submissions.add((own != null) ? changed(submission, own, plan.facts().ownerId(), works) : submission);
		}
		return submissions;
	}

	private static SubmissionFacts changed(SubmissionFacts before, List<GradeChange> changes, String teacher,
			List<CourseworkFacts> works) {
		BigDecimal max = works.stream()
			.filter((work) -> work.id().equals(before.courseworkId()))
			.findFirst()
			.orElseThrow()
			.maxPoints();
		List<HistoryFacts> history = new ArrayList<>(before.history());
		for (GradeChange change : changes) {
			history.add(HistoryFacts.draft(change.at(), teacher, change.points(), max));
			history.add(HistoryFacts.assigned(change.at(), teacher, change.points(), max));
			if (change.points() != null) {
				history.add(HistoryFacts.state(change.at(), teacher, "RETURNED"));
			}
		}
		GradeChange last = changes.get(changes.size() - 1);
		boolean returned = changes.stream().anyMatch((change) -> change.points() != null);
		Instant created = before.created();
		return new SubmissionFacts(before.id(), before.courseworkId(), before.googleId(),
				returned ? "RETURNED" : before.state(), last.points(), last.points(), before.late(),
				(created != null) ? created : changes.get(0).at(), last.at(), history);
	}

}
