package kz.kopir.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import kz.kopir.problem.Problems;
import kz.kopir.run.Run;
import kz.kopir.run.RunState;
import kz.kopir.run.RunStore;
import kz.kopir.run.Timetable;
import kz.kopir.school.SchoolId;
import kz.kopir.school.Term;
import kz.kopir.sync.ControlDesk;
import kz.kopir.sync.ControlRefused;
import kz.kopir.sync.Flows;
import kz.kopir.sync.PlanApproval;
import kz.kopir.sync.PlanSummary;
import kz.kopir.sync.Timeliness;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * {@code /console}: how every school stands today.
 */
@Controller
class TodayController {

	/** What is timed: long enough for a number that means something. */
	private static final Duration LATELY = Duration.ofDays(7);

	private static final List<String> FLOWS = List.of(Flows.CLASSROOM, Flows.ATTENDANCE);

	private final RunStore runs;

	private final RunBook book;

	private final Timetable timetable;

	private final Timeliness timeliness;

	private final ControlDesk control;

	private final Problems problems;

	private final PlanApproval plans;

	private final Schools schools;

	private final Clock clock;

	TodayController(RunStore runs, RunBook book, Timetable timetable, Timeliness timeliness, ControlDesk control,
			Problems problems, PlanApproval plans, Schools schools, Clock clock) {
		this.runs = runs;
		this.book = book;
		this.timetable = timetable;
		this.timeliness = timeliness;
		this.control = control;
		this.problems = problems;
		this.plans = plans;
		this.schools = schools;
		this.clock = clock;
	}

	@GetMapping("/console")
	String today(Model model) {
		List<PlanSummary> waiting = this.plans.waiting();
		model.addAttribute("now", this.clock.instant());
		model.addAttribute("schools", this.schools.all().stream().map((school) -> today(school, waiting)).toList());
		return "console/today";
	}

	/**
	 * One flow as a part of the page: while a run is under way it asks for itself again,
	 * and what a person is writing elsewhere on the page stays.
	 */
	@GetMapping("/console/flows/{school}/{flow}")
	String flow(@PathVariable String school, @PathVariable String flow, Model model) {
		if (!FLOWS.contains(flow)) {
			throw ConsoleRefused.notFound("refused.start.UNKNOWN_FLOW");
		}
		SchoolId of = this.schools.oneOf(school);
		model.addAttribute("school", of);
		model.addAttribute("flow", flow(of, flow));
		return "console/flow :: part";
	}

	private Today today(SchoolId school, List<PlanSummary> waiting) {
		Instant now = this.clock.instant();
		Optional<Term> term = presentTerm(school);
		return new Today(school.value(), FLOWS.stream().map((flow) -> flow(school, flow)).toList(),
				this.timeliness.toJournal(school, now.minus(LATELY)).orElse(null), term.map(Term::number).orElse(null),
				term.map((of) -> this.timeliness.publication(school, of)).orElse(null),
				ProblemCounts.of(this.problems.open(school), now),
				waiting.stream().filter((plan) -> plan.school().equals(school)).count());
	}

	private Today.Flow flow(SchoolId school, String flow) {
		List<Run> latest = this.runs.latest(school, flow, 0, 2);
		Run underWay = latest.stream().filter((run) -> run.state() == RunState.RUNNING).findFirst().orElse(null);
		Run last = latest.stream().filter((run) -> run.state() != RunState.RUNNING).findFirst().orElse(null);
		return new Today.Flow(flow, (last != null) ? this.book.row(last) : null,
				(underWay != null) ? this.book.progress(underWay) : null,
				this.timetable.next(school, flow).orElse(null));
	}

	private Optional<Term> presentTerm(SchoolId school) {
		try {
			return Optional.of(this.control.term(school, null));
		}
		catch (ControlRefused ex) {
			return Optional.empty();
		}
	}

}
