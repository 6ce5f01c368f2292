package kz.kopir.manage;

import java.security.Principal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import kz.kopir.problem.DecisionRefused;
import kz.kopir.problem.Owner;
import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.ProblemDecision;
import kz.kopir.problem.ProblemPage;
import kz.kopir.problem.ProblemQuery;
import kz.kopir.problem.ProblemState;
import kz.kopir.problem.Problems;
import kz.kopir.problem.StoredProblem;
import kz.kopir.run.RunTrigger;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The problems of a school, all that became of each, and what persons decide about them.
 * Holds titles of works and ids of pupils, but no names and no marks.
 */
@RestController
class ProblemsController {

	private static final int SHOWN = 500;

	private static final String LIST = "GET /problems/{school}";

	private static final String DECISION = "POST /problems/{school}/{id}/{decision}";

	private final Problems problems;

	private final RunTrigger trigger;

	private final ZoneId zone;

	ProblemsController(Problems problems, RunTrigger trigger, ZoneId zone) {
		this.problems = problems;
		this.trigger = trigger;
		this.zone = zone;
	}

	@GetMapping("/problems/{school}")
	ProblemList list(@PathVariable String school, @RequestParam(required = false) @Nullable String state,
			@RequestParam(required = false) @Nullable String owner,
			@RequestParam(required = false) @Nullable String code,
			@RequestParam(required = false) @Nullable String classGroup) {
		ProblemQuery query = new ProblemQuery(argument(ProblemState.values(), state, LIST, "argument state"),
				argument(Owner.values(), owner, LIST, "argument owner"),
				argument(ProblemCode.values(), code, LIST, "argument code"),
				(classGroup != null) ? new ClassGroupId(classGroup) : null);
		ProblemPage page = this.problems.of(served(school), query, SHOWN);
		return new ProblemList(page.problems().stream().map(ProblemSummary::of).toList(), page.leftOut());
	}

	@GetMapping("/problems/{school}/{id}")
	ProblemDetails one(@PathVariable String school, @PathVariable String id) {
		SchoolId served = served(school);
		StoredProblem problem = this.problems.find(served, id)
			.orElseThrow(() -> new RequestRefused(HttpStatus.NOT_FOUND, "This school has no such problem.",
					"GET /problems/{school}/{id}", "GET /problems/{school} lists the problems with their ids."));
		return details(served, problem);
	}

	@PostMapping(path = "/problems/{school}/{id}/{decision}", consumes = MediaType.APPLICATION_JSON_VALUE)
	ProblemDetails decide(@PathVariable String school, @PathVariable String id, @PathVariable String decision,
			@RequestBody Decision body, Principal user) {
		SchoolId served = served(school);
		String by = user.getName();
		String reason = body.reason();
		ProblemDecision decided = Optional
			.ofNullable(argument(ProblemDecision.values(), decision, DECISION, "decision"))
			.orElseThrow();
		try {
			return details(served, switch (decided) {
				case SEEN -> this.problems.seen(served, id, by);
				case ACKNOWLEDGE -> this.problems.acknowledge(served, id, by, reason);
				case SNOOZE -> this.problems.snooze(served, id, by, reason, until(body.until()));
				case RESOLVE -> this.problems.resolve(served, id, by, (reason != null) ? reason : "");
				case REOPEN -> this.problems.reopen(served, id, by, reason);
			});
		}
		catch (DecisionRefused refused) {
			throw asAnswer(refused);
		}
	}

	private ProblemDetails details(SchoolId school, StoredProblem problem) {
		return new ProblemDetails(ProblemView.of(problem),
				this.problems.history(school, problem.id()).stream().map(ProblemEventView::of).toList());
	}

	private SchoolId served(String school) {
		return RunArguments.school(school, this.trigger.schools());
	}

	/** A moment, or a day, which begins at midnight in the school's zone. */
	private Instant until(@Nullable String text) {
		if (text == null) {
			throw noMoment();
		}
		try {
			return text.contains("T") ? OffsetDateTime.parse(text).toInstant()
					: LocalDate.parse(text).atStartOfDay(this.zone).toInstant();
		}
		catch (DateTimeException ex) {
			throw noMoment();
		}
	}

	private static RequestRefused noMoment() {
		return new RequestRefused(HttpStatus.BAD_REQUEST, "It is not clear until when the problem shall rest.",
				DECISION + ", until", "Give a day such as 2026-11-25, or a moment such as 2026-11-25T14:00:00+05:00.");
	}

	private static <E extends Enum<E>> @Nullable E argument(E[] known, @Nullable String text, String place,
			String name) {
		if (text == null) {
			return null;
		}
		return Arrays.stream(known)
			.filter((one) -> one.name().equalsIgnoreCase(text))
			.findFirst()
			.orElseThrow(
					() -> new RequestRefused(HttpStatus.BAD_REQUEST, "This value is not known.", place + ", " + name,
							"Give one of " + Arrays.stream(known).map(ProblemsController::word).toList() + "."));
	}

	static String word(Enum<?> constant) {
		return (constant instanceof ProblemCode) ? constant.name() : constant.name().toLowerCase(Locale.ROOT);
	}

	private static RequestRefused asAnswer(DecisionRefused refused) {
		HttpStatus status = switch (refused.reason()) {
			case UNKNOWN -> HttpStatus.NOT_FOUND;
			case INCOMPLETE -> HttpStatus.BAD_REQUEST;
			case NOT_NOW -> HttpStatus.CONFLICT;
		};
		return new RequestRefused(status, String.valueOf(refused.getMessage()), DECISION,
				"GET /problems/{school}/{id} shows how it stands. Nothing was changed.");
	}

	/** What a person says, apart from the decision itself. */
	record Decision(@Nullable String reason, @Nullable String until) {
	}

	/** Problems, the one that was opened last first, and how many more there are. */
	record ProblemList(List<ProblemSummary> problems, int leftOut) {
	}

	/** One problem with its history, the oldest event first. */
	record ProblemDetails(ProblemView problem, List<ProblemEventView> history) {
	}

}
