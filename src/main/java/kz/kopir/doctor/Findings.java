package kz.kopir.doctor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What one examination finds, while it goes on. What is told after its end is not taken
 * any more: an examination that was too slow may still be at work.
 */
final class Findings {

	private final Examination examination;

	private final List<Finding> found = new ArrayList<>();

	private boolean closed;

	Findings(Examination examination) {
		this.examination = examination;
	}

	/** Nothing is wrong. */
	void fine(Check check, Object value) {
		add(Finding.fine(check, this.examination.school(), value.toString()));
	}

	/** Something is wrong. */
	void wrong(Check check, Ailment ailment, Map<String, String> details) {
		add(Finding.of(check, this.examination.school(), ailment, details));
	}

	/** The examination ended before it had told of every check. */
	void broken(Ailment ailment, Map<String, String> details) {
		this.examination.checks()
			.stream()
			.filter((check) -> !isTold(check))
			.findFirst()
			.ifPresent((check) -> wrong(check, ailment, details));
	}

	/**
	 * Ends the examination.
	 * @return what was found, in the order of the checks; those of which nothing was told
	 * were not looked at
	 */
	synchronized List<Finding> close() {
		this.examination.checks()
			.stream()
			.filter((check) -> !isTold(check))
			.forEach((check) -> this.found.add(Finding.notChecked(check, this.examination.school())));
		this.closed = true;
		return this.found.stream().sorted(Comparator.comparing(Finding::check)).toList();
	}

	private synchronized void add(Finding finding) {
		if (!this.closed) {
			this.found.add(finding);
		}
	}

	private synchronized boolean isTold(Check check) {
		return this.found.stream().anyMatch((finding) -> finding.check() == check);
	}

}
