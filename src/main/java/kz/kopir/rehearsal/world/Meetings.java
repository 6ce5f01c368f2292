package kz.kopir.rehearsal.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import kz.kopir.rehearsal.world.LessonTruth.Seen;
import kz.kopir.rehearsal.world.LessonTruth.Trap;
import kz.kopir.rehearsal.world.MeetingPlan.Span;
import kz.kopir.rehearsal.world.MeetingRows.Who;
import kz.kopir.rehearsal.world.Stays.Stay;
import org.jspecify.annotations.Nullable;

/**
 * The Zoom meetings of a day on which the whole school learns from home.
 */
final class Meetings {

	private static final List<Trap> BY_TURN = List.of(Trap.NONE, Trap.RESTART, Trap.NONE, Trap.EARLY_START, Trap.NONE,
			Trap.NO_MEETING, Trap.NONE, Trap.HOST_ALONE, Trap.NONE, Trap.MOSTLY_NOT_SEEN, Trap.NONE, Trap.ENDED_EARLY,
			Trap.NONE, Trap.WAITING_ROOM, Trap.NONE, Trap.BREAKOUT, Trap.NONE, Trap.SUBSTITUTE);

	private final long seed;

	private final Classes classes;

	private final Staff staff;

	private final Timetable timetable;

	private final ZoomUsers users;

	private final Map<LocalDate, MeetingDay> days = new ConcurrentHashMap<>();

	Meetings(WorldSettings settings, Classes classes, Staff staff, Timetable timetable, ZoomUsers users) {
		this.seed = settings.seed();
		this.classes = classes;
		this.staff = staff;
		this.timetable = timetable;
		this.users = users;
	}

	MeetingDay on(LocalDate day) {
		return this.days.computeIfAbsent(day, this::make);
	}

	private MeetingDay make(LocalDate day) {
		List<MeetingPlan> plans = plans(day);
		List<Open> open = new ArrayList<>();
		Map<Long, Map<Long, Seen>> seen = new HashMap<>();
		Map<Long, List<Open>> byLesson = new HashMap<>();
		Open room = null;
		for (int i = 0; i < plans.size(); i++) {
			MeetingPlan plan = plans.get(i);
			List<Open> own = new ArrayList<>();
			if (plan.trap() == Trap.PERSONAL_ROOM) {
				if (room == null) {
					room = open(plan, 0, new Span(plan.parts().get(0).from(), lastOfRoom(plans)));
					open.add(room);
				}
				own.add(room);
			}
			else {
				int hosts = (plan.trap() == Trap.TWO_TEACHERS) ? 2 : 1;
				for (int host = 0; host < hosts; host++) {
					for (Span part : plan.parts()) {
						own.add(open(plan, host, part));
					}
				}
				open.addAll(own);
			}
			own.forEach((one) -> one.rows().lesson(plan.lesson().id()));
			byLesson.put(plan.lesson().id(), own);
			seen.put(plan.lesson().id(), new PupilsOfLesson(plan, own, i).sit());
		}
		return facts(day, plans, open, byLesson, seen);
	}

	private MeetingDay facts(LocalDate day, List<MeetingPlan> plans, List<Open> open, Map<Long, List<Open>> byLesson,
			Map<Long, Map<Long, Seen>> seen) {
		Map<Open, MeetingFacts> made = new HashMap<>();
		for (int i = 0; i < open.size(); i++) {
			Open one = open.get(i);
			String uuid = ZoomUsers.uuid(this.seed, SchoolYear.dayIndex(day), i);
			made.put(one, one.rows().facts(uuid, one.number(), one.type(), one.topic(), one.host()));
		}
		List<MeetingFacts> meetings = open.stream()
			.map(made::get)
			.sorted(Comparator.comparing(MeetingFacts::start).thenComparing(MeetingFacts::uuid))
			.toList();
		List<LessonTruth> truth = plans.stream()
			.map((plan) -> new LessonTruth(plan.lesson(), plan.trap(),
					byLesson.get(plan.lesson().id()).stream().map((one) -> made.get(one).uuid()).toList(),
					seen.get(plan.lesson().id())))
			.toList();
		return new MeetingDay(meetings, truth);
	}

	private static Instant lastOfRoom(List<MeetingPlan> plans) {
		return plans.stream()
			.filter((plan) -> plan.trap() == Trap.PERSONAL_ROOM)
			.map(MeetingPlan::to)
			.max(Comparator.naturalOrder())
			.orElseThrow()
			.plusSeconds(240);
	}

	/** The lessons of the day by time, each with its trap. */
	private List<MeetingPlan> plans(LocalDate day) {
		List<LessonFacts> lessons = new ArrayList<>();
		for (int i = 0; i < this.classes.groups().size(); i++) {
			lessons.addAll(this.timetable.lessons(i, day));
		}
		lessons.sort(Comparator.comparing((LessonFacts lesson) -> Bells.start(group(lesson).shift(), lesson.number()))
			.thenComparingLong(LessonFacts::id));
		Set<Long> inRoom = personalRoom(lessons);
		Map<Long, Instant> busy = new HashMap<>();
		List<MeetingPlan> plans = new ArrayList<>();
		int turn = 0;
		for (LessonFacts lesson : lessons) {
			Dice dice = Dice.of(this.seed, 60, lesson.id());
			Instant bell = SchoolYear.at(day, Bells.start(group(lesson).shift(), lesson.number()));
			Trap trap;
			if (lesson.teacherIds().stream().anyMatch((id) -> busy.getOrDefault(id, Instant.MIN).isAfter(bell))) {
				trap = Trap.NO_MEETING;
			}
			else if (lesson.teacherIds().size() > 1) {
				trap = Trap.TWO_TEACHERS;
			}
			else if (inRoom.contains(lesson.id())) {
				trap = Trap.PERSONAL_ROOM;
			}
			else if (!host(lesson, 0).licensed()) {
				trap = Trap.FORTY_MINUTES;
			}
			else {
				trap = BY_TURN.get(turn++ % BY_TURN.size());
			}
			if (trap != Trap.NO_MEETING) {
				lesson.teacherIds().forEach((id) -> busy.put(id, bell.plusSeconds(Bells.LESSON_MINUTES * 60L)));
			}
			plans.add(MeetingPlan.of(lesson, group(lesson), trap, dice));
		}
		return plans;
	}

	/** The first paid teacher with lessons one after another leaves the room open. */
	private Set<Long> personalRoom(List<LessonFacts> lessons) {
		for (LessonFacts first : lessons) {
			for (LessonFacts second : lessons) {
				if (second.number() == first.number() + 1 && group(first).shift() == group(second).shift()
						&& first.teacherIds().size() == 1 && second.teacherIds().equals(first.teacherIds())
						&& host(first, 0).licensed() && alone(first, lessons) && alone(second, lessons)) {
					return new HashSet<>(List.of(first.id(), second.id()));
				}
			}
		}
		return Set.of();
	}

	/** Whether the teacher has no other lesson that overlaps this one or its breaks. */
	private boolean alone(LessonFacts lesson, List<LessonFacts> lessons) {
		int from = Bells.start(group(lesson).shift(), lesson.number()).toSecondOfDay();
		return lessons.stream()
			.filter((other) -> other.id() != lesson.id() && other.teacherIds().contains(lesson.teacherIds().get(0)))
			.noneMatch((other) -> Math
				.abs(Bells.start(group(other).shift(), other.number()).toSecondOfDay() - from) < 50 * 60);
	}

	private GroupFacts group(LessonFacts lesson) {
		return this.classes.groups().get(this.classes.groupById(lesson.groupId()));
	}

	private ZoomUserFacts host(LessonFacts lesson, int which) {
		return Objects.requireNonNull(this.users.teacher(lesson.teacherIds().get(which)));
	}

	/** A colleague without lessons on that day, or the teacher when there is none. */
	private ZoomUserFacts substitute(LessonFacts lesson) {
		Set<Long> teaching = new HashSet<>();
		for (int i = 0; i < this.classes.groups().size(); i++) {
			this.timetable.lessons(i, lesson.date()).forEach((one) -> teaching.addAll(one.teacherIds()));
		}
		List<ZoomUserFacts> free = this.users.teachers()
			.stream()
			.filter((user) -> user.licensed() && !teaching.contains(user.personId()))
			.toList();
		return free.isEmpty() ? host(lesson, 0) : Dice.of(this.seed, 63, lesson.id()).pick(free);
	}

	private Open open(MeetingPlan plan, int which, Span span) {
		ZoomUserFacts host = (plan.trap() == Trap.SUBSTITUTE) ? substitute(plan.lesson()) : host(plan.lesson(), which);
		boolean room = plan.trap() == Trap.PERSONAL_ROOM;
		long number = room ? host.personalRoom()
				: 80_000_000_000L + Long.remainderUnsigned(
						Dice.hash(this.seed, host.personId(), plan.lesson().groupId() + plan.lesson().subjectId()),
						9_000_000_000L);
		String topic = room ? "Жеке бөлме" : plan.group().name() + " 🚒 сабақ";
		Open open = new Open(host, number, room ? 4 : 8, topic, new MeetingRows(span));
		open.rows()
			.add(new Who(host.lastName() + " " + host.firstName(), host.email(), host.id(), "", "", host.personId()),
					new Stay(span, false, 0));
		return open;
	}

	/** An occurrence and its host. */
	private record Open(ZoomUserFacts host, long number, int type, String topic, MeetingRows rows) {
	}

	/** Lets the pupils of a lesson, and its guests, sit down. */
	private final class PupilsOfLesson {

		private final MeetingPlan plan;

		private final List<Open> open;

		private final int place;

		private final Map<Long, Seen> seen = new HashMap<>();

		PupilsOfLesson(MeetingPlan plan, List<Open> open, int place) {
			this.plan = plan;
			this.open = open;
			this.place = place;
		}

		Map<Long, Seen> sit() {
			List<Long> ids = this.plan.group().pupilIds();
			for (long id : ids) {
				this.seen.put(id, Stays.seen(this.plan.trap(), dice(61, id)));
			}
			for (int i = 0; i < ids.size(); i++) {
				int index = Meetings.this.classes.pupilByPerson(ids.get(i));
				boolean withFirst = i == 4 && together(ids);
				if (!withFirst) {
					boolean two = i == 3 && together(ids);
					sit(who(index, two ? ids.get(4) : null), i, Stays.of(this.plan,
							Objects.requireNonNull(this.seen.get(ids.get(i))), dice(62, ids.get(i))));
				}
				if (this.plan.trap() == Trap.WAITING_ROOM && this.seen.get(ids.get(i)) == Seen.NOT_SEEN) {
					sit(who(index, null), i, Stays.neverAdmitted(this.plan));
				}
			}
			if (!this.open.isEmpty() && this.plan.trap() != Trap.HOST_ALONE) {
				guests();
			}
			return this.seen;
		}

		/** In every fifth lesson two children share a screen. */
		private boolean together(List<Long> ids) {
			return this.place % 5 == 2 && ids.size() > 4 && this.seen.get(ids.get(3)) == Seen.PRESENT
					&& this.seen.get(ids.get(4)) == Seen.PRESENT;
		}

		private Dice dice(int kind, long person) {
			return Dice.of(Meetings.this.seed, kind, this.plan.lesson().id(), person);
		}

		private void sit(Who who, int number, List<Stay> stays) {
			for (int i = 0; i < this.open.size(); i++) {
				if (this.plan.trap() != Trap.TWO_TEACHERS || i == number % 2) {
					MeetingRows rows = this.open.get(i).rows();
					stays.forEach((stay) -> rows.add(who, stay));
				}
			}
		}

		private Who who(int index, @Nullable Long other) {
			PupilFacts pupil = Meetings.this.classes.pupils().get(index);
			ZoomUsers known = Meetings.this.users;
			if (other != null) {
				PupilFacts second = Meetings.this.classes.pupils().get(Meetings.this.classes.pupilByPerson(other));
				return new Who(DisplayNames.together(pupil, second), "", "", "", "", null);
			}
			String name = DisplayNames.of(Meetings.this.seed, index, pupil, this.plan.group());
			return switch (known.known(index)) {
				case REGISTRANT -> new Who(name, "", "", known.registrantId(index), "", pupil.personId());
				case CUSTOMER_KEY -> new Who(name, "", "", "", known.customerKey(index), pupil.personId());
				case ACCOUNT -> new Who(name, pupil.email(), known.pupilId(index), "", "", pupil.personId());
				case NOT -> new Who(name, "", "", "", "", pupil.personId());
			};
		}

		/**
		 * A pupil of the other shift looks in, and now and then somebody of the staff.
		 */
		private void guests() {
			Span span = new Span(this.plan.from().plusSeconds(60), this.plan.to().minusSeconds(60));
			MeetingRows rows = this.open.get(0).rows();
			if (this.place % 8 == 5) {
				Meetings.this.classes.groups()
					.stream()
					.filter((group) -> group.shift() != this.plan.group().shift())
					.map((group) -> group.pupilIds().get(this.place % group.pupilIds().size()))
					.map((id) -> Meetings.this.classes.pupils().get(Meetings.this.classes.pupilByPerson(id)))
					.filter(this::hasNoNamesakeHere)
					.findFirst()
					.ifPresent((pupil) -> rows.add(new Who(DisplayNames.plain(pupil), "", "", "", "", pupil.personId()),
							new Stay(span, false, 0)));
			}
			if (this.place % 9 == 4) {
				List<TeacherFacts> all = Meetings.this.staff.teachers();
				TeacherFacts guest = all.get(this.place % all.size());
				ZoomUserFacts user = Objects.requireNonNull(Meetings.this.users.teacher(guest.personId()));
				if (!this.plan.lesson().teacherIds().contains(guest.personId())) {
					rows.add(new Who(DisplayNames.of(guest), user.email(), user.id(), "", "", guest.personId()),
							new Stay(span, false, 0));
				}
			}
		}

		private boolean hasNoNamesakeHere(PupilFacts guest) {
			return this.plan.group()
				.pupilIds()
				.stream()
				.map((id) -> Meetings.this.classes.pupils().get(Meetings.this.classes.pupilByPerson(id)))
				.noneMatch((pupil) -> Spelling.russian(pupil.lastName()).equals(Spelling.russian(guest.lastName()))
						|| Spelling.russian(pupil.firstName()).equals(Spelling.russian(guest.firstName())));
		}

	}

}
