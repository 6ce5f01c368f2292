package kz.kopir.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import kz.kopir.run.BalanceRow;
import kz.kopir.run.Run;
import kz.kopir.run.RunProgress;
import kz.kopir.run.RunState;
import kz.kopir.run.RunStore;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Runs with what is known of them, for several pages.
 */
@Component
class RunBook {

	private final RunStore runs;

	private final RunProgress progress;

	RunBook(RunStore runs, RunProgress progress) {
		this.runs = runs;
		this.progress = progress;
	}

	Run find(String id) {
		return this.runs.find(id).orElseThrow(() -> ConsoleRefused.notFound("refused.run"));
	}

	List<RunRow> latest(@Nullable SchoolId school, @Nullable String flow, int skip, int limit) {
		return this.runs.latest(school, flow, skip, limit).stream().map(this::row).toList();
	}

	RunRow row(Run run) {
		return RunRow.of(run, this.runs.balance(run.id()));
	}

	/** Names of class groups by their ids, as the balance of a run tells them. */
	static Map<String, String> classGroups(List<BalanceRow> balance) {
		Map<String, String> names = new HashMap<>();
		balance.forEach((row) -> names.put(row.classGroup(), row.classGroupName()));
		return names;
	}

	Map<String, String> classGroups(String run) {
		return classGroups(this.runs.balance(run));
	}

	/**
	 * How far a run is. Of a run that another process carries out only those class groups
	 * are known that are done.
	 */
	Progress progress(Run run) {
		boolean running = run.state() == RunState.RUNNING;
		Map<String, Long> counts = this.progress.counts(run.id()).orElse(Map.of());
		Long all = counts.get("classGroups");
		long done = counts.getOrDefault("classGroups.done",
				this.runs.balance(run.id()).stream().map(BalanceRow::classGroup).distinct().count());
		return new Progress(run.id(), done, all, running);
	}

}
