package kz.kopir.manage;

import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.Arrays;
import java.util.Locale;

import kz.kopir.audit.Audit;
import kz.kopir.audit.AuditAction;
import kz.kopir.run.RunTrigger;
import kz.kopir.school.SchoolId;
import kz.kopir.school.TeacherId;
import kz.kopir.zoom.report.DateOrder;
import kz.kopir.zoom.report.ReportColumn;
import kz.kopir.zoom.report.ReportImport;
import kz.kopir.zoom.report.ReportOutcome;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /reports}: takes Zoom's participant reports and what their headers mean. Only
 * PUT, which no page of another site can send.
 */
@RestController
class ReportsController {

	private static final String TEACHER_IN_FILE = "-";

	private final ReportImport reports;

	private final RunTrigger trigger;

	private final TransactionOperations transactions;

	private final Audit audit;

	ReportsController(ReportImport reports, RunTrigger trigger, TransactionOperations transactions, Audit audit) {
		this.reports = reports;
		this.trigger = trigger;
		this.transactions = transactions;
		this.audit = audit;
	}

	@PutMapping("/reports/{school}/{teacher}/{file}")
	ResponseEntity<ReportOutcome> take(@PathVariable String school, @PathVariable String teacher,
			@PathVariable String file, @RequestParam(required = false) @Nullable String dates,
			@RequestParam(required = false) @Nullable String reason, InputStream content, Principal user)
			throws IOException {
		SchoolId served = RunArguments.school(school, this.trigger.schools());
		ReportOutcome outcome = this.reports.take(served, file,
				teacher.equals(TEACHER_IN_FILE) ? null : new TeacherId(teacher), order(dates), content);
		// not the name of the file: whoever named it may have named a child
		this.audit.record(user.getName(), AuditAction.REPORT_PUT_IN, served,
				"taken:" + outcome.taken() + " meetings:" + outcome.meetings() + " rows:" + outcome.rows(), reason);
		return ResponseEntity.status(outcome.taken() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT).body(outcome);
	}

	@PutMapping("/reports/{school}/headers")
	ResponseEntity<Void> learn(@PathVariable String school, @RequestParam String header, @RequestParam String meaning,
			@RequestParam(required = false) @Nullable String reason, Principal user) {
		SchoolId served = RunArguments.school(school, this.trigger.schools());
		ReportColumn column = column(meaning);
		this.transactions.executeWithoutResult((status) -> {
			this.reports.learn(served, header, column, user.getName());
			this.audit.record(user.getName(), AuditAction.REPORT_HEADER_LEARNED, served, "means:" + word(column),
					reason);
		});
		return ResponseEntity.noContent().build();
	}

	private static @Nullable DateOrder order(@Nullable String text) {
		if (text == null) {
			return null;
		}
		return Arrays.stream(DateOrder.values())
			.filter((order) -> word(order).equals(text))
			.findFirst()
			.orElseThrow(() -> refused("dates", "Give day-first or month-first."));
	}

	private static ReportColumn column(String text) {
		return Arrays.stream(ReportColumn.values())
			.filter((column) -> word(column).equals(text))
			.findFirst()
			.orElseThrow(() -> refused("meaning",
					"Give one of " + Arrays.stream(ReportColumn.values()).map(ReportsController::word).toList() + "."));
	}

	private static String word(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private static RequestRefused refused(String argument, String advice) {
		return new RequestRefused(HttpStatus.BAD_REQUEST, "This is not understood; nothing was done.",
				"PUT /reports, argument " + argument, advice);
	}

}
