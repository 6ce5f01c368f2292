package kz.kopir.sync;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import kz.kopir.grading.CourseworkJudgement;
import kz.kopir.grading.Grading;
import kz.kopir.grading.Judgement;
import kz.kopir.grading.WantedWork;
import kz.kopir.journal.JournalMark;
import kz.kopir.journal.JournalWork;
import kz.kopir.problem.ProblemCode;
import kz.kopir.roster.Linking;
import kz.kopir.school.ClassroomUserId;
import kz.kopir.school.CourseContent;
import kz.kopir.school.Coursework;
import kz.kopir.school.CourseworkId;
import kz.kopir.school.PupilId;
import kz.kopir.school.Submission;
import kz.kopir.school.WorkId;
import org.jspecify.annotations.Nullable;

/**
 * Plans the entries of one course: its works first, then the marks that stand on them.
 */
final class CoursePlanner {

	private final ClassGroupFacts facts;

	private final LinkedCourse course;

	private final CourseContent content;

	private final Grading grading;

	private final JournalView journal;

	private final EntryPlanner entries;

	private final Map<ClassroomUserId, Linking<PupilId>> links;

	private final Map<CourseworkId, Standing> standings = new HashMap<>();

	private final Set<String> visited = new HashSet<>();

	private final Set<String> otherDays = new HashSet<>();

	private final List<GradedCoursework> graded = new ArrayList<>();

	CoursePlanner(ClassGroupFacts facts, LinkedCourse course, CourseContent content, Grading grading,
			JournalView journal, EntryPlanner entries, Map<ClassroomUserId, Linking<PupilId>> links) {
		this.facts = facts;
		this.course = course;
		this.content = content;
		this.grading = grading;
		this.journal = journal;
		this.entries = entries;
		this.links = links;
	}

	void plan() {
		this.content.coursework().forEach(this::planWork);
		Set<String> twice = submittedTwice();
		this.content.submissions().forEach((submission) -> planMark(submission, twice));
	}

	/**
	 * Keys that were judged here; what the ledger knows beyond them is gone at the
	 * source.
	 */
	Set<String> visited() {
		return this.visited;
	}

	/**
	 * Courseworks, as {@link EntryKey#source()}, that are not of the days that were read,
	 * or that a person keeps out of the journal.
	 */
	Set<String> otherDays() {
		return this.otherDays;
	}

	/** The graded courseworks that were looked at. */
	List<GradedCoursework> graded() {
		return this.graded;
	}

	private void addGraded(CourseworkJudgement judged) {
		Coursework coursework = judged.coursework();
		if (coursework.isGraded() && coursework.state() == Coursework.State.PUBLISHED) {
			int handedIn = (int) this.content.submissions()
				.stream()
				.filter((submission) -> submission.coursework().equals(coursework.id())
						&& submission.state() == Submission.State.TURNED_IN && submission.assignedGrade() == null)
				.count();
			String excluded = (judged.work() instanceof Judgement.SetAside<WantedWork> aside
					&& !aside.reason().equals(Grading.SUMMATIVE)) ? aside.reason() : null;
			this.graded.add(new GradedCoursework(this.course, coursework, judged.kind(),
					(judged.work() instanceof Judgement.Wanted<WantedWork> wanted) ? wanted.value().lessonDate() : null,
					handedIn, excluded));
		}
	}

	private void planWork(Coursework coursework) {
		CourseworkJudgement judged = this.grading.judge(coursework, this.facts.order().classGroup(),
				this.course.subject(), this.facts.journal().lessons(), this.facts.journal().question().from(),
				this.facts.journal().question().to());
		EntryKey key = EntryKey.work(coursework.course(), coursework.id());
		this.visited.add(key.text());
		About about = about(coursework);
		LedgerEntry before = this.entries.ledger(key);
		LocalDate lastDay = lastDay(judged, before);
		if (this.facts.excluded().contains(key.source())) {
			// a person decided: what stands in the journal stays, nothing more comes
			this.entries.tally(EntryKind.WORK).setAside();
			this.otherDays.add(key.source());
			this.standings.put(coursework.id(), Standing.outsideWindow(judged, about));
			return;
		}
		if (judged.work() instanceof Judgement.SetAside<WantedWork> aside && aside.reason().equals(Grading.SUMMATIVE)) {
			this.entries.tally(EntryKind.WORK).setAside();
			this.visited.remove(key.text());
			addGraded(judged);
			this.standings.put(coursework.id(), Standing.outsideWindow(judged, about));
			return;
		}
		if (judged.work() instanceof Judgement.SetAside<WantedWork> aside
				&& Grading.OUTSIDE_WINDOW.contains(aside.reason()) || isOutsideWindow(before)) {
			this.entries.tally(EntryKind.WORK).setAside();
			this.otherDays.add(key.source());
			this.standings.put(coursework.id(), Standing.outsideWindow(judged, about));
			return;
		}
		addGraded(judged);
		List<JournalWork> found = this.journal.worksOf(journalId(before), coursework.link());
		if (found.size() > 1) {
			this.entries.refuse(key, about, ProblemCode.TWICE_IN_JOURNAL, lastDay);
			this.standings.put(coursework.id(), Standing.twice(judged, about, lastDay));
			return;
		}
		JournalWork standing = found.isEmpty() ? null : found.get(0);
		String now = (standing != null) ? this.journal.valueOf(standing) : null;
		LedgerEntry entry = this.entries.settle(before, now, (standing != null) ? standing.id().value() : null);
		int changesBefore = this.entries.changes().size();
		if (judged.work() instanceof Judgement.Refused<WantedWork> refused) {
			this.entries.refuse(key, about.with(refused.details()).with(kinds(judged)), refused.code(), lastDay);
		}
		else if (judged.work() instanceof Judgement.Wanted<WantedWork> wanted) {
			String to = WorkValue.of(wanted.value());
			this.entries.conclude(Comparison.of(entry.last(), now, to), entry,
					new EntryPlanner.Proposal(now, to, wanted.value().lessonDate(), lastDay, wanted.reason(),
							(standing != null) ? standing.id().value() : null, wanted.value(), null,
							Fingerprint.of(coursework)),
					about);
		}
		else {
			this.entries.conclude(Comparison.of(entry.last(), now, null), entry, EntryPlanner.Proposal.nothing(lastDay),
					about);
		}
		if (standing != null) {
			this.entries.works().put(key.source(), standing.id());
		}
		boolean added = this.entries.changes().size() > changesBefore;
		this.standings.put(coursework.id(),
				new Standing(judged, (standing != null) ? standing.id() : null, added, false, false, about, lastDay));
	}

	private void planMark(Submission submission, Set<String> twice) {
		Standing standing = this.standings.get(submission.coursework());
		Tally tally = this.entries.tally(EntryKind.MARK);
		if (standing == null || standing.outsideWindow()) {
			// made after the coursework was listed, or not of these days: a later run;
			// or kept out of the journal by a person
			tally.setAside();
			return;
		}
		Linking<PupilId> link = this.links.get(submission.pupil());
		PupilId pupil = (link instanceof Linking.Linked<PupilId> linked) ? linked.link() : null;
		EntryKey key = EntryKey.mark(this.course.course().id(), submission.coursework(),
				(pupil != null) ? pupil : new PupilId("classroom-" + submission.pupil()));
		this.visited.add(key.text());
		Judgement<Integer> judged = this.grading.mark(standing.judged(), submission);
		if (judged instanceof Judgement.Refused<Integer> refused) {
			this.entries.refuse(key, standing.about().with(refused.details()).with(kinds(standing.judged())),
					refused.code(), standing.lastDay());
		}
		else if (link instanceof Linking.Unlinked<PupilId> unlinked) {
			if (judged instanceof Judgement.Wanted<Integer>) {
				this.entries.refuseUnlinked(key, About.course(this.course, this.facts.order().classGroup()), submission,
						unlinked, standing.lastDay());
			}
			else {
				tally.setAside();
			}
		}
		else if (twice.contains(key.text())) {
			this.entries.refuse(key, standing.about().with(Map.of("record", submission.id())),
					ProblemCode.SOURCE_RECORD_TWICE, standing.lastDay());
		}
		else if (standing.twice()) {
			holdOnTwice(key, judged, standing);
		}
		else if (pupil != null) {
			compareMark(key, pupil, judged, standing, submission);
		}
		else {
			throw new IllegalStateException("No linking for user " + submission.pupil());
		}
	}

	/** On which of the two works a mark stands cannot be said, so nothing is settled. */
	private void holdOnTwice(EntryKey key, Judgement<Integer> judged, Standing standing) {
		LedgerEntry entry = this.entries.ledger(key);
		if (judged instanceof Judgement.Wanted<Integer> || entry.last() != null || !entry.unfinished().isEmpty()) {
			this.entries.refuse(key, standing.about(), ProblemCode.TWICE_IN_JOURNAL, standing.lastDay());
		}
		else {
			this.entries.tally(EntryKind.MARK).setAside();
		}
	}

	private void compareMark(EntryKey key, PupilId pupil, Judgement<Integer> judged, Standing standing,
			Submission submission) {
		List<JournalMark> marks = this.journal.marksOf(standing.work(), pupil);
		if (marks.size() > 1) {
			this.entries.refuse(key, standing.about(), ProblemCode.TWICE_IN_JOURNAL, standing.lastDay());
			return;
		}
		String now = marks.isEmpty() ? null : marks.get(0).value();
		String journalId = marks.isEmpty() ? null : marks.get(0).id();
		LedgerEntry entry = this.entries.settle(this.entries.ledger(key), now, journalId);
		if (judged instanceof Judgement.Wanted<Integer> wanted) {
			String to = String.valueOf(wanted.value());
			Comparison outcome = Comparison.of(entry.last(), now, to);
			if (outcome == Comparison.ADD && standing.work() == null && !standing.added()) {
				this.entries.refuseWithItsWork(key, standing.about(), standing.lastDay());
				return;
			}
			this.entries.conclude(outcome, entry,
					new EntryPlanner.Proposal(now, to, lessonDate(standing), standing.lastDay(), wanted.reason(),
							journalId, null, pupil, Fingerprint.of(submission, standing.judged().coursework())),
					standing.about());
		}
		else {
			Comparison outcome = (judged instanceof Judgement.Pending<Integer>) ? Comparison.keeping(entry.last(), now)
					: Comparison.of(entry.last(), now, null);
			this.entries.conclude(outcome, entry, EntryPlanner.Proposal.nothing(standing.lastDay()), standing.about());
		}
	}

	private LocalDate lessonDate(Standing standing) {
		if (standing.judged().work() instanceof Judgement.Wanted<WantedWork> wanted) {
			return wanted.value().lessonDate();
		}
		return this.facts.today();
	}

	/** Until when the journal takes something on the lesson of a work, if it is known. */
	private @Nullable LocalDate lastDay(CourseworkJudgement judged, LedgerEntry before) {
		if (judged.work() instanceof Judgement.Wanted<WantedWork> wanted) {
			return this.entries.lastDay(wanted.value().lessonDate());
		}
		String last = before.last();
		return (last != null) ? this.entries.lastDay(WorkValue.lessonDate(last)) : null;
	}

	/** A run over fewer days than an earlier one must not take the rest for removed. */
	private boolean isOutsideWindow(LedgerEntry entry) {
		if (entry.last() == null) {
			return false;
		}
		LocalDate day = WorkValue.lessonDate(entry.last());
		return day.isBefore(this.facts.journal().question().from())
				|| day.isAfter(this.facts.journal().question().to());
	}

	private static @Nullable String journalId(LedgerEntry entry) {
		return entry.unfinished()
			.stream()
			.map(LedgerEntry.Unfinished::journalId)
			.filter((id) -> id != null)
			.findFirst()
			.orElse(entry.journalId());
	}

	private static Map<String, String> kinds(CourseworkJudgement judged) {
		return Map.of("kinds", judged.kind().name(), "record", judged.coursework().id().value(), "fault",
				"has a value that this version does not know");
	}

	private Set<String> submittedTwice() {
		Set<String> seen = new HashSet<>();
		Set<String> twice = new HashSet<>();
		for (Submission submission : this.content.submissions()) {
			if (this.links.get(submission.pupil()) instanceof Linking.Linked<PupilId> linked) {
				String key = EntryKey.mark(this.course.course().id(), submission.coursework(), linked.link()).text();
				if (!seen.add(key)) {
					twice.add(key);
				}
			}
		}
		return twice;
	}

	private About about(Coursework coursework) {
		return About.coursework(this.course, this.facts.order().classGroup(), coursework, this.facts.zone());
	}

	/**
	 * How a coursework stands, for the marks on it.
	 *
	 * @param judged the judgement
	 * @param work the journal's work, or null when none stands there
	 * @param added whether the plan puts one there
	 * @param outsideWindow whether it is of other days than the run's
	 * @param twice whether the journal holds more than one work of it
	 * @param about for problems
	 * @param lastDay last day on which the journal takes something there, or null
	 */
	private record Standing(CourseworkJudgement judged, @Nullable WorkId work, boolean added, boolean outsideWindow,
			boolean twice, About about, @Nullable LocalDate lastDay) {

		static Standing outsideWindow(CourseworkJudgement judged, About about) {
			return new Standing(judged, null, false, true, false, about, null);
		}

		static Standing twice(CourseworkJudgement judged, About about, @Nullable LocalDate lastDay) {
			return new Standing(judged, null, false, false, true, about, lastDay);
		}

	}

}
