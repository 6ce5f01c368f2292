package kz.kopir.console;

import java.security.Principal;
import java.time.LocalDate;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import kz.kopir.problem.Problems;
import kz.kopir.run.BalanceRow;
import kz.kopir.run.Run;
import kz.kopir.run.RunRefused;
import kz.kopir.run.RunRequest;
import kz.kopir.run.RunState;
import kz.kopir.run.RunStore;
import kz.kopir.run.RunTrigger;
import kz.kopir.run.RunTriggerKind;
import kz.kopir.school.SchoolId;
import kz.kopir.sync.PlanApproval;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * {@code /console/runs}: what ran, how it ended and why, and starting a run by hand.
 */
@Controller
class RunsController {

	private static final int SHOWN = 50;

	private final RunTrigger trigger;

	private final RunStore runs;

	private final RunBook book;

	private final RunLog log;

	private final PlanApproval plans;

	private final Problems problems;

	private final Schools schools;

	RunsController(RunTrigger trigger, RunStore runs, RunBook book, RunLog log, PlanApproval plans, Problems problems,
			Schools schools) {
		this.trigger = trigger;
		this.runs = runs;
		this.book = book;
		this.log = log;
		this.plans = plans;
		this.problems = problems;
		this.schools = schools;
	}

	@GetMapping("/console/runs")
	String list(@RequestParam(required = false) @Nullable String school,
			@RequestParam(required = false) @Nullable String flow, @RequestParam(defaultValue = "0") int skip,
			Model model) {
		SchoolId of = this.schools.chosen(school);
		String which = Chosen.of(flow);
		int from = Math.max(0, skip);
		List<RunRow> rows = this.book.latest(of, which, from, SHOWN + 1);
		model.addAttribute("schools", this.schools.all());
		model.addAttribute("school", of);
		model.addAttribute("flow", which);
		model.addAttribute("runs", rows.stream().limit(SHOWN).toList());
		model.addAttribute("earlier", (rows.size() > SHOWN) ? from + SHOWN : null);
		model.addAttribute("later", (from > 0) ? Math.max(0, from - SHOWN) : null);
		return "console/runs";
	}

	@GetMapping("/console/runs/{id}")
	String one(@PathVariable String id, Model model) {
		Run run = this.book.find(id);
		List<BalanceRow> balance = this.runs.balance(id);
		model.addAttribute("row", RunRow.of(run, balance));
		model.addAttribute("progress", this.book.progress(run));
		model.addAttribute("balance", balance);
		model.addAttribute("kinds", BalanceSum.byKind(balance));
		model.addAttribute("classGroups", RunBook.classGroups(balance));
		model.addAttribute("counts", this.runs.counts(id));
		model.addAttribute("plans", this.plans.ofRun(id));
		model.addAttribute("problems", ProblemGroup.of(this.problems.ofRun(id)));
		model.addAttribute("log", this.log.ofRun(run));
		return "console/run";
	}

	/**
	 * How far a run is, as a part of a page. When it has ended, the page is asked to load
	 * anew: more than this part has changed then.
	 */
	@GetMapping("/console/runs/{id}/progress")
	String progress(@PathVariable String id,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String htmx, Model model,
			HttpServletResponse response) {
		Run run = this.book.find(id);
		if (htmx != null && run.state() != RunState.RUNNING) {
			response.setHeader("HX-Refresh", "true");
		}
		model.addAttribute("progress", this.book.progress(run));
		return "console/progress :: part";
	}

	@PostMapping("/console/runs")
	@PreAuthorize("hasRole('OPERATOR')")
	String start(@RequestParam String school, @RequestParam String flow,
			@RequestParam(defaultValue = "false") boolean dryRun,
			@RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
			@RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
			Principal user) {
		if (from != null && to != null && from.isAfter(to)) {
			throw new ConsoleRefused(HttpStatus.BAD_REQUEST, "refused.days");
		}
		try {
			return "redirect:/console/runs/" + this.trigger.start(new RunRequest(new SchoolId(school), flow,
					RunTriggerKind.MANUAL, user.getName(), dryRun, from, to));
		}
		catch (RunRefused refused) {
			throw new ConsoleRefused((refused.reason() == RunRefused.Reason.NOT_READY) ? HttpStatus.SERVICE_UNAVAILABLE
					: HttpStatus.CONFLICT, "refused.start." + refused.reason());
		}
	}

}
