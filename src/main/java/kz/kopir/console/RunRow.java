package kz.kopir.console;

import java.time.Duration;
import java.util.List;

import kz.kopir.run.BalanceRow;
import kz.kopir.run.Run;
import org.jspecify.annotations.Nullable;

/**
 * A run as a line of a table.
 *
 * @param run the run
 * @param length how long it took, null while it runs
 * @param sum its balance over all class groups and kinds, null while it has none
 */
record RunRow(Run run, @Nullable Duration length, @Nullable BalanceSum sum) {

	static RunRow of(Run run, List<BalanceRow> balance) {
		return new RunRow(run, (run.endedAt() != null) ? Duration.between(run.startedAt(), run.endedAt()) : null,
				balance.isEmpty() ? null : BalanceSum.of(balance));
	}

	public String state() {
		return this.run.state().name();
	}

}
