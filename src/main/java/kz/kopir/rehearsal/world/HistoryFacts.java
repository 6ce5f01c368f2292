package kz.kopir.rehearsal.world;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One event of a submission's history: either a state or a change of a grade.
 *
 * @param at when
 * @param actorId Google user id of who did it
 * @param state the new state, or null for a change of a grade
 * @param gradeChange {@code DRAFT_GRADE_POINTS_EARNED_CHANGE},
 * {@code ASSIGNED_GRADE_POINTS_EARNED_CHANGE} or {@code MAX_POINTS_CHANGE}, or null for a
 * state
 * @param points points after the change; null for a state or when the grade was withdrawn
 * @param maxPoints highest grade at that time, or null for a state
 */
public record HistoryFacts(Instant at, String actorId, @Nullable String state, @Nullable String gradeChange,
		@Nullable BigDecimal points, @Nullable BigDecimal maxPoints) {

	static HistoryFacts state(Instant at, String actor, String state) {
		return new HistoryFacts(at, actor, state, null, null, null);
	}

	static HistoryFacts draft(Instant at, String actor, @Nullable BigDecimal points, @Nullable BigDecimal max) {
		return new HistoryFacts(at, actor, null, "DRAFT_GRADE_POINTS_EARNED_CHANGE", points, max);
	}

	static HistoryFacts assigned(Instant at, String actor, @Nullable BigDecimal points, @Nullable BigDecimal max) {
		return new HistoryFacts(at, actor, null, "ASSIGNED_GRADE_POINTS_EARNED_CHANGE", points, max);
	}

}
