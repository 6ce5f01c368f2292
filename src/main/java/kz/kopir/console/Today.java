package kz.kopir.console;

import java.time.Instant;
import java.util.List;

import kz.kopir.sync.Timeliness.InTime;
import kz.kopir.sync.Timeliness.Spread;
import org.jspecify.annotations.Nullable;

/**
 * How a school stands today.
 *
 * @param school the school
 * @param flows its flows
 * @param toJournal how long entries took into the journal, null when none was delivered
 * lately
 * @param term number of the present term, null outside of the calendar
 * @param inTime publication of БЖБ and ТЖБ in the present term, null outside of the
 * calendar
 * @param problems its open problems
 * @param waitingPlans how many plans wait for approval
 */
record Today(String school, List<Flow> flows, @Nullable Spread toJournal, @Nullable Integer term,
		@Nullable InTime inTime, ProblemCounts problems, long waitingPlans) {

	/**
	 * A flow.
	 *
	 * @param name its name
	 * @param last the last run that came to its end or broke off, or null
	 * @param underWay the run under way, or null
	 * @param next when it runs next by itself, or null
	 */
	record Flow(String name, @Nullable RunRow last, @Nullable Progress underWay, @Nullable Instant next) {
	}

}
