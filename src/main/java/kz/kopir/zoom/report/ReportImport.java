package kz.kopir.zoom.report;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import kz.kopir.problem.Problem;
import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.Problems;
import kz.kopir.school.SchoolId;
import kz.kopir.school.TeacherId;
import kz.kopir.zoom.MeetingStore;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes report files that persons put in. A file is taken whole, in one transaction, and
 * once: the same content again, with nothing else said of it, changes nothing. When
 * another teacher or another order of dates is said of it, what it told before goes.
 */
public class ReportImport {

	private static final Logger logger = LoggerFactory.getLogger(ReportImport.class);

	private final TransactionOperations transactions;

	private final MeetingStore meetings;

	private final Problems problems;

	private final Function<SchoolId, ReportRules> rules;

	private final Clock clock;

	private final ReportFiles files;

	private final ParticipantReports reports = new ParticipantReports();

	public ReportImport(JdbcTemplate template, TransactionOperations transactions, MeetingStore meetings,
			Problems problems, Function<SchoolId, ReportRules> rules, Clock clock) {
		this.files = new ReportFiles(template);
		this.transactions = transactions;
		this.meetings = meetings;
		this.problems = problems;
		this.rules = rules;
		this.clock = clock;
	}

	/**
	 * Takes a file.
	 * @param school the school
	 * @param fileName its name, without folders
	 * @param teacher who held the meetings, or null when the file tells
	 * @param order what comes first in its dates, when the person says so, or null
	 * @param stream its content
	 * @throws IOException when it cannot be read
	 */
	public ReportOutcome take(SchoolId school, String fileName, @Nullable TeacherId teacher, @Nullable DateOrder order,
			InputStream stream) throws IOException {
		String hash = "";
		try {
			byte[] bytes = ReportText.read(stream);
			hash = DigestUtils.sha256Hex(bytes);
			if (this.files.find(school, hash).filter((file) -> file.covers(teacher, order)).isPresent()) {
				logger.info("school={} code=REPORT_AGAIN sha256={}", school, hash);
				return new ReportOutcome(true, true, 0, 0, List.of(), null, null);
			}
			ReportRules known = this.rules.apply(school);
			ReportContext context = new ReportContext(known.zone(), this.clock.instant(), teacher,
					this.files.learned(school), order, known.lessonDay(), known.pupils(), known.staff());
			return keep(school, new ReportFiles.File(hash, fileName, teacher, order, true),
					this.reports.read(fileName, bytes, context));
		}
		catch (ReportRefused refused) {
			return refuse(school, new ReportFiles.File(hash, fileName, teacher, order, false), refused);
		}
	}

	/**
	 * A person says what a header means; it is remembered.
	 * @param header the header as it stands in the file
	 */
	public void learn(SchoolId school, String header, ReportColumn meaning, String decidedBy) {
		this.files.learn(school, header, meaning, decidedBy, this.clock.instant());
	}

	private ReportOutcome keep(SchoolId school, ReportFiles.File file, ReportContent content) {
		Instant now = this.clock.instant();
		this.transactions.executeWithoutResult((status) -> {
			this.meetings.forget(school, file.sha256());
			content.meetings()
				.forEach((told) -> this.meetings.told(school, told.meeting(), told.rows(), told.unusableRows(),
						file.sha256(), now));
			this.files.note(school, file, now);
			this.problems.replace(school, runId(file), subject(file), faults(file, content));
		});
		int rows = content.meetings().stream().mapToInt((told) -> told.rows().size()).sum();
		logger.info("school={} code=REPORT_TAKEN sha256={} meetings={} rows={} faults={}", school, file.sha256(),
				content.meetings().size(), rows, content.faults().size());
		return new ReportOutcome(true, false, content.meetings().size(), rows, content.faults(), null, null);
	}

	/**
	 * What the same content told before stays: this time nothing was understood. A file
	 * too large to be read has no hash; its problem alone tells of it.
	 */
	private ReportOutcome refuse(SchoolId school, ReportFiles.File file, ReportRefused refused) {
		this.transactions.executeWithoutResult((status) -> {
			if (!file.sha256().isEmpty()
					&& this.files.find(school, file.sha256()).filter(ReportFiles.File::taken).isEmpty()) {
				this.files.note(school, file, this.clock.instant());
			}
			this.problems.report(school, runId(file), new Problem(refused.code(), subject(file), null, teacher(file),
					null, refused.details(file.name()), List.of()));
		});
		logger.warn("school={} code={} sha256={}", school, refused.code(), file.sha256());
		return new ReportOutcome(false, false, 0, 0, List.of(), refused.code(), refused.getMessage());
	}

	private static List<Problem> faults(ReportFiles.File file, ReportContent content) {
		return content.faults().isEmpty() ? List.of()
				: List.of(new Problem(ProblemCode.REPORT_ROW_UNUSABLE, subject(file), null, teacher(file), null,
						Map.of("file", file.name()),
						content.faults()
							.stream()
							.map((fault) -> new Problem.Line("line " + fault.line(), fault.mistake()))
							.toList()));
	}

	private static @Nullable String teacher(ReportFiles.File file) {
		return (file.teacher() != null) ? file.teacher().value() : null;
	}

	private static String subject(ReportFiles.File file) {
		return "report:" + ((file.teacher() != null) ? file.teacher() : "-") + "/" + file.name();
	}

	/** A file is no run; what it reports is closed by no run either. */
	private static String runId(ReportFiles.File file) {
		return Problems.NO_RUN + "report-" + file.sha256().substring(0, Math.min(12, file.sha256().length()));
	}

}
