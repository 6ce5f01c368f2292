package kz.kopir.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import kz.kopir.problem.Owner;
import kz.kopir.problem.StoredProblem;
import org.jspecify.annotations.Nullable;

/**
 * How many open problems a school has, by owner and by how soon they must be mended.
 *
 * @param owners a line for each owner who has one
 * @param all the sum of the lines
 */
record ProblemCounts(List<OwnerCounts> owners, OwnerCounts all) {

	private static final Duration SOON = Duration.ofDays(1);

	static ProblemCounts of(List<StoredProblem> open, Instant now) {
		return new ProblemCounts(Arrays.stream(Owner.values())
			.map((owner) -> OwnerCounts.of(owner, open.stream().filter((problem) -> problem.owner() == owner).toList(),
					now))
			.filter((counts) -> counts.all() > 0)
			.toList(), OwnerCounts.of(null, open, now));
	}

	/**
	 * Open problems of one owner, or of all.
	 *
	 * @param owner who can mend them, null for all
	 * @param overdue their deadline is over
	 * @param soon their deadline is less than a day away
	 * @param later their deadline is later
	 * @param without they have no deadline
	 */
	record OwnerCounts(@Nullable Owner owner, long overdue, long soon, long later, long without) {

		private static OwnerCounts of(@Nullable Owner owner, List<StoredProblem> open, Instant now) {
			long without = open.stream().filter((problem) -> problem.deadline() == null).count();
			long overdue = until(open, now);
			long soon = until(open, now.plus(SOON)) - overdue;
			return new OwnerCounts(owner, overdue, soon, open.size() - without - overdue - soon, without);
		}

		private static long until(List<StoredProblem> open, Instant moment) {
			return open.stream()
				.map(StoredProblem::deadline)
				.filter((deadline) -> deadline != null && !deadline.isAfter(moment))
				.count();
		}

		public long all() {
			return this.overdue + this.soon + this.later + this.without;
		}

	}

}
