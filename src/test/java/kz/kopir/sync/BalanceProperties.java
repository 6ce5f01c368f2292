package kz.kopir.sync;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

import kz.kopir.journal.JournalAnswer;
import kz.kopir.journal.JournalMark;
import kz.kopir.journal.JournalWork;
import kz.kopir.journal.JournalWrite;
import kz.kopir.problem.Problem;
import kz.kopir.run.BalanceRow;
import kz.kopir.school.Coursework;
import kz.kopir.school.RecordFault;
import kz.kopir.school.Submission;
import kz.kopir.school.WorkId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a class group looks like and whatever becomes of its writes: every record that
 * was collected is accounted for exactly once, and no value but our last is written over.
 */
class BalanceProperties {

	private static final List<String> POINTS = List.of("0", "1", "7.5", "8", "9", "10", "11", "25", "-1");

	@Property(tries = 600)
	void everyRecordIsAccountedForOnce(@ForAll long seed) {
		Random random = new Random(seed);
		SampleClass school = classGroup(random);
		List<JournalMark> before = List.copyOf(school.journal.marks);
		ClassGroupPlan plan = school.plan();
		long worksCollected = collected(plan, EntryKind.WORK);
		long marksCollected = collected(plan, EntryKind.MARK);
		assertThat(worksCollected).isGreaterThanOrEqualTo(school.complete ? school.courseworks.size() : 0);
		assertThat(marksCollected).isGreaterThanOrEqualTo(school.complete ? school.submissions.size() : 0);
		PlanExecution execution = new PlanExecution(plan, "plan", plan.works(), true);
		execution.getWorkWrites().forEach((write) -> send(write, execution, school, random));
		execution.getMarkWrites().forEach((write) -> send(write, execution, school, random));
		execution.getSummativeWrites().forEach((write) -> send(write, execution, school, random));
		new ReadBack(execution,
				new CourseworkStanding(execution, new JournalView(school.read()), new CriteriaView(school.criteria())))
			.settle();
		for (EntryKind kind : EntryKind.ofFlow(Flows.CLASSROOM)) {
			BalanceRow row = row(plan, kind);
			assertThat(row.comesOut()).as("%s", row).isTrue();
			assertThat(
					List.of(row.setAside(), row.read(), row.delivered(), row.unchanged(), row.held(), row.rejected()))
				.allMatch((count) -> count >= 0);
			assertThat(row.held() + row.rejected() == 0 || isTold(plan, kind)).as("a problem tells of %s", row)
				.isTrue();
		}
		assertThat(collected(plan, EntryKind.WORK)).isEqualTo(worksCollected);
		assertThat(collected(plan, EntryKind.MARK)).isEqualTo(marksCollected);
		for (JournalMark mark : before) {
			assertThat(school.journal.marksOf(mark.work(), mark.pupil()))
				.as("a mark is there as it was, or was our own")
				.anyMatch((now) -> now.value().equals(mark.value()) || isOurs(school, mark));
		}
	}

	/**
	 * Whether a problem has a line of an entry of this kind, of a user or of a record.
	 */
	private static boolean isTold(ClassGroupPlan plan, EntryKind kind) {
		return SampleClass.problems(plan)
			.stream()
			.flatMap((problem) -> problem.lines().stream())
			.map(Problem.Line::entryKey)
			.anyMatch((key) -> key.startsWith(kind.code() + "/") || key.startsWith("classroom user")
					|| key.startsWith("courseWork f") || key.startsWith("studentSubmissions f"));
	}

	private static boolean isOurs(SampleClass school, JournalMark mark) {
		return school.ledger.values()
			.stream()
			.anyMatch((entry) -> entry.key().kind() == EntryKind.MARK && entry.key().text().endsWith("/" + mark.pupil())
					&& (mark.value().equals(entry.last()) || entry.unfinished()
						.stream()
						.anyMatch((unfinished) -> unfinished.to().equals(mark.value()))));
	}

	private static void send(JournalWrite write, PlanExecution execution, SampleClass school, Random random) {
		switch (random.nextInt(6)) {
			case 0 -> execution.answered(new JournalAnswer.NotSent(write.delivery()));
			case 1 -> {
				school.journal.write(write);
				execution.answered(new JournalAnswer.Unsettled(write.delivery()));
			}
			case 2 -> execution.answered(new JournalAnswer.Unsettled(write.delivery()));
			case 3 -> execution.answered(new JournalAnswer.Taken(write.delivery(), null));
			default -> execution.answered(school.journal.write(write));
		}
	}

	private static SampleClass classGroup(Random random) {
		SampleClass school = SampleClass.of(1 + random.nextInt(4));
		school.journal = new MemoryJournal(SampleClass.timetable(),
				MemoryJournal.Repost.values()[random.nextInt(MemoryJournal.Repost.values().length)]);
		int pupils = school.pupils.size();
		for (int number = 1; number <= 1 + random.nextInt(4); number++) {
			String id = String.valueOf(number);
			LocalDate due = SampleClass.TODAY.minusDays(random.nextInt(60) - 20);
			school.homework(id, due);
			if (random.nextInt(3) > 0 && school.plan().changes().stream().anyMatch(isWork(id))) {
				WorkId work = school.delivered(id);
				marks(school, random, id, work, pupils);
				if (random.nextInt(6) == 0) {
					school.journal.workByHand(SampleClass.lesson(SampleClass.TODAY), SampleClass.link(id));
				}
				if (random.nextInt(8) == 0) {
					JournalWork stands = school.journal.works.get(work);
					school.journal.works.put(work, new JournalWork(work, stands.lesson(), true, "Басқа", null));
				}
			}
			if (random.nextInt(8) == 0) {
				school.summative(id, due, random.nextBoolean() ? "ТЖБ" : "БЖБ №" + random.nextInt(5));
				scores(school, random, id, pupils);
			}
			if (random.nextInt(8) == 0) {
				school.homework(id, due, "Есептер", pick(random, Coursework.State.values()));
			}
			for (int pupil = 1; pupil <= pupils; pupil++) {
				for (int times = random.nextInt(8); times >= 6 || times == 1; times--) {
					school.submission(id, pupil, pick(random, Submission.State.values()),
							random.nextBoolean() ? POINTS.get(random.nextInt(POINTS.size())) : null);
				}
				school.grade(id, pupil, POINTS.get(random.nextInt(POINTS.size())));
			}
		}
		if (random.nextInt(5) == 0) {
			school.courseworks.remove("1");
		}
		if (random.nextInt(5) == 0) {
			school.links.remove(0);
		}
		if (random.nextInt(8) == 0) {
			school.faults.add(new RecordFault(random.nextBoolean() ? "courseWork" : "studentSubmissions",
					"page 1, record 1", "f", "is odd", random.nextBoolean()));
		}
		if (random.nextInt(5) == 0) {
			school.from = SampleClass.TODAY.minusDays(random.nextInt(15));
		}
		school.editPeriodDays = random.nextInt(3) * 5;
		school.write.removeIf((capability) -> random.nextInt(8) == 0);
		school.complete = random.nextInt(12) > 0;
		school.insist = random.nextBoolean();
		return school;
	}

	private static void marks(SampleClass school, Random random, String id, WorkId work, int pupils) {
		for (int pupil = 1; pupil <= pupils; pupil++) {
			String value = String.valueOf(1 + random.nextInt(10));
			switch (random.nextInt(7)) {
				case 0 -> school.delivered(id, pupil, work, value);
				case 1 -> school.journal.markByHand(work, SampleClass.pupil(pupil), value);
				case 2 -> school.known(SampleClass.mark(id, pupil), value, null);
				case 3 -> school.unfinished(SampleClass.mark(id, pupil), "d" + id + pupil, value);
				case 4 -> {
					school.unfinished(SampleClass.mark(id, pupil), "d" + id + pupil, value);
					school.journal.markByHand(work, SampleClass.pupil(pupil), value);
				}
				case 5 -> school.refused(SampleClass.mark(id, pupil), value, SampleClass.NOW.minusSeconds(60));
				default -> {
					school.delivered(id, pupil, work, value);
					school.journal.markByHand(work, SampleClass.pupil(pupil), "5");
				}
			}
		}
	}

	private static void scores(SampleClass school, Random random, String id, int pupils) {
		String section = school.journalHas(random.nextInt(3));
		for (int pupil = 1; pupil <= pupils; pupil++) {
			CriteriaView.Cell cell = new CriteriaView.Cell(section, SampleClass.pupil(pupil));
			int value = random.nextInt(11);
			switch (random.nextInt(5)) {
				case 0 -> school.journal.scores.put(cell, value);
				case 1 -> school.known(SampleClass.score(id, pupil), String.valueOf(value), section);
				case 2 -> school.unfinished(SampleClass.score(id, pupil), "e" + id + pupil, String.valueOf(value));
				case 3 -> {
					school.known(SampleClass.score(id, pupil), String.valueOf(value), section);
					school.journal.scores.put(cell, value);
				}
				default -> school.grade(id, pupil, String.valueOf(value));
			}
		}
		if (random.nextInt(6) == 0) {
			school.criteriaTrouble = "HTTP 404";
		}
	}

	private static Predicate<Change> isWork(String id) {
		return (change) -> change.key().equals(SampleClass.work(id));
	}

	private static <T> T pick(Random random, T[] values) {
		return values[random.nextInt(values.length)];
	}

	private static long collected(ClassGroupPlan plan, EntryKind kind) {
		BalanceRow row = row(plan, kind);
		return row.setAside() + row.read();
	}

	private static BalanceRow row(ClassGroupPlan plan, EntryKind kind) {
		return plan.tallies().get(kind).row(SampleClass.CLASS_7A, kind);
	}

}
