package kz.kopir.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The steps of a run, as its log tells them: which route said which code, how often, from
 * when to when.
 */
final class LogSteps {

	private final Map<String, Step> steps = new LinkedHashMap<>();

	void count(LogLine line) {
		if (!line.route().isEmpty() && !line.code().isEmpty()) {
			this.steps.merge(line.route() + " " + line.code(),
					new Step(line.route(), line.code(), 1, line.time(), line.time()), Step::then);
		}
	}

	/** In the order in which they began. */
	List<Step> list() {
		return List.copyOf(this.steps.values());
	}

	/**
	 * One step.
	 *
	 * @param route id of the route
	 * @param code what it said
	 * @param times how often
	 * @param first when first, as the log has it
	 * @param last when last
	 */
	record Step(String route, String code, long times, String first, String last) {

		private Step then(Step later) {
			return new Step(this.route, this.code, this.times + later.times, this.first, later.last);
		}

	}

}
