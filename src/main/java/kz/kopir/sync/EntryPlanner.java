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

	private final Map<String, Hold> heldWorks = new HashMap<>();

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

	/**
	 * Until when the journal takes an entry of a lesson; null without limit, and when
	 * that is over.
	 */
	@Nullable LocalDate lastDay(LocalDate lessonDate) {
		return this.policy.editPeriod()
			.lastDay(lessonDate)
			.filter((day) -> !day.isBefore(this.facts.today()))
			.orElse(null);
	}

	/**
	 * Counts and notes what a person must act on.
	 * @param lastDay last day on which it can be mended, or null
	 */
	void refuse(EntryKey key, About about, ProblemCode code, @Nullable LocalDate lastDay) {
		refused(key, code);
		About of = about.forCode(code);
		this.notes.add(code, of, key.text(), null, lastDay);
		if (key.kind() == EntryKind.WORK) {
			this.heldWorks.put(key.source(), new Hold(code, of, lastDay));
		}
	}

	/**
	 * A mark whose work does not come into the journal waits for what the work waits for:
	 * that is one matter and not two.
	 */
	void refuseWithItsWork(EntryKey mark, About about, @Nullable LocalDate lastDay) {
		Hold work = this.heldWorks.get(mark.source());
		if (work == null) {
			refuse(mark, about, ProblemCode.WORK_NOT_IN_JOURNAL, lastDay);
		}
		else {
			refuse(mark, work.about(), work.code(), work.lastDay());
		}
	}

	/**
	 * Counts and notes a mark of a user who is linked to no pupil. The line names the
	 * user and the pupils that could be meant, by their ids.
	 */
	void refuseUnlinked(EntryKey key, About about, Submission submission, Linking.Unlinked<PupilId> unlinked,
			@Nullable LocalDate lastDay) {
		refused(key, unlinked.code());
		String suggestions = unlinked.suggestions()
			.stream()
			.map((suggestion) -> "pupil " + suggestion.candidate() + " by " + suggestion.evidence())
			.collect(Collectors.joining(", "));
		this.notes.add(unlinked.code(), about, "classroom user " + submission.pupil(),
				suggestions.isEmpty() ? null : "could be " + suggestions, lastDay);
	}

	private void refused(EntryKey key, ProblemCode code) {
		tally(key.kind()).refused(code.troubleClass());
		if (key.kind().isGraded()) {
			item(key).refused(code);
		}
	}

	/** Counts and notes a mark that a person is to type into the journal. */
	void handOver(EntryKey key, About about, @Nullable LocalDate lastDay) {
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
			case OF_ANOTHER -> refuse(key, about, codes.ofAnother(), proposal.lastDay());
			case CHANGED_BY_HAND -> refuse(key, about, codes.changedByHand(), proposal.lastDay());
			case REMOVED_BY_HAND -> refuse(key, about, codes.removedByHand(), proposal.lastDay());
			case WITHDRAWN -> refuse(key, about, codes.withdrawn(), proposal.lastDay());
		}
	}

	private void propose(LedgerEntry entry, Change change, LocalDate lessonDate, About about) {
		LedgerEntry.Refusal refusal = entry.refusal();
		if (!this.policy.editPeriod().isOpen(lessonDate, this.facts.today())) {
			refuse(change.key(), about, HoldCodes.of(change.key().kind()).editPeriodOver(), null);
		}
		else if (!this.policy.allows(change.key().kind(), change.action())) {
			refuse(change.key(), about.allOf(change.key().kind(), this.facts.order().classGroup()),
					ProblemCode.WRITING_SWITCHED_OFF, change.lastDay());
		}
		else if (refusal != null && !this.facts.order().insist() && refusal.to().equals(change.to())
				&& refusal.at().plus(REFUSAL_STANDS).isAfter(this.facts.now())) {
			refuse(change.key(), About.classGroup(this.facts.order().classGroup()).with(Map.of("answer", "as before")),
					refusal.code(), change.lastDay());
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
	 * @param lastDay last day on which it can be mended, or null
	 * @param reason the rule that wants it
	 * @param journalId the journal's id of what stands there, or null
	 * @param work the wanted work, for a work
	 * @param pupil whose mark, for a mark
	 * @param fingerprint of the source's record
	 */
	record Proposal(@Nullable String from, String to, LocalDate lessonDate, @Nullable LocalDate lastDay, String reason,
			@Nullable String journalId, @Nullable WantedWork work, @Nullable PupilId pupil, String fingerprint) {

		/**
		 * Nothing is wanted, so nothing can come of it but a problem.
		 * @param lastDay last day on which it can be mended, or null
		 */
		static Proposal nothing(@Nullable LocalDate lastDay) {
			return new Proposal(null, "", LocalDate.EPOCH, lastDay, "", null, null, null, "");
		}

		Change change(EntryKey key, Change.Action action) {
			return new Change(key, action, this.from, this.to, this.reason, this.journalId, this.work, this.pupil,
					this.fingerprint, this.lastDay);
		}

	}

	/**
	 * Why a work does not come into the journal.
	 */
	private record Hold(ProblemCode code, About about, @Nullable LocalDate lastDay) {
	}

}
