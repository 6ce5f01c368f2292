package kz.kopir.attendance;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import kz.kopir.attendance.LessonAttendance.Outcome;
import kz.kopir.attendance.LessonAttendance.PupilAttendance;
import kz.kopir.school.AttendanceStatus;
import kz.kopir.school.MeetingRow;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lessons of five pupils with up to four meetings, whose rows lie around the lesson by no
 * more than the tolerance. Seconds count from the lesson's start.
 */
class AttendanceProperties {

	private static final int PUPILS = 5;

	private static final int TOLERANCE = 900;

	@Property
	void theOrderOfRowsAndMeetingsPlaysNoPart(@ForAll("lessons") List<Held> lesson, @ForAll long seed) {
		List<Held> other = changed(lesson, (rows) -> {
			Collections.shuffle(rows, new Random(seed));
			return rows;
		});
		Collections.shuffle(other, new Random(seed));
		LessonAttendance one = judgeWithAlias(lesson);
		LessonAttendance two = judgeWithAlias(other);
		assertThat(withoutMeetings(two)).isEqualTo(withoutMeetings(one));
		assertThat(two.notSeenShare()).isEqualTo(one.notSeenShare());
		assertThat(two.unmatched()).hasSameSizeAs(one.unmatched());
	}

	@Property
	void rowsThatStandTwiceChangeNothing(@ForAll("lessons") List<Held> lesson) {
		LessonAttendance twice = judgeWithAlias(changed(lesson, (rows) -> {
			rows.addAll(List.copyOf(rows));
			return rows;
		}));
		assertThat(twice.pupils()).isEqualTo(judgeWithAlias(lesson).pupils());
		assertThat(twice.notSeenShare()).isEqualTo(judgeWithAlias(lesson).notSeenShare());
	}

	@Property
	void sharesLieFromNothingToAll(@ForAll("lessons") List<Held> lesson) {
		LessonAttendance judged = judge(lesson);
		assertThat(judged.notSeenShare()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
		assertThat(judged.pupils()).hasSize(PUPILS);
		assertThat(judged.pupils().values()).allSatisfy((pupil) -> {
			assertThat(pupil.lengthSeconds()).isBetween(0L, (long) SampleLesson.LENGTH);
			assertThat(pupil.seenSeconds()).isBetween(0L, pupil.lengthSeconds());
		});
	}

	@Property
	void nobodyIsAbsentWhoHasAnyRowOrWhileAnyoneIsUnknown(@ForAll("lessons") List<Held> lesson) {
		LessonAttendance judged = judge(lesson);
		for (int i = 1; i <= PUPILS; i++) {
			int pupil = i;
			boolean hasRow = lesson.stream()
				.flatMap((held) -> held.rows().stream())
				.anyMatch((row) -> row.who() == pupil && !row.staff());
			boolean allKnown = judged.unmatched().isEmpty() && lesson.stream().allMatch(Held::complete);
			Outcome outcome = judged.pupils().get(SampleLesson.id(pupil)).outcome();
			if (hasRow || !allKnown) {
				assertThat(outcome).isNotEqualTo(new Outcome.Wanted(AttendanceStatus.ABSENT, "not-seen"));
			}
		}
	}

	@Property
	void incompleteDataMakesNobodyAbsentOrLate(@ForAll("lessons") List<Held> lesson) {
		if (lesson.stream().allMatch(Held::complete)) {
			return;
		}
		assertThat(judge(lesson).pupils().values()).extracting(PupilAttendance::outcome)
			.noneMatch(Outcome.Wanted.class::isInstance);
	}

	@Property
	void theSecondsAgreeWithCountingThemOneByOne(@ForAll("lessons") List<Held> lesson) {
		LessonAttendance judged = judge(lesson);
		BitSet length = new BitSet();
		lesson.forEach((held) -> mark(length, held.from(), held.to(), held));
		for (int pupil = 1; pupil <= PUPILS; pupil++) {
			BitSet seen = new BitSet();
			for (Held held : lesson) {
				for (Stay row : held.rows()) {
					if (row.who() == pupil && !row.waitingRoom() && !row.staff()) {
						mark(seen, row.from(), row.to(), held);
					}
				}
			}
			PupilAttendance found = judged.pupils().get(SampleLesson.id(pupil));
			assertThat(found.lengthSeconds()).isEqualTo(length.cardinality());
			assertThat(found.seenSeconds()).isEqualTo(seen.cardinality());
			assertThat(found.firstJoin()).isEqualTo(moment(seen.nextSetBit(0)));
			assertThat(found.lastLeave()).isEqualTo(seen.isEmpty() ? null : moment(seen.length()));
		}
	}

	/** The seconds of a stay in which the meeting and the lesson were held too. */
	private static void mark(BitSet seconds, int from, int to, Held held) {
		for (int second = from; second < to; second++) {
			if (second >= held.from() && second < held.to() && second >= 0 && second < SampleLesson.LENGTH) {
				seconds.set(second);
			}
		}
	}

	private static @Nullable Instant moment(int second) {
		return (second < 0) ? null : SampleLesson.at(second);
	}

	@Provide
	Arbitrary<List<Held>> lessons() {
		// 0 is a participant whom nobody knows.
		Arbitrary<Integer> who = Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.just(0)),
				Tuple.of(12, Arbitraries.integers().between(1, PUPILS)));
		Arbitrary<Integer> start = Arbitraries.integers().between(-TOLERANCE, SampleLesson.LENGTH + TOLERANCE);
		Arbitrary<Integer> length = Arbitraries.integers().between(0, SampleLesson.LENGTH);
		Arbitrary<Boolean> seldom = Arbitraries.of(true, false, false, false, false, false);
		Arbitrary<Stay> stays = Combinators.combine(who, start, length, seldom, seldom)
			.as((pupil, from, seconds, waiting, staff) -> new Stay(pupil, from, from + seconds, waiting, staff));
		Arbitrary<Boolean> mostly = Arbitraries.of(true, true, true, true, true, false);
		Arbitrary<Held> meetings = Combinators
			.combine(Arbitraries.integers().between(-TOLERANCE, SampleLesson.LENGTH), length,
					Arbitraries.of("host", "other"), mostly, stays.list().ofMaxSize(8))
			.as((from, seconds, host, complete, rows) -> new Held(host, from, from + seconds, complete, rows));
		return meetings.list().ofMaxSize(4).withoutEdgeCases();
	}

	private static List<Held> changed(List<Held> lesson, UnaryOperator<List<Stay>> change) {
		List<Held> changed = new ArrayList<>();
		lesson.forEach((held) -> changed.add(new Held(held.host(), held.from(), held.to(), held.complete(),
				change.apply(new ArrayList<>(held.rows())))));
		return changed;
	}

	private static LessonAttendance judge(List<Held> lesson) {
		return sample(lesson).judge();
	}

	private static LessonAttendance judgeWithAlias(List<Held> lesson) {
		return sample(lesson).alias("galaxy", PUPILS).judge();
	}

	private static SampleLesson sample(List<Held> lesson) {
		SampleLesson sample = new SampleLesson(PUPILS);
		lesson.forEach((held) -> sample.meeting(held.host(), held.from(), held.to(), held.complete(), 0,
				held.rows().stream().map(Stay::row).toList()));
		return sample;
	}

	/** The meetings are numbered by their order, so it changes their ids. */
	private static List<PupilAttendance> withoutMeetings(LessonAttendance judged) {
		return IntStream.rangeClosed(1, PUPILS)
			.mapToObj((pupil) -> judged.pupils().get(SampleLesson.id(pupil)))
			.map((one) -> new PupilAttendance(one.outcome(), one.state(), one.seenSeconds(), one.lengthSeconds(),
					one.firstJoin(), one.lastLeave(), Set.of(), one.evidence()))
			.toList();
	}

	/** A meeting and who was in it. */
	record Held(String host, int from, int to, boolean complete, List<Stay> rows) {
	}

	/** A row that names its pupil by name in even seconds and by an id in odd ones. */
	record Stay(int who, int from, int to, boolean waitingRoom, boolean staff) {

		MeetingRow row() {
			if (this.who == 0) {
				return SampleLesson.row("Galaxy", this.from, this.to, this.waitingRoom, this.staff, null);
			}
			String name = SampleLesson.row(this.who, this.from, this.to).name();
			return (this.from % 2 == 0) ? SampleLesson.row(name, this.from, this.to, this.waitingRoom, this.staff, null)
					: SampleLesson.row("iPhone", this.from, this.to, this.waitingRoom, this.staff,
							SampleLesson.id(this.who));
		}

	}

}
