package kz.kopir.console;

import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;

import kz.kopir.school.SchoolId;
import kz.kopir.school.Term;
import kz.kopir.sync.ControlDesk;
import kz.kopir.sync.ControlItem;
import kz.kopir.sync.ControlRefused;
import kz.kopir.sync.DecisionRuns;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * {@code /console/terms}: the results of all forms of control of a term, class by class,
 * and what persons decide about them. Holds titles of works, but no names and no marks.
 */
@Controller
class TermsController {

	private static final int TERMS_OF_A_YEAR = 4;

	private final ControlDesk desk;

	private final DecisionRuns decided;

	private final Schools schools;

	private final Clock clock;

	TermsController(ControlDesk desk, DecisionRuns decided, Schools schools, Clock clock) {
		this.desk = desk;
		this.decided = decided;
		this.schools = schools;
		this.clock = clock;
	}

	@GetMapping("/console/terms")
	String map(@RequestParam(required = false) @Nullable String school,
			@RequestParam(required = false) @Nullable Integer term,
			@RequestParam(defaultValue = "false") boolean everything, Model model) {
		SchoolId of = this.schools.oneOf(school);
		frame(of, model);
		model.addAttribute("everything", everything);
		try {
			Term chosen = this.desk.term(of, term);
			List<ControlItem> items = this.desk.items(of, chosen)
				.stream()
				.filter((item) -> everything || item.stage() != null)
				.toList();
			model.addAttribute("term", chosen);
			model.addAttribute("map", HeatMap.of(items, this.clock.instant()));
			return "console/terms";
		}
		catch (ControlRefused refused) {
			throw asPage(refused);
		}
	}

	@GetMapping("/console/terms/works")
	String works(@RequestParam(required = false) @Nullable String school,
			@RequestParam(required = false) @Nullable Integer term,
			@RequestParam(required = false) @Nullable String classGroup,
			@RequestParam(required = false) @Nullable String subject,
			@RequestParam(required = false) @Nullable WorkState state,
			@RequestParam(defaultValue = "false") boolean everything, Model model) {
		SchoolId of = this.schools.oneOf(school);
		String group = Chosen.of(classGroup);
		String taught = Chosen.of(subject);
		frame(of, model);
		try {
			Term chosen = this.desk.term(of, term);
			model.addAttribute("term", chosen);
			model.addAttribute("everything", everything);
			model.addAttribute("classGroup", group);
			model.addAttribute("subject", taught);
			model.addAttribute("works", this.desk.items(of, chosen)
				.stream()
				.filter((item) -> everything || item.stage() != null)
				.filter((item) -> group == null || item.classGroup().equals(group))
				.filter((item) -> taught == null || item.subject().equals(taught))
				.sorted(HeatMap.BY_CLASS.thenComparing(ControlItem::subjectName).thenComparing(ControlItem::day))
				.map((item) -> WorkRow.of(item, this.clock.instant()))
				.filter((work) -> state == null || work.state() == state)
				.toList());
			return "console/works";
		}
		catch (ControlRefused refused) {
			throw asPage(refused);
		}
	}

	@PostMapping("/console/terms/works/late")
	@PreAuthorize("hasRole('APPROVER')")
	String letThrough(WorkDecision decision, Principal user, RedirectAttributes answer) {
		SchoolId school = this.schools.oneOf(decision.school());
		try {
			String why = decision.because();
			this.desk.letThrough(school, decision.course(), decision.coursework(), user.getName(), why);
			answer.addFlashAttribute("done", "works.done.late");
			answer.addFlashAttribute("run", this.decided.ofLateResults(school, user.getName(), why));
			return back(decision);
		}
		catch (ControlRefused refused) {
			throw asPage(refused);
		}
	}

	@PostMapping("/console/terms/works/exclusion")
	@PreAuthorize("hasRole('APPROVER')")
	String exclude(WorkDecision decision, Principal user, RedirectAttributes answer) {
		try {
			this.desk.exclude(this.schools.oneOf(decision.school()), decision.course(), decision.coursework(),
					user.getName(), decision.because());
			answer.addFlashAttribute("done", "works.done.exclusion");
			return back(decision);
		}
		catch (ControlRefused refused) {
			throw asPage(refused);
		}
	}

	@PostMapping("/console/terms/closing")
	@PreAuthorize("hasRole('APPROVER')")
	String close(@RequestParam String school, @RequestParam int term, @RequestParam(defaultValue = "") String reason,
			Principal user, RedirectAttributes answer) {
		if (reason.isBlank()) {
			throw new ConsoleRefused(HttpStatus.BAD_REQUEST, "refused.reason");
		}
		SchoolId of = this.schools.oneOf(school);
		try {
			answer.addFlashAttribute("closed",
					this.desk.close(of, this.desk.term(of, term), user.getName(), reason.strip()));
			return "redirect:" + UriComponentsBuilder.fromPath("/console/terms")
				.queryParam("school", "{school}")
				.queryParam("term", term)
				.encode()
				.buildAndExpand(school)
				.toUriString();
		}
		catch (ControlRefused refused) {
			throw asPage(refused);
		}
	}

	private void frame(SchoolId school, Model model) {
		model.addAttribute("school", school);
		model.addAttribute("schools", this.schools.all());
		model.addAttribute("terms", IntStream.rangeClosed(1, TERMS_OF_A_YEAR).boxed().toList());
	}

	/** To the list from which the decision came. */
	private static String back(WorkDecision decision) {
		return "redirect:" + UriComponentsBuilder.fromPath("/console/terms/works")
			.queryParam("school", "{school}")
			.queryParam("term", "{term}")
			.queryParam("classGroup", "{classGroup}")
			.queryParam("subject", "{subject}")
			.queryParam("everything", decision.everything())
			.encode()
			.buildAndExpand(decision.school(), decision.term(), decision.classGroup(), decision.subject())
			.toUriString();
	}

	private static ConsoleRefused asPage(ControlRefused refused) {
		HttpStatus status = switch (refused.reason()) {
			case UNKNOWN -> HttpStatus.NOT_FOUND;
			case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
			case NOT_NOW -> HttpStatus.CONFLICT;
		};
		return new ConsoleRefused(status, "refused.control." + refused.reason());
	}

	/**
	 * A decision about a work, with the place in the list to which it leads back.
	 */
	record WorkDecision(@Nullable String school, @Nullable String term, @Nullable String classGroup,
			@Nullable String subject, @Nullable Boolean everything, String course, String coursework,
			@Nullable String reason) {

		String because() {
			if (this.reason == null || this.reason.isBlank()) {
				throw new ConsoleRefused(HttpStatus.BAD_REQUEST, "refused.reason");
			}
			return this.reason.strip();
		}

	}

}
