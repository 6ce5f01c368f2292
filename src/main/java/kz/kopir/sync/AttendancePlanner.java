package kz.kopir.sync;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import kz.kopir.attendance.LessonAttendance;
import kz.kopir.attendance.LessonAttendance.Outcome;
import kz.kopir.attendance.LessonAttendance.PupilAttendance;
import kz.kopir.journal.JournalAttendance;
import kz.kopir.problem.ProblemCode;
import kz.kopir.school.AttendanceStatus;
import kz.kopir.school.ClassGroup;
import kz.kopir.school.Pupil;
import kz.kopir.sync.AttendanceGroups.JudgedLesson;
import org.jspecify.annotations.Nullable;

/**
 * Makes the plan of a class group's attendance: compares what was judged with what was
 * delivered and what the journal holds. Without I/O and clock.
 */
final class AttendancePlanner {

	private static final String PRESENT = AttendanceStatus.PRESENT.code();

	private final EntryFacts facts;

	private final SyncPolicy policy;

	private final EntryPlanner entries;

	private final Map<String, String> standing = new HashMap<>();

	private final List<AttendanceEvidence> evidence = new ArrayList<>();

	AttendancePlanner(EntryFacts facts, SyncPolicy policy, List<JournalAttendance> journal) {
		this.facts = facts;
		this.policy = policy;
		this.entries = new EntryPlanner(facts, policy);
		journal.forEach((entry) -> this.standing.put(EntryKey.attendance(entry.lesson(), entry.pupil()).text(),
				AttendanceStanding.value(entry)));
	}

	ClassGroupPlan plan(List<JudgedLesson> lessons) {
		lessons.forEach(this::plan);
		List<Change> changes = new ArrayList<>(this.entries.changes());
		changes.sort(Comparator.comparing((Change change) -> change.key().text()));
		return new ClassGroupPlan(this.facts.order(), List.copyOf(changes), List.copyOf(this.entries.adopted()),
				List.copyOf(this.entries.settlements()), Map.of(), this.entries.notes(), ControlFacts.none(),
				this.entries.tallies(), waits(changes), true);
	}

	/** Why entries are as they are. */
	List<AttendanceEvidence> evidence() {
		return this.evidence;
	}

	private @Nullable ProblemCode waits(List<Change> changes) {
		if (changes.isEmpty()) {
			return null;
		}
		if (this.policy.approval() == SyncPolicy.Approval.ALWAYS) {
			return ProblemCode.PLAN_AWAITS_APPROVAL;
		}
		int changed = (int) changes.stream().filter((change) -> change.action() == Change.Action.CHANGE).count();
		return this.policy.brakes(changed, this.standing.size()) ? ProblemCode.PLAN_BRAKED : null;
	}

	private void plan(JudgedLesson judged) {
		ClassGroup group = this.facts.order().classGroup();
		AttendedLesson lesson = judged.lesson();
		About about = About.lesson(group, lesson.slot().lesson(), lesson.subject());
		LessonAttendance attendance = judged.attendance();
		this.entries.tally(EntryKind.ATTENDANCE).collected(lesson.pupils().size());
		for (Pupil pupil : lesson.pupils()) {
			PupilAttendance of = attendance.pupils().get(pupil.id());
			if (of == null) {
				throw new IllegalStateException(
						"Lesson " + lesson.slot().lesson().id() + " was judged without pupil " + pupil.id());
			}
			EntryKey key = EntryKey.attendance(lesson.slot().lesson().id(), pupil.id());
			plan(key, lesson, pupil, of, about.with(share(attendance)).with(when(lesson)));
			keep(key, of);
		}
		attendance.unmatched()
			.forEach((row) -> this.entries.notes()
				.add(ProblemCode.PARTICIPANT_NOT_LINKED, about, "meeting " + row.meeting() + " row " + row.position(),
						suggestions(row), lastDay(lesson)));
	}

	private @Nullable LocalDate lastDay(AttendedLesson lesson) {
		return this.entries.lastDay(lesson.slot().lesson().date());
	}

	private void plan(EntryKey key, AttendedLesson lesson, Pupil pupil, PupilAttendance of, About about) {
		LedgerEntry before = this.entries.ledger(key);
		LedgerEntry entry = this.entries.settle(before, AttendanceStanding.now(this.standing, key, wanted(before)),
				null);
		String now = AttendanceStanding.now(this.standing, key, entry.last());
		Outcome outcome = of.outcome();
		if (outcome instanceof Outcome.Wanted wanted && wanted.status() != AttendanceStatus.PRESENT) {
			String to = wanted.status().code();
			this.entries.conclude(Comparison.of(entry.last(), now, to), entry,
					new EntryPlanner.Proposal(now, to, lesson.slot().lesson().date(), lastDay(lesson), wanted.reason(),
							null, null, pupil.id(), Fingerprint.of(lesson, of)),
					about);
		}
		else if (outcome instanceof Outcome.Held held) {
			hold(key, held.code(), entry, now, about, lastDay(lesson));
		}
		else if (outcome instanceof Outcome.Pending) {
			this.entries.conclude(Comparison.keeping(entry.last(), now), entry,
					EntryPlanner.Proposal.nothing(lastDay(lesson)), about);
		}
		else {
			present(entry, now, lesson, pupil, of, about);
		}
	}

	/** What a person set by hand answers the question. */
	private void hold(EntryKey key, ProblemCode code, LedgerEntry entry, @Nullable String now, About about,
			@Nullable LocalDate lastDay) {
		if (entry.last() == null && now != null) {
			this.entries.tally(EntryKind.ATTENDANCE).unchanged();
		}
		else {
			this.entries.refuse(key, about, code, lastDay);
		}
	}

	/**
	 * Nothing needs to stand in the journal for a pupil who was there, and what a person
	 * put there is not touched. Only what the gateway itself wrote is corrected.
	 */
	private void present(LedgerEntry entry, @Nullable String now, AttendedLesson lesson, Pupil pupil,
			PupilAttendance of, About about) {
		if (entry.last() == null) {
			this.entries.tally(EntryKind.ATTENDANCE).unchanged();
			return;
		}
		this.entries.conclude(Comparison.of(entry.last(), now, PRESENT), entry,
				new EntryPlanner.Proposal(now, PRESENT, lesson.slot().lesson().date(), lastDay(lesson), "present", null,
						null, pupil.id(), Fingerprint.of(lesson, of)),
				about);
	}

	private void keep(EntryKey key, PupilAttendance of) {
		if (of.outcome() instanceof Outcome.Blank || of.outcome() instanceof Outcome.Pending) {
			return;
		}
		this.evidence.add(new AttendanceEvidence(key.text(), of.state().name().toLowerCase(Locale.ROOT),
				of.seenSeconds(), of.lengthSeconds(), of.firstJoin(), of.lastLeave(), String.join(" ", of.evidence()),
				of.meetings().stream().map((meeting) -> meeting.value()).collect(Collectors.joining(" "))));
	}

	private static @Nullable String wanted(LedgerEntry before) {
		return before.unfinished().isEmpty() ? before.last()
				: before.unfinished().get(before.unfinished().size() - 1).to();
	}

	private static Map<String, String> when(AttendedLesson lesson) {
		return Map.of("time", "lesson " + lesson.slot().lesson().number());
	}

	private static Map<String, String> share(LessonAttendance attendance) {
		return Map.of("share",
				attendance.notSeenShare().movePointRight(2).setScale(0, RoundingMode.HALF_UP).toString());
	}

	private static @Nullable String suggestions(LessonAttendance.Unmatched row) {
		String suggestions = row.suggestions()
			.stream()
			.map((suggestion) -> "pupil " + suggestion.pupil() + " by " + suggestion.evidence())
			.collect(Collectors.joining(", "));
		return suggestions.isEmpty() ? null : "could be " + suggestions;
	}

}
