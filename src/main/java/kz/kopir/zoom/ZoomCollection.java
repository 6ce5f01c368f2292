package kz.kopir.zoom;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

	/** How lists that could not be read failed, by their names. */
	private final Map<String, String> unreadable = new TreeMap<>();

	private boolean outage;

	private boolean anythingRead;

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

	/** A list was read to its end. */
	void read() {
		this.anythingRead = true;
	}

	/**
	 * A list was not read completely.
	 * @param mayPass whether it failed as everything does while Zoom is away
	 */
	void unreadable(String list, String answer, boolean mayPass) {
		this.unreadable.put(list, answer);
		this.outage |= mayPass;
	}

	/** What a person must do or know. */
	public List<Problem> problems() {
		List<Problem> all = new ArrayList<>(this.problems);
		this.unreadable.forEach((list,
				answer) -> all.add((this.outage && !this.anythingRead)
						? new Problem(ProblemCode.ZOOM_UNAVAILABLE, "system:ZOOM", null, null, null,
								Map.of("answer", answer), List.of())
						: new Problem(ProblemCode.ZOOM_LIST_UNREADABLE, "zoom-list:" + list, null, null, null,
								Map.of("list", list, "answer", answer), List.of())));
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
