package kz.kopir.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import kz.kopir.deadline.SchoolCalendar;
import kz.kopir.problem.Owner;
import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.ProblemState;
import kz.kopir.problem.ProblemTexts;
import kz.kopir.problem.Urgency;
import kz.kopir.school.ClassGroupId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Weeks of a school in which problems come up, are reacted to and go away at random,
 * while the gateway looks every so often and its clock is set back now and then.
 */
class DigestProperties {

	private static final Instant BEGIN = SampleConcern.at("2026-12-07T00:00");

	private final SchoolCalendar calendar = MailDesk.shippedCalendar();

	@Property(tries = 30)
	void nobodyIsWrittenToInTheQuietOrAboutWhatIsGone(@ForAll long seed,
			@ForAll @IntRange(min = 20, max = 240) int pace) {
		School school = new School(seed);
		school.live(pace, 25, true, (now, letter) -> {
			LocalDate day = LocalDate.ofInstant(now, SampleConcern.ALMATY);
			LocalTime time = LocalTime.ofInstant(now, SampleConcern.ALMATY);
			assertThat(this.calendar.isSchoolDay(day)).isTrue();
			assertThat(time).isAfterOrEqualTo(LocalTime.of(7, 0)).isBefore(LocalTime.of(20, 0));
			assertThat(letter.day()).isEqualTo(day);
			assertThat(letter.items()).isNotEmpty();
			for (Letter.Item item : letter.items()) {
				Concern concern = school.concerns.get(item.problem());
				assertThat(concern.opening()).isEqualTo(item.opening());
				assertThat(concern.state()).isNotIn(ProblemState.RESOLVED, ProblemState.CLOSED);
				if (concern.state() == ProblemState.SNOOZED) {
					assertThat(concern.snoozedUntil()).isBeforeOrEqualTo(now);
				}
			}
		});
	}

	@Property(tries = 30)
	void atMostOneDailyMailAPersonAndDayAndNothingUrgentTwice(@ForAll long seed,
			@ForAll @IntRange(min = 20, max = 240) int pace) {
		Set<String> days = new HashSet<>();
		Set<String> urgent = new HashSet<>();
		Set<String> escalated = new HashSet<>();
		new School(seed).live(pace, 25, true, (now, letter) -> {
			String to = letter.to().key();
			if (letter.kind() == LetterKind.URGENT) {
				letter.items().forEach((item) -> assertThat(urgent.add(to + item.problem() + item.opening())).isTrue());
				assertThat(letter.leftOut()).isZero();
				return;
			}
			assertThat(days.add(letter.kind() + to + letter.day())).isTrue();
			assertThat(LocalTime.ofInstant(now, SampleConcern.ALMATY)).isAfterOrEqualTo(LocalTime.of(17, 0));
			assertThat(letter.items()).hasSizeLessThanOrEqualTo(MailDesk.POLICY.longestList());
			if (letter.kind() == LetterKind.ESCALATION) {
				assertThat(to).isEqualTo("head");
				letter.items().forEach((item) -> assertThat(escalated.add(item.problem() + item.opening())).isTrue());
			}
		});
	}

	@Property(tries = 30)
	void everyDailyMailTellsSomethingNewFirst(@ForAll long seed, @ForAll @IntRange(min = 20, max = 240) int pace) {
		Map<String, LocalDate> told = new HashMap<>();
		School school = new School(seed);
		school.live(pace, 25, true, (now, letter) -> {
			boolean open = false;
			assertThat(letter.sections().get(0).fresh()).isTrue();
			for (Letter.Section section : letter.sections()) {
				assertThat(section.fresh() && open).as("new after open").isFalse();
				open = !section.fresh();
				for (Letter.Item item : section.items()) {
					String key = letter.to().key() + item.problem() + "/" + item.opening();
					if (section.fresh() && letter.kind() == LetterKind.DAILY && told.containsKey(key)) {
						Instant until = school.concerns.get(item.problem()).snoozedUntil();
						assertThat(until).as("told before, so only the end of a snooze makes it new").isNotNull();
						assertThat(told.get(key)).isBefore(LocalDate.ofInstant(until, SampleConcern.ALMATY));
					}
				}
			}
			letter.items()
				.forEach((item) -> told.merge(letter.to().key() + item.problem() + "/" + item.opening(), letter.day(),
						(one, other) -> one.isAfter(other) ? one : other));
		});
	}

	@Property(tries = 30)
	void whatStaysOpenReachesEverybodyWhomItConcerns(@ForAll long seed) {
		School school = new School(seed);
		Set<String> told = new HashSet<>();
		school.live(60, 20, false, (now, letter) -> letter.items()
			.forEach((item) -> told.add(letter.to().key() + item.problem() + "/" + item.opening())));
		// Nothing new any more: at three a day all must have come out after some weeks.
		school.rest(60, 50, (now, letter) -> letter.items()
			.forEach((item) -> told.add(letter.to().key() + item.problem() + "/" + item.opening())));
		school.concerns.values()
			.stream()
			.filter((concern) -> concern.isAsked(school.now))
			.forEach((concern) -> MailDesk.STAFF.recipients(concern.owner(), concern.ownerRef(), concern.classGroup())
				.people()
				.forEach((person) -> assertThat(told)
					.contains(person.key() + concern.problem() + "/" + concern.opening())));
	}

	/** What is seen of each mail. */
	private interface Reader {

		void read(Instant now, Letter letter);

	}

	private static final class School {

		private static final List<Owner> OWNERS = List.of(Owner.values());

		private static final List<@Nullable String> REFS = List.of("41", "42", "31", "100000000000000000017", "999");

		private final Random random;

		private final MailDesk desk = new MailDesk();

		private final Map<String, Concern> concerns = new HashMap<>();

		private Instant now = BEGIN;

		private School(long seed) {
			this.random = new Random(seed);
		}

		/** The gateway looks every so many minutes for so many days. */
		private void live(int minutes, int days, boolean clockErrs, Reader reader) {
			Instant end = BEGIN.plus(Duration.ofDays(days));
			while (this.now.isBefore(end)) {
				happen();
				look(reader);
				this.now = this.now.plus(Duration.ofMinutes(minutes));
				if (clockErrs && this.random.nextInt(200) == 0) {
					this.now = this.now.minus(Duration.ofMinutes(this.random.nextInt(2 * 24 * 60)));
				}
			}
		}

		private void rest(int minutes, int days, Reader reader) {
			Instant end = this.now.plus(Duration.ofDays(days));
			for (; this.now.isBefore(end); this.now = this.now.plus(Duration.ofMinutes(minutes))) {
				look(reader);
			}
		}

		private void look(Reader reader) {
			this.desk.open(new ArrayList<>(this.concerns.values()));
			this.desk.send(this.now).forEach((letter) -> reader.read(this.now, letter));
			assertThat(this.desk.due(this.now)).as("due again at once").isEmpty();
		}

		private void happen() {
			if (this.concerns.size() < 25 && this.random.nextInt(12) == 0) {
				Concern concern = concern("p" + this.concerns.size(), 1);
				this.concerns.put(concern.problem(), concern);
			}
			if (!this.concerns.isEmpty() && this.random.nextInt(25) == 0) {
				String id = "p" + this.random.nextInt(this.concerns.size());
				this.concerns.compute(id, (key, concern) -> changed(concern));
			}
		}

		private Concern changed(Concern old) {
			ProblemState state = ProblemState.values()[this.random.nextInt(ProblemState.values().length)];
			if (old.state() == ProblemState.CLOSED) {
				return concern(old.problem(), old.opening() + 1);
			}
			Instant until = (state == ProblemState.SNOOZED) ? this.now.plus(Duration.ofHours(this.random.nextInt(200)))
					: old.snoozedUntil();
			return new Concern(old.problem(), old.code(), old.opening(), state, old.urgency(), old.owner(),
					old.ownerRef(), old.classGroup(), old.subject(), old.texts(), old.openedAt(), old.deadline(),
					old.lines(), until);
		}

		private Concern concern(String id, int opening) {
			Instant deadline = this.random.nextBoolean() ? null
					: this.now.plus(Duration.ofHours(this.random.nextInt(300)));
			return new Concern(id, ProblemCode.RUN_FAILED, opening, ProblemState.OPEN,
					Urgency.values()[this.random.nextInt(Urgency.values().length)],
					OWNERS.get(this.random.nextInt(OWNERS.size())), REFS.get(this.random.nextInt(REFS.size())),
					(this.random.nextBoolean()) ? new ClassGroupId("7" + this.random.nextInt(3)) : null,
					"subject:" + id, new ProblemTexts("a", "b", "c"), this.now, deadline, 1, null);
		}

	}

}
