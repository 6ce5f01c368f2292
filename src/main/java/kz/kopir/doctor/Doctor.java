package kz.kopir.doctor;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * Makes one examination after the other. One that fails or takes too long does not keep
 * the others from being made.
 */
public final class Doctor {

	private final List<Examination> examinations;

	private final Clock clock;

	private final Duration limit;

	/**
	 * @param examinations what is examined
	 * @param clock tells when
	 * @param limit how long one examination may take
	 */
	Doctor(List<Examination> examinations, Clock clock, Duration limit) {
		this.examinations = List.copyOf(examinations);
		this.clock = clock;
		this.limit = limit;
	}

	/** The schools that can be examined. */
	public Set<SchoolId> schools() {
		Set<SchoolId> schools = new TreeSet<>();
		this.examinations.forEach((examination) -> Optional.ofNullable(examination.school()).ifPresent(schools::add));
		return schools;
	}

	/**
	 * Examines the gateway and its schools. One at a time: two would wait for the same
	 * budgets of the outside systems.
	 * @param school only this school; null for all
	 * @param told is told each finding as soon as it is there
	 */
	public synchronized Diagnosis examine(@Nullable SchoolId school, Consumer<Finding> told) {
		List<Finding> all = new ArrayList<>();
		for (Examination examination : this.examinations) {
			SchoolId whose = examination.school();
			if (school == null || whose == null || whose.equals(school)) {
				List<Finding> found = examine(examination);
				found.forEach(told);
				all.addAll(found);
			}
		}
		return new Diagnosis(this.clock.instant(), all);
	}

	private List<Finding> examine(Examination examination) {
		Findings findings = new Findings(examination);
		FutureTask<Void> task = new FutureTask<>(() -> {
			examination.examine(findings);
			return null;
		});
		Thread thread = new Thread(task, "doctor");
		thread.setDaemon(true);
		thread.start();
		try {
			task.get(this.limit.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException ex) {
			findings.broken(Ailment.BROKEN, Map.of("failure", Answers.of(ex.getCause())));
		}
		catch (TimeoutException ex) {
			findings.broken(Ailment.TOO_SLOW, Map.of("seconds", String.valueOf(this.limit.toSeconds())));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			findings.broken(Ailment.BROKEN, Map.of("failure", Answers.of(ex)));
		}
		// closed first: what is broken off may still tell something on its way out
		List<Finding> found = findings.close();
		task.cancel(true);
		return found;
	}

}
