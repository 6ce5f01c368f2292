package kz.kopir.console;

import java.security.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import kz.kopir.sync.ApprovalRefused;
import kz.kopir.sync.ControlDesk;
import kz.kopir.sync.DecisionRuns;
import kz.kopir.sync.PlanApproval;
import kz.kopir.sync.PlanSummary;
import kz.kopir.sync.PlannedChange;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * {@code /console/plans}: what would be written, before it is written, and the approval.
 */
@Controller
class PlansController {

	private final PlanApproval plans;

	private final RunBook book;

	private final ControlDesk control;

	private final DecisionRuns decided;

	private final Content content;

	PlansController(PlanApproval plans, RunBook book, ControlDesk control, DecisionRuns decided, Content content) {
		this.plans = plans;
		this.book = book;
		this.control = control;
		this.decided = decided;
		this.content = content;
	}

	@GetMapping("/console/plans")
	String list(Model model) {
		List<PlanSummary> waiting = this.plans.waiting();
		Map<String, String> names = new LinkedHashMap<>();
		waiting.stream().map(PlanSummary::runId).distinct().forEach((run) -> names.putAll(this.book.classGroups(run)));
		model.addAttribute("plans", waiting);
		model.addAttribute("classGroups", names);
		return "console/plans";
	}

	@GetMapping("/console/plans/{id}")
	String one(@PathVariable String id, Authentication user, Model model) {
		PlanSummary plan = this.plans.find(id).orElseThrow(() -> ConsoleRefused.notFound("refused.plan"));
		boolean withContent = this.content.maySee(user);
		PupilNames names = withContent ? new PupilNames(this.control.pupilNames(plan.school())) : PupilNames.NONE;
		Map<String, List<PlanChange>> byKind = new LinkedHashMap<>();
		for (PlannedChange change : this.plans.changes(id)) {
			byKind.computeIfAbsent(change.kind(), (kind) -> new ArrayList<>())
				.add(PlanChange.of(change, withContent, names));
		}
		if (withContent) {
			this.content.planSeen(user, plan);
		}
		model.addAttribute("plan", plan);
		model.addAttribute("classGroup",
				this.book.classGroups(plan.runId()).getOrDefault(plan.classGroup(), plan.classGroup()));
		model.addAttribute("withContent", withContent);
		model.addAttribute("changes", byKind);
		return "console/plan";
	}

	@PostMapping("/console/plans/{id}/approval")
	@PreAuthorize("hasRole('APPROVER')")
	String approve(@PathVariable String id, @RequestParam String hash, @RequestParam(defaultValue = "") String reason,
			Principal user, RedirectAttributes answer) {
		if (reason.isBlank()) {
			throw new ConsoleRefused(HttpStatus.BAD_REQUEST, "refused.reason");
		}
		try {
			PlanSummary approved = this.plans.approve(id, hash, user.getName(), reason.strip());
			answer.addFlashAttribute("approved", true);
			answer.addFlashAttribute("run", this.decided.ofPlan(approved, user.getName(), reason.strip()));
			return "redirect:/console/plans/" + id;
		}
		catch (ApprovalRefused refused) {
			HttpStatus status = switch (refused.reason()) {
				case UNKNOWN_PLAN -> HttpStatus.NOT_FOUND;
				case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
				case NOT_WAITING, OTHER_HASH -> HttpStatus.CONFLICT;
			};
			throw new ConsoleRefused(status, "refused.approval." + refused.reason());
		}
	}

}
