package kz.kopir.zoom;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import kz.kopir.problem.Problem;
import kz.kopir.problem.ProblemCode;
import kz.kopir.run.RunContext;
import kz.kopir.school.LessonSlot;

/**
 * What one run asks of Zoom and what it has to tell of that.
 */
public final class ZoomCollection {

	private final RunContext run;

	private final List<LessonSlot> slots;

	private final List<Problem> problems = new ArrayList<>();

	private final Set<String> missingScopes = new TreeSet<>();

	ZoomCollection(RunContext run, Collection<LessonSlot> slots) {
		this.run = run;
		this.slots = List.copyOf(slots);
	}

	RunContext run() {
		return this.run;
	}

	List<LessonSlot> slots() {
		return this.slots;
	}

	void missing(List<String> scopes) {
		this.missingScopes.addAll(scopes);
	}

	/** Whether Zoom's app may read all that is needed. */
	boolean isAllowed() {
		return this.missingScopes.isEmpty();
	}

	void note(ProblemCode code, String subject, Map<String, String> details) {
		this.problems.add(new Problem(code, subject, null, null, null, details, List.of()));
	}

	/** What a person must do or know. */
	public List<Problem> problems() {
		List<Problem> all = new ArrayList<>(this.problems);
		if (!isAllowed()) {
			all.add(new Problem(ProblemCode.ZOOM_SCOPE_MISSING, "system:ZOOM", null, null, null,
					Map.of("scopes", String.join(", ", this.missingScopes)), List.of()));
		}
		return all;
	}

	@Override
	public String toString() {
		return "ZoomCollection[" + this.run + "]";
	}

}
