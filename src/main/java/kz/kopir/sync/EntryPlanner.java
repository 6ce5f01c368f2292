package kz.kopir.sync;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import kz.kopir.grading.WantedWork;
import kz.kopir.problem.ProblemCode;
import kz.kopir.roster.Linking;
import kz.kopir.school.PupilId;
import kz.kopir.school.Submission;
import kz.kopir.school.WorkId;
import org.jspecify.annotations.Nullable;

/**
 * Compares one entry and turns the outcome into a change, a problem or nothing. Keeps
 * what it found for the plan of the class group.
 */
final class EntryPlanner {

	/** A refused write is not tried again by a schedule before this time. */
	private static final Duration REFUSAL_STANDS = Duration.ofHours(20);

	private final EntryFacts facts;

	private final SyncPolicy policy;

	private final Map<EntryKind, Tally> tallies;

	private final ProblemNotes notes = new ProblemNotes();

	private final List<Change> changes = new ArrayList<>();

	private final List<Change> adopted = new ArrayList<>();

	private final List<ClassGroupPlan.Settlement> settlements = new ArrayList<>();

	private final Map<String, WorkId> works = new HashMap<>();

	private final Map<String, ItemTally> items = new HashMap<>();

	EntryPlanner(EntryFacts facts, SyncPolicy policy) {
		this.facts = facts;
		this.policy = policy;
		this.tallies = ClassGroupPlan.newTallies(facts.order().run().flow());
	}

	Tally tally(EntryKind kind) {
		return this.tallies.computeIfAbsent(kind, (key) -> new Tally());
	}

	ProblemNotes notes() {
		return this.notes;
	}

	Map<EntryKind, Tally> tallies() {
		return this.tallies;
	}

	List<Change> changes() {
		return this.changes;
	}

	List<Change> adopted() {
		return this.adopted;
	}

	List<ClassGroupPlan.Settlement> settlements() {
		return this.settlements;
	}

	/** Works that stand in the journal, by course and coursework. */
	Map<String, WorkId> works() {
		return this.works;
	}

	/** What became of the grades of each coursework, by course and coursework. */
	Map<String, ItemTally> items() {
		return this.items;
	}

	ItemTally item(EntryKey key) {
		return this.items.computeIfAbsent(key.source(), (source) -> new ItemTally());
	}

	LedgerEntry ledger(EntryKey key) {
		LedgerEntry entry = this.facts.ledger().get(key.text());
		return (entry != null) ? entry : LedgerEntry.none(key);
	}

	/**
	 * Settles unfinished deliveries of an entry by what the journal shows.
	 * @return what the ledger knows afterwards
	 */
	LedgerEntry settle(LedgerEntry entry, @Nullable String now, @Nullable String journalId) {
		LedgerEntry settled = entry;
		for (LedgerEntry.Unfinished unfinished : entry.unfinished()) {
			boolean arrived = unfinished.to().equals(now);
			this.settlements.add(new ClassGroupPlan.Settlement(unfinished.delivery(), arrived, journalId));
			settled = new LedgerEntry(entry.key(), arrived ? now : settled.last(),
					arrived ? journalId : settled.journalId(), List.of(), settled.refusal());
		}
		return settled;
	}

	/** Counts and notes what a person must act on. */
	void refuse(EntryKey key, About about, ProblemCode code) {
		refused(key, code);
		this.notes.add(code, about, key.text());
	}

	/**
	 * Counts and notes a mark of a user who is linked to no pupil. The line names the
	 * user and the pupils that could be meant, by their ids.
	 */
	void refuseUnlinked(EntryKey key, About about, Submission submission, Linking.Unlinked<PupilId> unlinked) {
		refused(key, unlinked.code());
		String suggestions = unlinked.suggestions()
			.stream()
			.map((suggestion) -> "pupil " + suggestion.candidate() + " by " + suggestion.evidence())
			.collect(Collectors.joining(", "));
		this.notes.add(unlinked.code(), about, "classroom user " + submission.pupil(),
				suggestions.isEmpty() ? null : "could be " + suggestions, null);
	}

	/**
	 * The same for an entry of a certain lesson: the journal's edit period is its
	 * deadline.
	 */
	private void refuse(EntryKey key, About about, ProblemCode code, LocalDate lessonDate) {
		refused(key, code);
		this.notes.add(code, about, key.text(), null, this.policy.editPeriod().lastDay(lessonDate).orElse(null));
	}

	private void refused(EntryKey key, ProblemCode code) {
		tally(key.kind()).refused(code.troubleClass());
		if (key.kind().isGraded()) {
			item(key).refused(code);
		}
	}

	/** Counts and notes a mark that a person is to type into the journal. */
	void handOver(EntryKey key, About about, LocalDate lastDay) {
		tally(key.kind()).held();
		item(key).handedOver();
		this.notes.add(ProblemCode.SUMMATIVE_HANDED_OVER, about, key.text(), null, lastDay);
	}

	/** Acts on the outcome of a comparison. */
	void conclude(Comparison outcome, LedgerEntry entry, Proposal proposal, About about) {
		EntryKey key = entry.key();
		HoldCodes codes = HoldCodes.of(key.kind());
		switch (outcome) {
			case NOTHING -> tally(key.kind()).setAside();
			case UNCHANGED -> unchanged(key);
			case ADOPT -> {
				unchanged(key);
				this.adopted.add(proposal.change(key, Change.Action.ADOPT));
			}
			case ADD -> propose(entry, proposal.change(key, Change.Action.ADD), proposal.lessonDate(), about);
			case CHANGE -> propose(entry, proposal.change(key, Change.Action.CHANGE), proposal.lessonDate(), about);
			case OF_ANOTHER -> refuse(key, about, codes.ofAnother(), proposal.lessonDate());
			case CHANGED_BY_HAND -> refuse(key, about, codes.changedByHand(), proposal.lessonDate());
			case REMOVED_BY_HAND -> refuse(key, about, codes.removedByHand(), proposal.lessonDate());
			case WITHDRAWN -> refuse(key, about, codes.withdrawn(), proposal.lessonDate());
		}
	}

	private void propose(LedgerEntry entry, Change change, LocalDate lessonDate, About about) {
		LedgerEntry.Refusal refusal = entry.refusal();
		if (!this.policy.editPeriod().isOpen(lessonDate, this.facts.today())) {
			refuse(change.key(), about, HoldCodes.of(change.key().kind()).editPeriodOver());
		}
		else if (!this.policy.allows(change.key().kind(), change.action())) {
			refuse(change.key(), about.with(Map.of("kind", change.key().kind().code())),
					ProblemCode.WRITING_SWITCHED_OFF);
		}
		else if (refusal != null && !this.facts.order().insist() && refusal.to().equals(change.to())
				&& refusal.at().plus(REFUSAL_STANDS).isAfter(this.facts.now())) {
			refuse(change.key(), About.classGroup(this.facts.order().classGroup()).with(Map.of("answer", "as before")),
					refusal.code());
		}
		else {
			this.changes.add(change);
			if (change.key().kind().isGraded()) {
				item(change.key()).planned(change.key());
			}
		}
	}

	private void unchanged(EntryKey key) {
		tally(key.kind()).unchanged();
		if (key.kind().isGraded()) {
			item(key).standing();
		}
	}

	/**
	 * What would be written.
	 *
	 * @param from what stands in the journal, or null
	 * @param to what shall stand there; empty when nothing is wanted
	 * @param lessonDate day of the lesson on which it stands
	 * @param reason the rule that wants it
	 * @param journalId the journal's id of what stands there, or null
	 * @param work the wanted work, for a work
	 * @param pupil whose mark, for a mark
	 * @param fingerprint of the source's record
	 */
	record Proposal(@Nullable String from, String to, LocalDate lessonDate, String reason, @Nullable String journalId,
			@Nullable WantedWork work, @Nullable PupilId pupil, String fingerprint) {

		/** Nothing is wanted, so nothing can come of it but a problem. */
		static Proposal nothing(LocalDate day) {
			return new Proposal(null, "", day, "", null, null, null, "");
		}

		Change change(EntryKey key, Change.Action action) {
			return new Change(key, action, this.from, this.to, this.reason, this.journalId, this.work, this.pupil,
					this.fingerprint);
		}

	}

}
