package kz.kopir.rehearsal.world;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One pupil's submission of a coursework. The text form holds no grade.
 *
 * @param id Classroom's id: base64url of a small protobuf message, stable per pupil and
 * coursework
 * @param courseworkId its coursework
 * @param googleId whose it is
 * @param state {@code NEW}, {@code CREATED}, {@code TURNED_IN}, {@code RETURNED} or
 * {@code RECLAIMED_BY_STUDENT}
 * @param assignedGrade grade that the pupil sees; null is no grade, which is not 0
 * @param draftGrade grade that only teachers see, or null
 * @param late Classroom's hint; false even for some work that was late
 * @param created null while it was never opened
 * @param updated null while it was never opened
 * @param history events, oldest first
 */
public record SubmissionFacts(String id, String courseworkId, String googleId, String state,
		@Nullable BigDecimal assignedGrade, @Nullable BigDecimal draftGrade, boolean late, @Nullable Instant created,
		@Nullable Instant updated, List<HistoryFacts> history) {

	public SubmissionFacts {
		history = List.copyOf(history);
	}

	@Override
	public String toString() {
		return "SubmissionFacts[" + this.courseworkId + "/" + this.id + "]";
	}

}
