package kz.kopir.console;

import java.time.Instant;
import java.util.List;

import kz.kopir.problem.Problem;
import kz.kopir.problem.ProblemTexts;
import kz.kopir.problem.StoredProblem;
import org.jspecify.annotations.Nullable;

/**
 * A problem as pages show it.
 *
 * @param problem the problem
 */
record ProblemRow(StoredProblem problem) {

	/** What happened, what it means and what to do: a line each. */
	private static final int PARTS = 3;

	public String id() {
		return this.problem.id();
	}

	public @Nullable Instant deadline() {
		return this.problem.deadline();
	}

	/** Name of the class group, if the problem's texts know it, else its id. */
	public String classGroup() {
		String name = this.problem.details().get("classGroup");
		return (name != null) ? name
				: (this.problem.classGroup() != null) ? this.problem.classGroup().value() : Show.NOTHING;
	}

	public List<Problem.Line> lines() {
		return this.problem.lines();
	}

	/** What happened. */
	public ProblemTexts what() {
		return part(0);
	}

	/** What it means. */
	public ProblemTexts means() {
		return part(1);
	}

	/** What to do. */
	public ProblemTexts todo() {
		return part(2);
	}

	/** The page on which it can be mended, or null when that is elsewhere. */
	public @Nullable String where() {
		String plan = this.problem.details().get("plan");
		return (plan != null) ? "/console/plans/" + plan : null;
	}

	private ProblemTexts part(int number) {
		ProblemTexts texts = this.problem.texts();
		return new ProblemTexts(part(texts.kk(), number), part(texts.ru(), number), part(texts.en(), number));
	}

	private static String part(String text, int number) {
		String[] parts = text.split("\n", PARTS);
		return (number < parts.length) ? parts[number] : "";
	}

}
