package kz.kopir.sync;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import kz.kopir.grading.Judgement;
import kz.kopir.policy.SchoolPolicy;
import kz.kopir.problem.ProblemCode;
import kz.kopir.roster.Linking;
import kz.kopir.school.CriteriaSection;
import kz.kopir.school.PupilId;
import kz.kopir.school.Submission;
import kz.kopir.summative.JudgedSummative;
import kz.kopir.summative.SummativeNames;
import org.jspecify.annotations.Nullable;

/**
 * Plans the scores of one БЖБ or ТЖБ.
 */
final class SummativeScores {

	private final ClassGroupFacts facts;

	private final SummativeFacts summatives;

	private final SyncPolicy policy;

	private final EntryPlanner entries;

	private final CriteriaView journal;

	private final SummativeFound found;

	private final JudgedSummative judged;

	private final About about;

	private final List<SummativeItem.Score> scores = new ArrayList<>();

	private int handedIn;

	SummativeScores(ClassGroupFacts facts, SyncPolicy policy, EntryPlanner entries, CriteriaView journal,
			SummativeFound found, JudgedSummative judged) {
		this.facts = facts;
		this.summatives = facts.summatives();
		this.policy = policy;
		this.entries = entries;
		this.journal = journal;
		this.found = found;
		this.judged = judged;
		this.about = about();
	}

	private About about() {
		Map<String, String> details = new HashMap<>();
		details.put("publishBy", this.judged.clocks().lastDay().toString());
		details.put("approvers", String.join(", ", new TreeSet<>(this.summatives.publication().lateApprovers())));
		details.put("summative", SummativeNames.of(this.judged));
		if (this.judged.section() instanceof Judgement.Refused<CriteriaSection> refused) {
			details.putAll(refused.details());
		}
		return About
			.coursework(this.found.course(), this.facts.order().classGroup(), this.found.work().coursework(),
					this.facts.zone())
			.with(details);
	}

	private @Nullable LocalDate lastDay() {
		return this.judged.clocks().runsUntil(this.facts.now(), this.facts.zone());
	}

	/** All that is known of the work, once its submissions were planned. */
	SummativeItem item() {
		return new SummativeItem(this.found, this.judged, this.handedIn, List.copyOf(this.scores), this.about);
	}

	/**
	 * Plans one submission.
	 * @param claims how many works give one pupil a grade for one cell
	 * @param visited keys that were judged; this one is added
	 */
	void plan(Submission submission, Linking<PupilId> link, Map<CriteriaView.Cell, Integer> claims,
			Set<String> visited) {
		if (submission.state() == Submission.State.TURNED_IN && submission.assignedGrade() == null) {
			this.handedIn++;
		}
		PupilId pupil = (link instanceof Linking.Linked<PupilId> linked) ? linked.link()
				: new PupilId("classroom-" + submission.pupil());
		EntryKey key = EntryKey.summative(this.found.course().course().id(), submission.coursework(), pupil);
		Judgement<Integer> score = this.summatives.rules().score(this.judged, submission);
		if (!visited.add(key.text())) {
			this.entries.refuse(key, this.about.with(Map.of("record", submission.id())),
					ProblemCode.SOURCE_RECORD_TWICE, lastDay());
		}
		else if (this.summatives.criteria().trouble() != null) {
			unreadable(key, score);
		}
		else if (score instanceof Judgement.Refused<Integer> refused) {
			this.entries.refuse(key, this.about.with(refused.details())
				.with(Map.of("record", submission.id(), "fault", "has a state that this version does not know")),
					refused.code(), lastDay());
		}
		else if (link instanceof Linking.Unlinked<PupilId> unlinked) {
			unlinked(key, submission, unlinked, score);
		}
		else if (this.judged.section() instanceof Judgement.Wanted<CriteriaSection> section) {
			compare(key, new CriteriaView.Cell(section.value().id(), pupil), score, submission, claims);
		}
		else {
			// no grade, and no place where one could stand
			this.entries.tally(EntryKind.SUMMATIVE).setAside();
		}
	}

	/** What stands in the journal is not known, so nothing is compared. */
	private void unreadable(EntryKey key, Judgement<Integer> score) {
		if (score instanceof Judgement.SetAside<Integer>) {
			this.entries.tally(EntryKind.SUMMATIVE).setAside();
			return;
		}
		this.entries.refuse(key,
				About.classGroup(this.facts.order().classGroup())
					.with(Map.of("answer", String.valueOf(this.summatives.criteria().trouble()))),
				ProblemCode.CRITERIA_JOURNAL_UNREADABLE, lastDay());
	}

	private void unlinked(EntryKey key, Submission submission, Linking.Unlinked<PupilId> unlinked,
			Judgement<Integer> score) {
		if (score instanceof Judgement.Wanted<Integer>) {
			this.entries.refuseUnlinked(key, About.course(this.found.course(), this.facts.order().classGroup()),
					submission, unlinked, lastDay());
		}
		else {
			this.entries.tally(EntryKind.SUMMATIVE).setAside();
		}
	}

	private void compare(EntryKey key, CriteriaView.Cell cell, Judgement<Integer> score, Submission submission,
			Map<CriteriaView.Cell, Integer> claims) {
		List<String> standing = this.journal.of(cell);
		if (standing.size() > 1) {
			this.entries.refuse(key, this.about, ProblemCode.TWICE_IN_JOURNAL, lastDay());
			return;
		}
		if (claims.getOrDefault(cell, 0) > 1) {
			this.entries.refuse(key, this.about, ProblemCode.SUMMATIVE_TWICE, lastDay());
			return;
		}
		String now = standing.isEmpty() ? null : standing.get(0);
		LedgerEntry entry = this.entries.settle(this.entries.ledger(key), now, cell.section());
		if (!(score instanceof Judgement.Wanted<Integer> wanted)) {
			Comparison outcome = (score instanceof Judgement.Pending<Integer>) ? Comparison.keeping(entry.last(), now)
					: Comparison.of(entry.last(), now, null);
			this.entries.conclude(outcome, entry, EntryPlanner.Proposal.nothing(lastDay()), this.about);
			return;
		}
		String to = String.valueOf(wanted.value());
		Comparison outcome = Comparison.of(entry.last(), now, to);
		SummativeItem.State state = conclude(outcome, entry,
				new EntryPlanner.Proposal(now, to, this.found.work().held(), lastDay(), wanted.reason(), cell.section(),
						null, cell.pupil(), Fingerprint.of(submission, this.found.work().coursework())));
		this.scores.add(new SummativeItem.Score(cell.pupil(), wanted.value(),
				(now != null) ? Integer.valueOf(now) : null, state));
	}

	private SummativeItem.State conclude(Comparison outcome, LedgerEntry entry, EntryPlanner.Proposal proposal) {
		boolean write = outcome == Comparison.ADD || outcome == Comparison.CHANGE;
		// past the journal's own lock nobody can type it either
		if (!write || !this.policy.editPeriod().isOpen(this.found.work().held(), this.facts.today())) {
			this.entries.conclude(outcome, entry, proposal, this.about);
			return write ? SummativeItem.State.HELD : SummativeItem.State.of(outcome);
		}
		if (this.judged.clocks().isLate(this.facts.now()) && !wasInTheWorkbook(entry, proposal)
				&& !wasLetThrough(entry, proposal)) {
			if (this.summatives.publication().late() == SchoolPolicy.Late.HOLD) {
				this.entries.refuse(entry.key(), this.about, ProblemCode.SUMMATIVE_LATE, lastDay());
				return SummativeItem.State.LATE;
			}
			this.entries.notes().add(ProblemCode.SUMMATIVE_PUBLISHED_LATE, this.about, entry.key().text());
		}
		if (!this.policy.allows(EntryKind.SUMMATIVE,
				(outcome == Comparison.ADD) ? Change.Action.ADD : Change.Action.CHANGE)) {
			this.entries.handOver(entry.key(), this.about, lastDay());
			return SummativeItem.State.HANDED_OVER;
		}
		this.entries.conclude(outcome, entry, proposal, this.about);
		return SummativeItem.State.PLANNED;
	}

	/** It came in time, and is only not typed yet. */
	private boolean wasInTheWorkbook(LedgerEntry entry, EntryPlanner.Proposal proposal) {
		return proposal.to().equals(this.summatives.handedOver().get(entry.key().text()));
	}

	/** A person let exactly this score through. */
	private boolean wasLetThrough(LedgerEntry entry, EntryPlanner.Proposal proposal) {
		return proposal.to().equals(this.summatives.letThrough().get(entry.key().text()));
	}

}
