package kz.kopir.problem;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;

import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Opens a problem once, however often its cause is seen, takes what persons decide about
 * it, and closes it when a run that looked everywhere does not see it any more. Whatever
 * becomes of a problem is an event, committed with it.
 */
@Service
public class Problems {

	/** Begins the run of what no run has found; no run closes it. */
	public static final String NO_RUN = "no-run:";

	/** Longest time for which a problem may rest. */
	public static final Duration LONGEST_SNOOZE = Duration.ofDays(30);

	/** Longest reason of a decision, in characters. */
	public static final int LONGEST_REASON = 1000;

	private static final Logger logger = LoggerFactory.getLogger(Problems.class);

	private final ProblemTable table;

	private final ProblemEvents events;

	private final ProblemReporter reporter;

	private final ProblemDesk desk;

	private final TransactionOperations transactions;

	private final Clock clock;

	public Problems(JdbcTemplate template, TransactionOperations transactions, Clock clock) {
		this.table = new ProblemTable(template);
		ProblemLines lines = new ProblemLines(template);
		this.events = new ProblemEvents(template);
		this.reporter = new ProblemReporter(this.table, lines, this.events);
		this.desk = new ProblemDesk(this.table, lines, this.events, transactions);
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Reports one problem; see {@link #report(SchoolId, String, Collection)}.
	 */
	public void report(SchoolId school, String runId, Problem problem) {
		report(school, runId, List.of(problem));
	}

	/**
	 * Reports what a run has found, in one transaction. A problem with the same code and
	 * subject is updated, and opened again if it was closed. What a person said of it
	 * stays; if it was resolved, it is opened again as soon as something new is in it: a
	 * line that was not there before, or another detail. Lines that the same run reported
	 * before stay, lines of earlier runs go.
	 * @param school the school
	 * @param runId the run that found them
	 * @param problems the problems, for example all of one class group
	 */
	public void report(SchoolId school, String runId, Collection<Problem> problems) {
		if (problems.isEmpty()) {
			return;
		}
		this.transactions
			.executeWithoutResult((status) -> this.reporter.report(school, runId, problems, this.clock.instant()));
		log(school, runId, problems);
	}

	private static void log(SchoolId school, String runId, Collection<Problem> problems) {
		problems.forEach((problem) -> logger.info("school={} run={} code={} subject={} lines={} problem", school, runId,
				problem.code(), problem.subject(), problem.lines().size()));
	}

	/**
	 * Closes what runs of the same flow saw earlier and this one did not, whatever
	 * persons said of it.
	 * @param school the school
	 * @param runId the run
	 * @param scope what this run has read completely
	 * @return how many problems were closed
	 */
	public int closeUnseen(SchoolId school, String runId, CloseScope scope) {
		int closed = count((now) -> this.reporter.closeUnseen(school, runId, scope, now));
		if (closed > 0) {
			logger.info("school={} run={} closed={} problems whose cause is gone, {}", school, runId, closed, scope);
		}
		return closed;
	}

	/**
	 * Reports all that is the matter with a subject now, and closes what else was known
	 * of it, in one transaction.
	 * @param runId who noticed, as it is reported with
	 * @param problems problems of this subject; may be empty
	 */
	public void replace(SchoolId school, String runId, String subject, Collection<Problem> problems) {
		count((now) -> this.reporter.replace(school, runId, subject, problems, now));
		log(school, runId, problems);
	}

	private int count(ToIntFunction<Instant> deed) {
		Integer count = this.transactions.execute((status) -> deed.applyAsInt(this.clock.instant()));
		return Objects.requireNonNull(count);
	}

	/**
	 * A person has looked at a problem. What was said of it before stays.
	 * @param by the signed-in user
	 * @throws DecisionRefused when the school has no such problem
	 */
	public StoredProblem seen(SchoolId school, String id, String by) throws DecisionRefused {
		return decide(school, id, new ProblemDesk.Decision(ProblemDecision.SEEN, by, null, null));
	}

	/**
	 * A person cares for a problem.
	 * @param by the signed-in user
	 * @throws DecisionRefused when the school has no such problem, or it is resolved or
	 * closed
	 */
	public StoredProblem acknowledge(SchoolId school, String id, String by, @Nullable String reason)
			throws DecisionRefused {
		return decide(school, id, new ProblemDesk.Decision(ProblemDecision.ACKNOWLEDGE, by, reason, null));
	}

	/**
	 * A person lets a problem rest. When the time is over it counts as open again.
	 * @param by the signed-in user
	 * @param until in the future, at most {@link #LONGEST_SNOOZE} from now
	 * @throws DecisionRefused when the school has no such problem, it is resolved or
	 * closed, or it cannot rest until then
	 */
	public StoredProblem snooze(SchoolId school, String id, String by, @Nullable String reason, Instant until)
			throws DecisionRefused {
		return decide(school, id, new ProblemDesk.Decision(ProblemDecision.SNOOZE, by, reason, until));
	}

	/**
	 * A person decides that nothing is to be done. It stays so until something new is in
	 * the problem.
	 * @param by the signed-in user
	 * @param reason why, not empty
	 * @throws DecisionRefused when the school has no such problem, it is resolved or
	 * closed, or there is no reason
	 */
	public StoredProblem resolve(SchoolId school, String id, String by, String reason) throws DecisionRefused {
		return decide(school, id, new ProblemDesk.Decision(ProblemDecision.RESOLVE, by, reason, null));
	}

	/**
	 * A person takes back what was said: the problem is opened again.
	 * @param by the signed-in user
	 * @throws DecisionRefused when the school has no such problem, or there is nothing to
	 * take back
	 */
	public StoredProblem reopen(SchoolId school, String id, String by, @Nullable String reason) throws DecisionRefused {
		return decide(school, id, new ProblemDesk.Decision(ProblemDecision.REOPEN, by, reason, null));
	}

	private StoredProblem decide(SchoolId school, String id, ProblemDesk.Decision decision) throws DecisionRefused {
		StoredProblem decided = this.desk.decide(school, id, decision, this.clock.instant());
		logger.info("school={} code={} problem={} decision={} by={}", school, decided.code(), id, decision.kind(),
				decision.by());
		return decided;
	}

	/**
	 * The problems of a school whose cause is there and which nobody resolved, the oldest
	 * first.
	 */
	public List<StoredProblem> open(SchoolId school) {
		return this.table.find(
				"p.school = :school and p.state = 'open' and (p.decision is null or p.decision <> 'resolved')",
				Map.of("school", school.value()), this.clock.instant());
	}

	/**
	 * The problems that a run was the last to see. What a later run saw again belongs to
	 * that one.
	 */
	public List<StoredProblem> ofRun(String runId) {
		return this.table.find("p.last_run = :run", Map.of("run", runId), this.clock.instant());
	}

	/** One problem of a school, in whatever state. */
	public Optional<StoredProblem> find(SchoolId school, String id) {
		return this.table
			.find("p.id = :id and p.school = :school", Map.of("id", id, "school", school.value()), this.clock.instant())
			.stream()
			.findFirst();
	}

	/**
	 * Problems of a school, the one that was opened last first.
	 * @param limit how many at most
	 */
	public ProblemPage of(SchoolId school, ProblemQuery query, int limit) {
		Instant now = this.clock.instant();
		Map<String, @Nullable Object> parameters = query.parameters(school, now);
		List<StoredProblem> oldestFirst = this.table.latest(query.condition(), parameters, limit, now);
		List<StoredProblem> problems = new ArrayList<>(oldestFirst);
		Collections.reverse(problems);
		return new ProblemPage(List.copyOf(problems),
				Math.max(0, this.table.count(query.condition(), parameters) - problems.size()));
	}

	/** All that became of a problem, the oldest first. */
	public List<ProblemEvent> history(SchoolId school, String id) {
		return this.events.of(school, id);
	}

	/**
	 * What became of the problems of a school, in the order in which it was committed.
	 * Nothing ever appears before what was read already.
	 * @param seq number of the last event that is known, 0 for none
	 * @param limit how many at most
	 */
	public List<ProblemEvent> eventsAfter(SchoolId school, long seq, int limit) {
		return this.events.after(school, seq, limit);
	}

	/**
	 * How many entries the problems of a run concern, by code; a problem without lines
	 * counts as one.
	 */
	public Map<ProblemCode, Long> countsOfRun(String runId) {
		return this.table.countsOfRun(runId);
	}

}
