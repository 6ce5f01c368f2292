package kz.kopir.sync;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

import kz.kopir.problem.Problem;
import kz.kopir.school.ClassGroupId;

/**
 * Compares two plans that were made of the same facts under two policies. Without I/O and
 * clock.
 */
final class PolicyComparison {

	private static final String NOTHING = "nothing to do";

	private PolicyComparison() {
	}

	/** The differences, in the order of the entries. */
	static List<PolicyDifference> of(ClassGroupPlan now, ClassGroupPlan then) {
		Map<String, String> before = outcomes(now);
		Map<String, String> after = outcomes(then);
		TreeSet<String> entries = new TreeSet<>(before.keySet());
		entries.addAll(after.keySet());
		List<PolicyDifference> differences = new ArrayList<>();
		for (String entry : entries) {
			String one = before.getOrDefault(entry, NOTHING);
			String other = after.getOrDefault(entry, NOTHING);
			if (!Objects.equals(one, other)) {
				differences.add(new PolicyDifference(now.order().classGroup().id().value(), entry, one, other));
			}
		}
		return differences;
	}

	private static Map<String, String> outcomes(ClassGroupPlan plan) {
		Map<String, TreeSet<String>> outcomes = new TreeMap<>();
		plan.changes()
			.forEach((change) -> add(outcomes, change.key().text(), (change.key().kind() == EntryKind.WORK)
					? change.action().code() : change.action().code() + " " + change.to()));
		ClassGroupId group = plan.order().classGroup().id();
		for (Problem problem : plan.notes().problems(group, ZoneOffset.UTC)) {
			problem.lines().forEach((line) -> add(outcomes, line.entryKey(), problem.code().name()));
		}
		plan.control()
			.summatives()
			.forEach((item) -> add(outcomes, "publication of coursework " + item.found().source(),
					"by " + item.judged().clocks().lastDay()));
		Map<String, String> texts = new TreeMap<>();
		outcomes.forEach((entry, all) -> texts.put(entry, String.join(", ", all)));
		return texts;
	}

	private static void add(Map<String, TreeSet<String>> outcomes, String entry, String outcome) {
		outcomes.computeIfAbsent(entry, (key) -> new TreeSet<>()).add(outcome);
	}

}
