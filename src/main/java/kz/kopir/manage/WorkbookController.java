package kz.kopir.manage;

import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import kz.kopir.audit.Audit;
import kz.kopir.audit.AuditAction;
import kz.kopir.run.RunTrigger;
import kz.kopir.school.SchoolId;
import kz.kopir.school.Term;
import kz.kopir.sync.ControlDesk;
import kz.kopir.sync.ControlItem;
import kz.kopir.sync.ControlRefused;
import kz.kopir.workbook.CriteriaSheet;
import kz.kopir.workbook.Prefilled;
import kz.kopir.workbook.Refusal;
import kz.kopir.workbook.Workbooks;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The workbooks of БЖБ and ТЖБ: to print and type from, and the journal's own exported
 * files filled in. They hold names and marks: only who may sign in here gets them, and
 * nothing keeps a copy.
 */
@RestController
class WorkbookController {

	static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	private static final String XLS = "application/vnd.ms-excel";

	/** The journal's exports are far smaller; the reader has its own, smaller limit. */
	private static final int LARGEST_EXPORT = 4 * 1024 * 1024;

	private static final Set<String> LANGUAGES = Set.of("kk", "ru", "en");

	private final ControlDesk desk;

	private final RunTrigger trigger;

	private final Audit audit;

	private final Workbooks workbooks = new Workbooks();

	WorkbookController(ControlDesk desk, RunTrigger trigger, Audit audit) {
		this.desk = desk;
		this.trigger = trigger;
		this.audit = audit;
	}

	@GetMapping(path = "/workbooks/{school}/{classGroup}", produces = XLSX)
	ResponseEntity<byte[]> workbook(@PathVariable String school, @PathVariable String classGroup,
			@RequestParam(required = false) @Nullable String teacher,
			@RequestParam(required = false) @Nullable Integer term, @RequestParam(defaultValue = "kk") String lang,
			@RequestParam(required = false) @Nullable String reason, Principal user) {
		if (!LANGUAGES.contains(lang)) {
			throw new RequestRefused(HttpStatus.BAD_REQUEST, "There is no workbook in this language.",
					"GET /workbooks/{school}/{classGroup}, argument lang", "Give one of kk, ru, en.");
		}
		List<CriteriaSheet> sheets = sheets(school, classGroup, teacher, term);
		seen(user, AuditAction.WORKBOOK_SEEN, school, classGroup, sheets, reason);
		byte[] file = this.workbooks.sheet(sheets.get(0).classGroup(), sheets, Locale.forLanguageTag(lang));
		return attachment(file, XLSX, "bzhb-tzhb-" + classGroup + ".xlsx");
	}

	@PostMapping(path = "/workbooks/{school}/{classGroup}/export", produces = XLS,
			consumes = { XLS, MediaType.APPLICATION_OCTET_STREAM_VALUE })
	ResponseEntity<byte[]> fill(@PathVariable String school, @PathVariable String classGroup,
			@RequestParam(required = false) @Nullable String teacher,
			@RequestParam(required = false) @Nullable Integer term,
			@RequestParam(required = false) @Nullable String reason, InputStream export, Principal user)
			throws IOException {
		List<CriteriaSheet> sheets = sheets(school, classGroup, teacher, term);
		Prefilled filled = prefill(export, sheets);
		if (filled.filled() == 0) {
			throw new RequestRefused(HttpStatus.UNPROCESSABLE_CONTENT,
					"Nothing was filled in: " + reasons(filled.refusals()) + ".",
					"POST /workbooks/{school}/{classGroup}/export",
					"Send the same with Accept: application/json to see each reason with its place.");
		}
		seen(user, AuditAction.EXPORT_FILLED, school, classGroup, sheets, reason);
		return file(filled.file(), XLS, "filled-" + classGroup + ".xls")
			.header("Kopir-Filled", String.valueOf(filled.filled()))
			.header("Kopir-Refused", String.valueOf(filled.refusals().stream().mapToInt(Refusal::marks).sum()))
			.body(filled.file());
	}

	/** What would be filled in and what not, with reasons; the file is not given. */
	@PostMapping(path = "/workbooks/{school}/{classGroup}/export", produces = MediaType.APPLICATION_JSON_VALUE,
			consumes = { XLS, MediaType.APPLICATION_OCTET_STREAM_VALUE })
	FillReport report(@PathVariable String school, @PathVariable String classGroup,
			@RequestParam(required = false) @Nullable String teacher,
			@RequestParam(required = false) @Nullable Integer term,
			@RequestParam(required = false) @Nullable String reason, InputStream export, Principal user)
			throws IOException {
		List<CriteriaSheet> sheets = sheets(school, classGroup, teacher, term);
		Prefilled filled = prefill(export, sheets);
		seen(user, AuditAction.EXPORT_FILLED, school, classGroup, sheets, reason);
		return new FillReport(filled.filled(), filled.unchanged(), filled.refusals());
	}

	private Prefilled prefill(InputStream export, List<CriteriaSheet> sheets) throws IOException {
		return this.workbooks.prefill(export.readNBytes(LARGEST_EXPORT), sheets);
	}

	/** Before anything is given away. */
	private void seen(Principal user, AuditAction action, String school, String classGroup, List<CriteriaSheet> sheets,
			@Nullable String reason) {
		this.audit.record(user.getName(), action, RunArguments.school(school, this.trigger.schools()),
				"class-group:" + classGroup + " term:" + sheets.get(0).term() + " sheets:" + sheets.size(), reason);
	}

	private List<CriteriaSheet> sheets(String school, String classGroup, @Nullable String teacher,
			@Nullable Integer number) {
		SchoolId served = RunArguments.school(school, this.trigger.schools());
		try {
			Term term = this.desk.term(served, number);
			List<ControlItem> items = this.desk.items(served, term)
				.stream()
				.filter((item) -> item.classGroup().equals(classGroup))
				.filter((item) -> teacher == null || item.teacher().equals(teacher))
				.toList();
			List<CriteriaSheet> sheets = new CriteriaSheets(this.desk.scores(served, classGroup)).of(items,
					term.number());
			if (sheets.isEmpty()) {
				throw nothing("This class group has no БЖБ or ТЖБ with a place in the journal in that term.");
			}
			return sheets;
		}
		catch (ControlRefused refused) {
			throw nothing(String.valueOf(refused.getMessage()));
		}
	}

	private static RequestRefused nothing(String what) {
		return new RequestRefused(HttpStatus.NOT_FOUND, what, "/workbooks/{school}/{classGroup}",
				"GET /control/{school} shows class groups and their works.");
	}

	private static String reasons(List<Refusal> refusals) {
		return refusals.isEmpty() ? "there is nothing to fill in" : String.join(", ",
				refusals.stream().map((refusal) -> refusal.reason().name()).distinct().sorted().toList());
	}

	/** A file to save; no copy is kept on the way. */
	static ResponseEntity<byte[]> attachment(byte[] content, String type, String name) {
		return file(content, type, name).body(content);
	}

	private static ResponseEntity.BodyBuilder file(byte[] content, String type, String name) {
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(type))
			.contentLength(content.length)
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString());
	}

	/** What became of an exported file. */
	record FillReport(int filled, int unchanged, List<Refusal> refusals) {
	}

}
