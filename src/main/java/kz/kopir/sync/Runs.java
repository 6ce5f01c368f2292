package kz.kopir.sync;

import kz.kopir.run.Run;
import kz.kopir.run.RunStore;
import kz.kopir.run.RunLock;
import kz.kopir.run.RunLockLostException;
import kz.kopir.run.RunLocks;
import kz.kopir.run.RunProgress;
import kz.kopir.run.RunRefused;
import kz.kopir.run.RunRequest;
import kz.kopir.run.RunState;
import kz.kopir.run.RunTrigger;
import kz.kopir.run.RunTriggerKind;
import kz.kopir.run.BalanceRow;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

import kz.kopir.call.Calls;
import kz.kopir.call.OutsideSystem;
import kz.kopir.call.Troubles;
import kz.kopir.journal.JournalFrame;
import kz.kopir.mapping.MappingException;
import kz.kopir.problem.CloseScope;
import kz.kopir.problem.Problem;
import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.Problems;
import kz.kopir.roster.CourseLinker;
import kz.kopir.roster.LinkStore;
import kz.kopir.run.RunContext;
import kz.kopir.run.RunCounts;
import kz.kopir.school.ClassGroup;
import kz.kopir.school.Course;
import kz.kopir.school.CourseAliases;
import kz.kopir.school.RecordFault;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts and ends runs: one at a time for a school and flow, each with a balance.
 */
public class Runs implements RunTrigger, RunProgress {

	private static final Logger logger = LoggerFactory.getLogger(Runs.class);

	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

	private final SchoolBook schools;

	private final RunStore store;

	private final RunLocks locks;

	private final LinkStore links;

	private final Problems problems;

	private final Troubles troubles;

	private final Clock clock;

	private final ZoneId zone;

	private final RunLauncher launcher;

	private final RunListener listener;

	private final Map<String, RunLock> held = new ConcurrentHashMap<>();

	private final Map<String, RunCounts> underWay = new ConcurrentHashMap<>();

	Runs(SchoolBook schools, RunStore store, RunLocks locks, LinkStore links, Problems problems, Troubles troubles,
			Clock clock, ZoneId zone, RunLauncher launcher, RunListener listener) {
		this.schools = schools;
		this.store = store;
		this.locks = locks;
		this.links = links;
		this.problems = problems;
		this.troubles = troubles;
		this.clock = clock;
		this.zone = zone;
		this.launcher = launcher;
		this.listener = listener;
	}

	@Override
	public Set<SchoolId> schools() {
		return this.schools.schools();
	}

	@Override
	public String start(RunRequest request) throws RunRefused {
		if (!this.schools.schools().contains(request.school())) {
			throw new RunRefused(RunRefused.Reason.UNKNOWN_SCHOOL,
					"This gateway serves no school " + request.school() + ".");
		}
		if (!Flows.ALL.contains(request.flow())) {
			throw new RunRefused(RunRefused.Reason.UNKNOWN_FLOW, "There is no flow " + request.flow() + ".");
		}
		if (!this.launcher.isReady()) {
			throw new RunRefused(RunRefused.Reason.NOT_READY, "The gateway is starting or stopping.");
		}
		Optional<MappingException> policyRefused = this.schools.refresh(request.school());
		SchoolRules rules = this.schools.rules(request.school());
		RunContext run = context(request, rules);
		if (run.flow().equals(Flows.ATTENDANCE) && !rules.attendance().periods().anyOn(run.from(), run.to())) {
			throw new RunRefused(RunRefused.Reason.NO_DISTANCE_PERIOD, "School " + request.school()
					+ " has no distance-learning period from " + run.from() + " to " + run.to() + ".");
		}
		RunLock lock = this.locks.tryLock(request.school(), request.flow())
			.orElseThrow(() -> new RunRefused(RunRefused.Reason.ALREADY_RUNNING,
					"The flow " + request.flow() + " of school " + request.school() + " is running already."));
		try {
			this.store.interruptAbandoned(request.school(), request.flow(), this.clock.instant());
			this.store.begin(Run.begun(run.id(), withDays(request, run), this.clock.instant()));
			this.held.put(run.id(), lock);
			this.underWay.put(run.id(), run.counts());
			logger.info("run={} school={} route={}-run code=STARTED trigger={} dryRun={} from={} to={}", run,
					run.school(), run.flow(), request.trigger(), run.dryRun(), run.from(), run.to());
			policyRefused
				.ifPresent((refused) -> this.problems.report(run.school(), run.id(), Failures.ofPolicy(refused)));
			RunOrder order = new RunOrder(run, request);
			this.launcher.launch(order, (failure) -> failed(order, failure, null));
			return run.id();
		}
		catch (RuntimeException ex) {
			lock.close();
			throw ex;
		}
	}

	@Override
	public Optional<Map<String, Long>> counts(String runId) {
		return Optional.ofNullable(this.underWay.get(runId)).map(RunCounts::snapshot);
	}

	/**
	 * Whether a flow has something to do today by itself: homework and marks on school
	 * days, attendance while a distance-learning period is not long over.
	 */
	public boolean isWorthwhile(SchoolId school, String flow) {
		SchoolRules rules = this.schools.rules(school);
		LocalDate today = today();
		return flow.equals(Flows.ATTENDANCE)
				? rules.attendance().periods().anyOn(today.minusDays(rules.attendance().daysBack()), today)
				: rules.calendar().isSchoolDay(today);
	}

	/** Courses of which only an alias could still say where they belong. */
	public List<Course> withoutEvidence(RunOrder order, List<Course> courses) {
		CourseLinker linker = this.schools.rules(order.run().school()).courseLinker();
		return courses.stream().filter(linker::needsAliases).toList();
	}

	/**
	 * Links the courses and says what is to be done for each class group.
	 * @param order the run
	 * @param courses courses of the school
	 * @param aliases aliases of those without other evidence
	 * @param faults records among them that could not be used
	 * @param frame what the journal says of the school
	 */
	public List<ClassGroupOrder> assign(RunOrder order, List<Course> courses, List<CourseAliases> aliases,
			List<RecordFault> faults, JournalFrame frame) {
		RunContext run = order.run();
		JournalFit.missingMarks(frame).ifPresent((problem) -> {
			throw new JournalUnfitException(problem);
		});
		Courses.Assignment assignment = new Courses(this.schools.rules(run.school()).courseLinker(), this.clock)
			.assign(run, order.request().trigger() == RunTriggerKind.MANUAL, courses, aliases, faults, frame);
		this.links.save(run.school(), assignment.links());
		this.problems.report(run.school(), run.id(), assignment.problems());
		this.problems.report(run.school(), run.id(),
				JournalFit.differingTerms(frame, this.schools.rules(run.school()).calendar()));
		run.counts().add("courses.linked", assignment.links().size());
		run.counts().add("courses.notLinked", courses.size() - assignment.links().size());
		run.counts().add("classGroups", assignment.orders().size());
		logger.info("run={} school={} route=classroom-run code=LINKED courses={} linked={} classGroups={}", run,
				run.school(), courses.size(), assignment.links().size(), assignment.orders().size());
		return assignment.orders();
	}

	/**
	 * Makes sure that this run is still the only one before it writes: one that stood
	 * still for long may have lost its lock to another node.
	 * @throws RunLockLostException when it has
	 */
	public void requireLock(RunContext run) {
		RunLock lock = this.held.get(run.id());
		if (lock == null || !lock.isHeld()) {
			throw new RunLockLostException(run);
		}
	}

	/**
	 * Takes note that a class group could not be carried; the others go on.
	 */
	public ClassGroupResult classGroupFailed(ClassGroupOrder order, @Nullable Exception caught) {
		Throwable failure = Calls.cause(caught);
		RunContext run = order.run();
		ClassGroup group = order.classGroup();
		Problem systemWide = Failures.ofSystem(failure);
		Problem problem = (systemWide != null) ? systemWide
				: new Problem(ProblemCode.JOURNAL_UNREADABLE, "class-group:" + group.id(), group.id(), null, null,
						Map.of("classGroup", group.name(), "answer", Calls.describe(failure)), List.of());
		this.problems.report(run.school(), run.id(), problem);
		logger.warn("run={} school={} route=class-group code={} classGroup={} what={}", run, run.school(),
				problem.code(), group.id(), Calls.describe(failure));
		return new ClassGroupResult(group, List.of(), problem.code());
	}

	/** Ends a run that came to its end. */
	public void finish(RunOrder order, List<ClassGroupResult> results) {
		RunContext run = order.run();
		// what hits every class group stands first in the catalogue
		ProblemCode unread = results.stream()
			.map(ClassGroupResult::unread)
			.filter(Objects::nonNull)
			.min(Comparator.naturalOrder())
			.orElse(null);
		boolean balanced = results.stream()
			.flatMap((result) -> result.balance().stream())
			.allMatch(BalanceRow::comesOut);
		if (!run.dryRun() && this.schools.rules(run.school()).looksAtAllDays(run, today())) {
			this.problems.closeUnseen(run.school(), run.id(), CloseScope.outsideClassGroups());
		}
		ProblemCode failure = (unread != null) ? unread : balanced ? null : ProblemCode.BALANCE_OFF;
		end(run, (failure == null) ? RunState.FINISHED : RunState.RED, failure, results);
	}

	/** Ends a run that broke off. */
	public void failed(RunOrder order, @Nullable Exception caught, @Nullable OutsideSystem system) {
		Throwable failure = Calls.cause(caught);
		RunContext run = order.run();
		Problem problem = Failures.ofSystem(failure);
		if (problem == null && failure != null && system != null && this.troubles.mayPass(failure)) {
			problem = Failures.unavailable(system, failure);
		}
		if (problem == null) {
			problem = new Problem(ProblemCode.RUN_FAILED, "flow:" + run.flow(), null, null, null,
					Map.of("flow", run.flow(), "failure", Calls.describe(failure)), List.of());
			logger.error("run={} school={} route={}-run code=RUN_FAILED", run, run.school(), run.flow(), failure);
		}
		try {
			this.problems.report(run.school(), run.id(), problem);
		}
		finally {
			end(run, RunState.FAILED, problem.code(), List.of());
		}
	}

	private void end(RunContext run, RunState state, @Nullable ProblemCode failure, List<ClassGroupResult> results) {
		try {
			this.store.addCounts(run.id(), run.counts().snapshot());
			this.store.end(run.id(), state, this.clock.instant(), (failure != null) ? failure.name() : null);
			logger.info("run={} school={} route={}-run code={} failure={}", run, run.school(), run.flow(), state,
					failure);
		}
		finally {
			this.underWay.remove(run.id());
			Optional.ofNullable(this.held.remove(run.id())).ifPresent(RunLock::close);
		}
		this.listener.ended(new RunEnd(run, state, failure, results));
	}

	private RunContext context(RunRequest request, SchoolRules rules) {
		LocalDate to = (request.to() != null) ? request.to() : today();
		LocalDate from = (request.from() != null) ? request.from() : rules.firstDay(request.flow(), to);
		String id = STAMP.withZone(this.zone).format(this.clock.instant()) + "-"
				+ HexFormat.of().toHexDigits((short) ThreadLocalRandom.current().nextInt());
		return new RunContext(id, request.school(), request.flow(), request.dryRun(), from, to, new RunCounts(),
				request.draftPolicy());
	}

	private static RunRequest withDays(RunRequest request, RunContext run) {
		return new RunRequest(request.school(), request.flow(), request.trigger(), request.requestedBy(),
				request.dryRun(), run.from(), run.to());
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), this.zone);
	}

}
