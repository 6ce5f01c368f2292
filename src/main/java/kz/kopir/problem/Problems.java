package kz.kopir.problem;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import kz.kopir.school.ClassGroupId;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Opens a problem once, however often its cause is seen, and closes it when a run that
 * looked everywhere does not see it any more.
 */
@Service
public class Problems {

	/** Begins the run of what no run has found; no run closes it. */
	public static final String NO_RUN = "no-run:";

	private static final Logger logger = LoggerFactory.getLogger(Problems.class);

	private final ProblemTable table;

	private final TransactionOperations transactions;

	private final Clock clock;

	private final TextBundle kazakh = TextBundle.of(ProblemTexts.KAZAKH);

	private final TextBundle russian = TextBundle.of(ProblemTexts.RUSSIAN);

	private final TextBundle english = TextBundle.of(ProblemTexts.ENGLISH);

	public Problems(JdbcTemplate template, TransactionOperations transactions, Clock clock) {
		this.table = new ProblemTable(template);
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
	 * subject is updated, and opened again if it was closed. Lines that the same run
	 * reported before stay, lines of earlier runs go.
	 * @param school the school
	 * @param runId the run that found them
	 * @param problems the problems, for example all of one class group
	 */
	public void report(SchoolId school, String runId, Collection<Problem> problems) {
		if (problems.isEmpty()) {
			return;
		}
		// Always in the same order, so that two runs cannot wait for each other's rows.
		Map<String, Problem> byId = new TreeMap<>();
		problems.forEach((problem) -> byId.merge(id(school, problem), problem, Problems::together));
		Instant now = this.clock.instant();
		this.transactions.executeWithoutResult((status) -> {
			this.table.upsert(rows(school, byId, Map.of()), runId, now);
			this.table.saveLines(byId, runId);
			// A text counts the lines of an earlier report of this run too.
			Map<String, Integer> counts = this.table.countLines(byId.keySet());
			Map<String, Problem> grown = new TreeMap<>(byId);
			grown.entrySet()
				.removeIf((entry) -> counts.getOrDefault(entry.getKey(), 0) == entry.getValue().lines().size());
			this.table.upsert(rows(school, grown, counts), runId, now);
		});
		byId.values()
			.forEach((problem) -> logger.info("school={} run={} code={} subject={} lines={} problem", school, runId,
					problem.code(), problem.subject(), problem.lines().size()));
	}

	/**
	 * Closes what runs of the same flow saw earlier and this one did not.
	 * @param school the school
	 * @param runId the run
	 * @param scope what this run has read completely
	 * @return how many problems were closed
	 */
	public int closeUnseen(SchoolId school, String runId, CloseScope scope) {
		int closed = this.table.closeUnseen(school, runId, scope, this.clock.instant());
		if (closed > 0) {
			logger.info("school={} run={} closed={} problems whose cause is gone, {}", school, runId, closed, scope);
		}
		return closed;
	}

	/**
	 * Closes the problems of a subject whose cause is gone.
	 */
	public void close(SchoolId school, String subject) {
		this.table.close(school, subject, this.clock.instant());
	}

	/**
	 * The open problems of a school.
	 */
	public List<StoredProblem> open(SchoolId school) {
		return this.table.find("p.school = :key and p.state = 'open'", school.value());
	}

	/**
	 * Finds one problem, whatever its state.
	 */
	public Optional<StoredProblem> find(String id) {
		return this.table.find("p.id = :key", id).stream().findFirst();
	}

	/**
	 * The problems of a school whose cause is gone.
	 */
	public List<StoredProblem> closed(SchoolId school) {
		return this.table.find("p.school = :key and p.state = 'closed'", school.value());
	}

	/**
	 * The problems that a run was the last to see. What a later run saw again belongs to
	 * that one.
	 */
	public List<StoredProblem> ofRun(String runId) {
		return this.table.find("p.last_run = :key", runId);
	}

	/**
	 * How many entries the problems of a run concern, by code; a problem without lines
	 * counts as one.
	 */
	public Map<ProblemCode, Long> countsOfRun(String runId) {
		return this.table.countsOfRun(runId);
	}

	private List<ProblemTable.Row> rows(SchoolId school, Map<String, Problem> byId, Map<String, Integer> counts) {
		return byId.entrySet().stream().map((entry) -> {
			Problem problem = entry.getValue();
			return row(school, entry.getKey(), problem, counts.getOrDefault(entry.getKey(), problem.lines().size()));
		}).toList();
	}

	private ProblemTable.Row row(SchoolId school, String id, Problem problem, int count) {
		ProblemTexts texts = new ProblemTexts(this.kazakh.render(problem.code(), problem.details(), count),
				this.russian.render(problem.code(), problem.details(), count),
				this.english.render(problem.code(), problem.details(), count));
		return new ProblemTable.Row(id, school, problem, texts);
	}

	private static String id(SchoolId school, Problem problem) {
		// The length keeps school and subject apart whatever characters they hold.
		String key = school.value().length() + ":" + school + ":" + problem.code() + ":" + problem.subject();
		return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
	}

	private static Problem together(Problem first, Problem second) {
		List<Problem.Line> lines = Stream.concat(first.lines().stream(), second.lines().stream()).toList();
		ClassGroupId classGroup = (first.classGroup() != null) ? first.classGroup() : second.classGroup();
		String ownerRef = (first.ownerRef() != null) ? first.ownerRef() : second.ownerRef();
		return new Problem(first.code(), first.subject(), classGroup, ownerRef, earlier(first, second),
				second.details(), lines);
	}

	private static @Nullable Instant earlier(Problem first, Problem second) {
		Instant one = first.deadline();
		Instant other = second.deadline();
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		return one.isBefore(other) ? one : other;
	}

}
