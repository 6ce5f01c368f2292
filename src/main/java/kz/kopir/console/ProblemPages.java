package kz.kopir.console;

import java.security.Principal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import kz.kopir.problem.Owner;
import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.ProblemQuery;
import kz.kopir.problem.ProblemState;
import kz.kopir.problem.Problems;
import kz.kopir.problem.StoredProblem;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * {@code /console/problems}: what persons must do or know, and what they decide about it.
 */
@Controller
class ProblemPages {

	/** More of one code than anybody reads; the filter leads to the others. */
	private static final int SHOWN_OF_A_CODE = 100;

	/** The newest of them: nobody looks for older ones on a page. */
	private static final int MOST_CLOSED = 500;

	private static final ProblemQuery CLOSED = new ProblemQuery(ProblemState.CLOSED, null, null, null);

	private final Problems problems;

	private final ProblemDecisions decisions;

	private final Schools schools;

	private final ZoneId zone;

	ProblemPages(Problems problems, ProblemDecisions decisions, Schools schools, ZoneId zone) {
		this.problems = problems;
		this.decisions = decisions;
		this.schools = schools;
		this.zone = zone;
	}

	@GetMapping("/console/problems")
	String list(@RequestParam(required = false) @Nullable String school,
			@RequestParam(defaultValue = "false") boolean closed, @RequestParam(required = false) @Nullable Owner owner,
			@RequestParam(required = false) @Nullable ProblemCode code,
			@RequestParam(required = false) @Nullable String classGroup, Model model) {
		ProblemFilter filter = new ProblemFilter(school, closed, owner, code, classGroup);
		List<StoredProblem> all = of(filter);
		List<StoredProblem> found = filter.of(all);
		model.addAttribute("filter", filter);
		model.addAttribute("schools", this.schools.all());
		model.addAttribute("owners", Owner.values());
		model.addAttribute("codes",
				all.stream().map(StoredProblem::code).distinct().sorted(Comparator.comparing(Enum::name)).toList());
		model.addAttribute("classGroups", classGroups(all));
		model.addAttribute("found", found.size());
		model.addAttribute("most", SHOWN_OF_A_CODE);
		model.addAttribute("groups", ProblemGroup.of(found));
		model.addAttribute("decidable", !closed);
		return "console/problems";
	}

	@GetMapping("/console/problems/{id}")
	String one(@PathVariable String id, Model model) {
		StoredProblem problem = this.decisions.find(id).orElseThrow(() -> ConsoleRefused.notFound("refused.problem"));
		model.addAttribute("row", new ProblemRow(problem));
		model.addAttribute("decidable", problem.open());
		return "console/problem";
	}

	@PostMapping("/console/problems/decision")
	@PreAuthorize("hasRole('APPROVER')")
	String decide(@RequestParam(name = "problem", defaultValue = "") List<String> chosen, @RequestParam String decision,
			@RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
			@RequestParam(required = false) @Nullable String reason, Principal user, RedirectAttributes answer) {
		if (chosen.isEmpty()) {
			throw new ConsoleRefused(HttpStatus.BAD_REQUEST, "refused.nothing");
		}
		long taken = chosen.stream().filter((id) -> take(id, decision, until, reason, user.getName())).count();
		answer.addFlashAttribute("taken", taken);
		answer.addFlashAttribute("left", chosen.size() - taken);
		return (chosen.size() == 1) ? "redirect:/console/problems/" + chosen.get(0) : "redirect:/console/problems";
	}

	private boolean take(String id, String decision, @Nullable LocalDate until, @Nullable String reason, String user) {
		return switch (decision) {
			case "acknowledge" -> this.decisions.acknowledge(id, user);
			case "snooze" -> {
				if (until == null) {
					throw new ConsoleRefused(HttpStatus.BAD_REQUEST, "refused.until");
				}
				yield this.decisions.snooze(id, until.atStartOfDay(this.zone).toInstant(), user);
			}
			case "resolve" -> {
				if (reason == null || reason.isBlank()) {
					throw new ConsoleRefused(HttpStatus.BAD_REQUEST, "refused.reason");
				}
				yield this.decisions.resolve(id, reason.strip(), user);
			}
			default -> throw new ConsoleRefused(HttpStatus.BAD_REQUEST, "refused.decision");
		};
	}

	private List<StoredProblem> of(ProblemFilter filter) {
		SchoolId chosen = this.schools.chosen(filter.school());
		List<SchoolId> which = (chosen != null) ? List.of(chosen) : this.schools.all();
		return which.stream().flatMap((school) -> problems(school, filter.closed()).stream()).toList();
	}

	private List<StoredProblem> problems(SchoolId school, boolean closed) {
		return closed ? this.problems.of(school, CLOSED, MOST_CLOSED).problems() : this.problems.open(school);
	}

	/** Names of class groups by their ids. */
	private static Map<String, String> classGroups(List<StoredProblem> problems) {
		Map<String, String> names = new TreeMap<>();
		problems.forEach((problem) -> {
			if (problem.classGroup() != null) {
				names.put(problem.classGroup().value(), new ProblemRow(problem).classGroup());
			}
		});
		return names;
	}

}
