package kz.kopir.digest;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

import kz.kopir.problem.Owner;
import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.ProblemState;
import kz.kopir.problem.ProblemTexts;
import kz.kopir.problem.Urgency;
import kz.kopir.school.ClassGroupId;
import org.jspecify.annotations.Nullable;

/**
 * A concern that a test changes word by word. Times are of Asia/Almaty.
 */
public record SampleConcern(String id, int opening, ProblemState state, Urgency urgency, Owner owner,
		@Nullable String ownerRef, @Nullable String classGroup, String openedAt, @Nullable String deadline,
		@Nullable String snoozedUntil) {

	public static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

	/** Of the teacher with the journal's id 41, of class group 71, opened on a Monday. */
	public static SampleConcern concern(String id) {
		return new SampleConcern(id, 1, ProblemState.OPEN, Urgency.DAILY, Owner.TEACHER, "41", "71", "2026-11-16T09:00",
				null, null);
	}

	public SampleConcern is(ProblemState value) {
		return new SampleConcern(this.id, this.opening, value, this.urgency, this.owner, this.ownerRef, this.classGroup,
				this.openedAt, this.deadline, this.snoozedUntil);
	}

	public SampleConcern opened(String at) {
		return new SampleConcern(this.id, this.opening, this.state, this.urgency, this.owner, this.ownerRef,
				this.classGroup, at, this.deadline, this.snoozedUntil);
	}

	public SampleConcern reopened() {
		return new SampleConcern(this.id, this.opening + 1, this.state, this.urgency, this.owner, this.ownerRef,
				this.classGroup, this.openedAt, this.deadline, this.snoozedUntil);
	}

	public SampleConcern of(Owner value, @Nullable String ref) {
		return new SampleConcern(this.id, this.opening, this.state, this.urgency, value, ref, this.classGroup,
				this.openedAt, this.deadline, this.snoozedUntil);
	}

	public SampleConcern in(@Nullable String value) {
		return new SampleConcern(this.id, this.opening, this.state, this.urgency, this.owner, this.ownerRef, value,
				this.openedAt, this.deadline, this.snoozedUntil);
	}

	public SampleConcern atOnce() {
		return new SampleConcern(this.id, this.opening, this.state, Urgency.AT_ONCE, this.owner, this.ownerRef,
				this.classGroup, this.openedAt, this.deadline, this.snoozedUntil);
	}

	public SampleConcern until(String value) {
		return new SampleConcern(this.id, this.opening, this.state, Urgency.AT_DEADLINE, this.owner, this.ownerRef,
				this.classGroup, this.openedAt, value, this.snoozedUntil);
	}

	public SampleConcern snoozedUntil(String value) {
		return new SampleConcern(this.id, this.opening, ProblemState.SNOOZED, this.urgency, this.owner, this.ownerRef,
				this.classGroup, this.openedAt, this.deadline, value);
	}

	public Concern get() {
		return new Concern(this.id, ProblemCode.SUMMATIVE_DUE_SOON, this.opening, this.state, this.urgency, this.owner,
				this.ownerRef, (this.classGroup == null) ? null : new ClassGroupId(this.classGroup),
				"coursework:" + this.id,
				new ProblemTexts("не\nмәні\nәрекет", "что\nзначит\nсделать", "what\nmeans\ndo"), at(this.openedAt),
				(this.deadline == null) ? null : at(this.deadline), 1,
				(this.snoozedUntil == null) ? null : at(this.snoozedUntil));
	}

	public static Instant at(String time) {
		return LocalDateTime.parse(time).atZone(ALMATY).toInstant();
	}

}
