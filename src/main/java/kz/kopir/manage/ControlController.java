package kz.kopir.manage;

import java.security.Principal;
import java.util.List;

import kz.kopir.audit.Audit;
import kz.kopir.audit.AuditAction;
import kz.kopir.run.RunTrigger;
import kz.kopir.school.SchoolId;
import kz.kopir.school.Term;
import kz.kopir.sync.ControlDesk;
import kz.kopir.sync.ControlItem;
import kz.kopir.sync.ControlRefused;
import kz.kopir.sync.DecisionRuns;
import kz.kopir.sync.TermPreviewRow;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The results of all forms of control: what stands in the journal and what not, and what
 * persons decide about it. Holds titles of works, but no names and no marks.
 */
@RestController
class ControlController {

	private final ControlDesk desk;

	private final RunTrigger trigger;

	private final DecisionRuns decided;

	private final Audit audit;

	ControlController(ControlDesk desk, RunTrigger trigger, DecisionRuns decided, Audit audit) {
		this.desk = desk;
		this.trigger = trigger;
		this.decided = decided;
		this.audit = audit;
	}

	@GetMapping("/control/{school}")
	ControlView list(@PathVariable String school, @RequestParam(required = false) @Nullable Integer term,
			@RequestParam(required = false) @Nullable String classGroup,
			@RequestParam(required = false) @Nullable String teacher) {
		SchoolId served = served(school);
		try {
			Term of = this.desk.term(served, term);
			List<ControlItem> items = this.desk.items(served, of)
				.stream()
				.filter((item) -> classGroup == null || item.classGroup().equals(classGroup))
				.filter((item) -> teacher == null || item.teacher().equals(teacher))
				.toList();
			return ControlView.of(of, items);
		}
		catch (ControlRefused refused) {
			throw asAnswer(refused, "GET /control/{school}");
		}
	}

	@GetMapping(path = "/control/{school}/list.xlsx")
	ResponseEntity<byte[]> sheet(@PathVariable String school, @RequestParam(required = false) @Nullable Integer term,
			@RequestParam(required = false) @Nullable String classGroup,
			@RequestParam(required = false) @Nullable String teacher) {
		ControlView view = list(school, term, classGroup, teacher);
		return WorkbookController.attachment(ControlSheet.of(view), WorkbookController.XLSX,
				"control-" + view.from() + ".xlsx");
	}

	@GetMapping("/control/{school}/{classGroup}/preview")
	List<TermPreviewRow> preview(@PathVariable String school, @PathVariable String classGroup,
			@RequestParam(required = false) @Nullable Integer term, Principal user) {
		SchoolId served = served(school);
		try {
			Term of = this.desk.term(served, term);
			List<TermPreviewRow> previews = this.desk.previews(served, classGroup, of);
			this.audit.record(user.getName(), AuditAction.PREVIEW_SEEN, served,
					"class-group:" + classGroup + " term:" + of.start() + " rows:" + previews.size(), null);
			return previews;
		}
		catch (ControlRefused refused) {
			throw asAnswer(refused, "GET /control/{school}/{classGroup}/preview");
		}
	}

	@PostMapping(path = "/control/{school}/{course}/{coursework}/late", consumes = MediaType.APPLICATION_JSON_VALUE)
	Decided letThrough(@PathVariable String school, @PathVariable String course, @PathVariable String coursework,
			@RequestBody Reason reason, Principal user) {
		SchoolId served = served(school);
		String place = "POST /control/{school}/{course}/{coursework}/late";
		try {
			String why = reason.given(place);
			this.desk.letThrough(served, course, coursework, user.getName(), why);
			return new Decided(course, coursework, this.decided.ofLateResults(served, user.getName(), why));
		}
		catch (ControlRefused refused) {
			throw asAnswer(refused, place);
		}
	}

	@PostMapping(path = "/control/{school}/{course}/{coursework}/exclusion",
			consumes = MediaType.APPLICATION_JSON_VALUE)
	Decided exclude(@PathVariable String school, @PathVariable String course, @PathVariable String coursework,
			@RequestBody Reason reason, Principal user) {
		String place = "POST /control/{school}/{course}/{coursework}/exclusion";
		try {
			this.desk.exclude(served(school), course, coursework, user.getName(), reason.given(place));
			return new Decided(course, coursework, null);
		}
		catch (ControlRefused refused) {
			throw asAnswer(refused, place);
		}
	}

	@PostMapping(path = "/control/{school}/terms/{number}/closing", consumes = MediaType.APPLICATION_JSON_VALUE)
	Closed close(@PathVariable String school, @PathVariable int number, @RequestBody Reason reason, Principal user) {
		SchoolId served = served(school);
		String place = "POST /control/{school}/terms/{number}/closing";
		String why = reason.given(place);
		try {
			Term term = this.desk.term(served, number);
			return new Closed(term.number(), term.start().toString(),
					this.desk.close(served, term, user.getName(), why));
		}
		catch (ControlRefused refused) {
			throw asAnswer(refused, place);
		}
	}

	private SchoolId served(String school) {
		return RunArguments.school(school, this.trigger.schools());
	}

	private static RequestRefused asAnswer(ControlRefused refused, String place) {
		HttpStatus status = switch (refused.reason()) {
			case UNKNOWN -> HttpStatus.NOT_FOUND;
			case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
			case NOT_NOW -> HttpStatus.CONFLICT;
		};
		return new RequestRefused(status, String.valueOf(refused.getMessage()), place,
				"GET /control/{school} shows what stands and what does not. Nothing was changed.");
	}

	/** Why a person decides so. */
	record Reason(@Nullable String reason) {

		String given(String place) {
			return Reasons.required(this.reason, place);
		}

	}

	/** The decision is kept; the run carries it, or the next one if it is null. */
	record Decided(String course, String coursework, @Nullable String run) {
	}

	/** The term is closed. */
	record Closed(int term, String start, int works) {
	}

}
