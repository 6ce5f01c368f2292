package kz.kopir.sync;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import kz.kopir.problem.ProblemCode;
import kz.kopir.school.WorkId;
import org.jspecify.annotations.Nullable;

/**
 * The plan of one class group: its changes, what was found out about unfinished
 * deliveries, and what it has to tell.
 *
 * @param order what it is the plan of
 * @param changes what shall be written: works before marks, each in the order of its key
 * @param adopted what stands in the journal as wanted and is taken over into the ledger
 * @param settlements what became of unfinished deliveries
 * @param works the works that stand in the journal already, by course and coursework
 * @param notes problems found
 * @param control what it knows of the results of all forms of control
 * @param tallies counts by kind; the changes are not in them yet
 * @param waits why the plan may not run by itself, or null
 * @param complete whether every course was read to its end
 */
record ClassGroupPlan(ClassGroupOrder order, List<Change> changes, List<Change> adopted, List<Settlement> settlements,
		Map<String, WorkId> works, ProblemNotes notes, ControlFacts control, Map<EntryKind, Tally> tallies,
		@Nullable ProblemCode waits, boolean complete) {

	static Map<EntryKind, Tally> newTallies(String flow) {
		Map<EntryKind, Tally> tallies = new EnumMap<>(EntryKind.class);
		for (EntryKind kind : EntryKind.ofFlow(flow)) {
			tallies.put(kind, new Tally());
		}
		return tallies;
	}

	@Override
	public String toString() {
		return "ClassGroupPlan[" + this.order + ", " + this.changes.size() + " changes]";
	}

	/**
	 * What became of an unfinished delivery.
	 *
	 * @param delivery its id
	 * @param arrived whether the journal shows it
	 * @param journalId the journal's id, or null
	 */
	record Settlement(String delivery, boolean arrived, @Nullable String journalId) {
	}

}
