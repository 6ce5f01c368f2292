package kz.kopir.doctor;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What the doctor found.
 *
 * @param at when it was looked
 * @param findings one or more for each check
 */
public record Diagnosis(Instant at, List<Finding> findings) {

	public Diagnosis {
		findings = List.copyOf(findings);
	}

	/** The worst of all levels. */
	public Level level() {
		return this.findings.stream()
			.map(Finding::level)
			.max(Comparator.comparing(Level::exitCode))
			.filter((level) -> level.exitCode() > 0)
			.orElse(Level.OK);
	}

	/** How many findings have a level. */
	public long count(Level level) {
		return this.findings.stream().filter((finding) -> finding.level() == level).count();
	}

}
