package kz.kopir.zoom.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import kz.kopir.database.DatabaseTime;
import kz.kopir.problem.Problem;
import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.Problems;
import kz.kopir.school.SchoolId;
import kz.kopir.school.TeacherId;
import kz.kopir.zoom.MeetingStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes report files that persons put in. A file is taken whole, in one transaction, and
 * once: the same content again, said to be the same teacher's, changes nothing.
 */
public class ReportImport {

	private static final Logger logger = LoggerFactory.getLogger(ReportImport.class);

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	private final MeetingStore meetings;

	private final Problems problems;

	private final Function<SchoolId, ReportRules> rules;

	private final Clock clock;

	private final ParticipantReports reports = new ParticipantReports();

	public ReportImport(JdbcTemplate template, TransactionOperations transactions, MeetingStore meetings,
			Problems problems, Function<SchoolId, ReportRules> rules, Clock clock) {
		this.jdbc = JdbcClient.create(template);
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
			hash = key(bytes, teacher, order);
			if (isTaken(school, hash)) {
				logger.info("school={} code=REPORT_AGAIN sha256={}", school, hash);
				return new ReportOutcome(true, true, 0, 0, List.of(), null, null);
			}
			ReportRules known = this.rules.apply(school);
			return keep(school, fileName, teacher, hash,
					this.reports.read(fileName, bytes, new ReportContext(known.zone(), teacher, learned(school), order,
							known.lessonDay(), known.pupils(), known.staff())));
		}
		catch (ReportRefused refused) {
			note(school, hash, fileName, teacher, "refused");
			this.problems.report(school, runId(hash), new Problem(refused.code(), subject(fileName, teacher), null,
					(teacher != null) ? teacher.value() : null, null, refused.details(fileName), List.of()));
			logger.warn("school={} code={} sha256={}", school, refused.code(), hash);
			return new ReportOutcome(false, false, 0, 0, List.of(), refused.code(), refused.getMessage());
		}
	}

	/**
	 * A person says what a header means; it is remembered.
	 * @param header the header as it stands in the file
	 */
	public void learn(SchoolId school, String header, ReportColumn meaning, String decidedBy) {
		this.jdbc.sql("""
				insert into report_header (school, header, meaning, decided_by, decided_at)
				values (:school, :header, :meaning, :by, :now)
				on conflict (school, header) do update set meaning = excluded.meaning, decided_by = excluded.decided_by,
					decided_at = excluded.decided_at
				""")
			.param("school", school.value())
			.param("header", ReportColumn.normalized(header))
			.param("meaning", meaning.name().toLowerCase(Locale.ROOT))
			.param("by", decidedBy)
			.param("now", DatabaseTime.toColumn(this.clock.instant()))
			.update();
	}

	private ReportOutcome keep(SchoolId school, String fileName, @Nullable TeacherId teacher, String hash,
			ReportContent content) {
		this.transactions.executeWithoutResult((status) -> {
			content.meetings()
				.forEach((told) -> this.meetings.told(school, told.meeting(), told.rows(), told.unusableRows(),
						this.clock.instant()));
			note(school, hash, fileName, teacher, "taken");
			this.problems.close(school, subject(fileName, teacher));
			if (!content.faults().isEmpty()) {
				this.problems.report(school, runId(hash),
						new Problem(ProblemCode.REPORT_ROW_UNUSABLE, subject(fileName, teacher), null,
								(teacher != null) ? teacher.value() : null, null, Map.of("file", fileName),
								content.faults()
									.stream()
									.map((fault) -> new Problem.Line("line " + fault.line(), fault.mistake()))
									.toList()));
			}
		});
		int rows = content.meetings().stream().mapToInt((told) -> told.rows().size()).sum();
		logger.info("school={} code=REPORT_TAKEN sha256={} meetings={} rows={} faults={}", school, hash,
				content.meetings().size(), rows, content.faults().size());
		return new ReportOutcome(true, false, content.meetings().size(), rows, content.faults(), null, null);
	}

	private void note(SchoolId school, String hash, String fileName, @Nullable TeacherId teacher, String state) {
		this.jdbc.sql("""
				insert into report_file (school, sha256, name, teacher, state, put_in_at)
				values (:school, :hash, :name, :teacher, :state, :now)
				on conflict (school, sha256) do update set name = excluded.name, teacher = excluded.teacher,
					state = excluded.state, put_in_at = excluded.put_in_at
				""")
			.param("school", school.value())
			.param("hash", hash)
			.param("name", fileName)
			.param("teacher", (teacher != null) ? teacher.value() : null)
			.param("state", state)
			.param("now", DatabaseTime.toColumn(this.clock.instant()))
			.update();
	}

	private boolean isTaken(SchoolId school, String hash) {
		return this.jdbc
			.sql("select count(*) from report_file where school = :school and sha256 = :hash and state = 'taken'")
			.param("school", school.value())
			.param("hash", hash)
			.query(Integer.class)
			.single() > 0;
	}

	private Map<String, ReportColumn> learned(SchoolId school) {
		Map<String, ReportColumn> learned = new HashMap<>();
		this.jdbc.sql("select header, meaning from report_header where school = :school")
			.param("school", school.value())
			.query((row, number) -> learned.put(row.getString("header"),
					ReportColumn.valueOf(row.getString("meaning").toUpperCase(Locale.ROOT))))
			.list();
		return learned;
	}

	/**
	 * The same content is taken anew when a person says of it what was not said before:
	 * the teacher or the order of its dates may have been wrong.
	 */
	private static String key(byte[] bytes, @Nullable TeacherId teacher, @Nullable DateOrder order) {
		String said = ReportText.sha256(bytes) + "/" + teacher + "/" + order;
		return ReportText.sha256(said.getBytes(StandardCharsets.UTF_8));
	}

	private static String subject(String fileName, @Nullable TeacherId teacher) {
		return "report:" + ((teacher != null) ? teacher : "-") + "/" + fileName;
	}

	/** A file is no run; what it reports is closed by no run either. */
	private static String runId(String hash) {
		return Problems.NO_RUN + "report-" + hash.substring(0, Math.min(12, hash.length()));
	}

}
