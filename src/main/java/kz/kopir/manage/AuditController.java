package kz.kopir.manage;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import kz.kopir.audit.Audit;
import kz.kopir.audit.AuditAction;
import kz.kopir.audit.AuditChain;
import kz.kopir.audit.AuditCheck;
import kz.kopir.audit.AuditEntry;
import kz.kopir.run.RunTrigger;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /audit}: who did what, a look whether the chain is whole, and the export with
 * which an outsider can look, too. The chain of the gateway itself is called {@code -}.
 * Reasons are given away with the export alone: a person may have named a child.
 */
@RestController
class AuditController {

	static final String JSON_LINES = "application/x-ndjson";

	private static final int MOST = 500;

	private final Audit audit;

	private final RunTrigger trigger;

	private final ObjectMapper json = new ObjectMapper();

	AuditController(Audit audit, RunTrigger trigger) {
		this.audit = audit;
		this.trigger = trigger;
	}

	@GetMapping("/audit/{school}")
	Rows rows(@PathVariable String school, @RequestParam(required = false) @Nullable Long before,
			@RequestParam(defaultValue = "100") int limit) {
		if (limit < 1 || limit > MOST) {
			throw new RequestRefused(HttpStatus.BAD_REQUEST, "So many rows are not shown at once.",
					"GET /audit/{school}, argument limit", "Give a number from 1 to " + MOST + ".");
		}
		List<AuditEntry> rows = this.audit.before(chain(school), (before != null) ? before : Long.MAX_VALUE, limit);
		return new Rows(rows.stream().map(Row::of).toList(),
				(rows.size() < limit) ? null : rows.get(rows.size() - 1).seq());
	}

	@GetMapping("/audit/{school}/verification")
	Verification verification(@PathVariable String school) {
		return Verification.of(this.audit.verify(chain(school)));
	}

	@GetMapping(path = "/audit/{school}/export", produces = JSON_LINES)
	void export(@PathVariable String school, @RequestParam(required = false) @Nullable String reason, Principal user,
			HttpServletResponse response) throws IOException {
		SchoolId chain = chain(school);
		this.audit.record(user.getName(), AuditAction.AUDIT_EXPORTED, chain, "chain:" + chain, reason);
		response.setContentType(JSON_LINES);
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.jsonl\"");
		try (Writer writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
			this.audit.each(chain, (entry) -> line(writer, entry));
		}
	}

	private SchoolId chain(String school) {
		return school.equals(Audit.GATEWAY.value()) ? Audit.GATEWAY
				: RunArguments.school(school, this.trigger.schools());
	}

	/** The fields in the order in which they are hashed, see docs/audit.md. */
	private void line(Writer writer, AuditEntry entry) {
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		fields.put("previousHash", entry.previousHash());
		fields.put("school", entry.school().value());
		fields.put("seq", entry.seq());
		fields.put("at", AuditChain.moment(entry.at()));
		fields.put("who", entry.who());
		fields.put("action", entry.action().name());
		fields.put("object", entry.object());
		fields.put("reasonHash", entry.reasonHash());
		fields.put("hash", entry.hash());
		fields.put("salt", entry.salt());
		fields.put("reason", entry.reason());
		try {
			writer.write(this.json.writeValueAsString(fields));
			writer.write('\n');
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Rows, the last first.
	 *
	 * @param rows the rows
	 * @param before what to ask for the rows before these, null when there are none
	 */
	record Rows(List<Row> rows, @Nullable Long before) {
	}

	/**
	 * One row, without the reason itself.
	 */
	record Row(long seq, String at, String who, AuditAction action, String object, boolean reasonGiven, String hash) {

		static Row of(AuditEntry entry) {
			return new Row(entry.seq(), AuditChain.moment(entry.at()), entry.who(), entry.action(), entry.object(),
					entry.reasonHash() != null, entry.hash());
		}

	}

	/**
	 * Whether a chain is whole.
	 */
	record Verification(boolean whole, long rows, long from, long to, String head, @Nullable Long brokenAt,
			@Nullable String what) {

		static Verification of(AuditCheck check) {
			AuditCheck.Broken broken = check.broken();
			return new Verification(broken == null, check.rows(), check.from(), check.to(), check.head(),
					(broken != null) ? broken.seq() : null, (broken != null) ? broken.what() : null);
		}

	}

}
