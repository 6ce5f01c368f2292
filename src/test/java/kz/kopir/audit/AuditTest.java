package kz.kopir.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import com.zaxxer.hikari.HikariDataSource;
import kz.kopir.database.ConnectionPool;
import kz.kopir.database.Jdbc;
import kz.kopir.school.SchoolId;
import kz.kopir.testing.OnBothDatabases;
import kz.kopir.testing.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

@OnBothDatabases
class AuditTest {

	private static final Instant NOON = Instant.parse("2026-11-20T07:00:00.123456Z");

	private static final AtomicInteger SCHOOLS = new AtomicInteger();

	private final TestDatabase database;

	private final Audit audit;

	/** Rows are never deleted, so each test has a chain of its own. */
	private final SchoolId school = new SchoolId("school-" + SCHOOLS.incrementAndGet());

	AuditTest(TestDatabase database) {
		this.database = database;
		this.audit = audit(NOON);
	}

	private Audit audit(Instant now) {
		return new Audit(this.database.template(), this.database.transactions(), Clock.fixed(now, ZoneOffset.UTC));
	}

	@Test
	void whatWasRecordedIsThereWithWhoAndWhy() {
		this.audit.record("deputy", AuditAction.PLAN_APPROVED, this.school, "plan:p-1", "  looked through it ");
		this.audit.record("it", AuditAction.RUN_STARTED, this.school, "run:r-1", null);
		assertThat(this.audit.before(this.school, Long.MAX_VALUE, 10))
			.extracting(AuditEntry::seq, AuditEntry::who, AuditEntry::action, AuditEntry::object, AuditEntry::reason,
					AuditEntry::at)
			.containsExactly(
					tuple(2L, "it", AuditAction.RUN_STARTED, "run:r-1", null,
							Instant.parse("2026-11-20T07:00:00.123Z")),
					tuple(1L, "deputy", AuditAction.PLAN_APPROVED, "plan:p-1", "looked through it",
							Instant.parse("2026-11-20T07:00:00.123Z")));
		assertThat(this.audit.verify(this.school).broken()).isNull();
		assertThat(this.audit.verify(this.school).rows()).isEqualTo(2);
	}

	@Test
	void anOutsiderCanRecalculateTheHashes() throws NoSuchAlgorithmException {
		this.audit.record("deputy", AuditAction.TERM_CLOSED, this.school, "term:2", "бәрі түгел");
		AuditEntry row = this.audit.before(this.school, 2, 1).get(0);
		String reasonHash = sha256(row.salt() + "\n" + "бәрі түгел");
		assertThat(row.reasonHash()).isEqualTo(reasonHash);
		assertThat(row.hash()).isEqualTo(sha256("kopir-audit-1\n" + "0".repeat(64) + "\n" + this.school
				+ "\n1\n2026-11-20T07:00:00.123Z\ndeputy\nTERM_CLOSED\nterm:2\n" + reasonHash));
	}

	private static String sha256(String text) throws NoSuchAlgorithmException {
		return HexFormat.of()
			.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void whatIsNotDoneIsNotRecorded() {
		this.audit.record("it", AuditAction.RUN_STARTED, this.school, "run:r-1", null);
		this.database.transactions().executeWithoutResult((status) -> {
			this.audit.record("it", AuditAction.RUN_STARTED, this.school, "run:r-2", null);
			status.setRollbackOnly();
		});
		this.audit.record("it", AuditAction.RUN_STARTED, this.school, "run:r-3", null);
		assertThat(this.audit.before(this.school, Long.MAX_VALUE, 10)).extracting(AuditEntry::object)
			.containsExactly("run:r-3", "run:r-1");
		assertThat(this.audit.verify(this.school).broken()).isNull();
	}

	@Test
	void twoNodesAddToOneChainWithoutAFork() throws Exception {
		try (HikariDataSource second = ConnectionPool.open(this.database.settings())) {
			Audit other = new Audit(Jdbc.template(second), new TransactionTemplate(new JdbcTransactionManager(second)),
					Clock.systemUTC());
			ExecutorService threads = Executors.newFixedThreadPool(6);
			try {
				List<Future<?>> tasks = new ArrayList<>();
				for (int i = 0; i < 120; i++) {
					Audit node = (i % 2 == 0) ? this.audit : other;
					String object = "run:" + i;
					tasks.add(threads
						.submit(() -> node.record("it", AuditAction.RUN_STARTED, this.school, object, "because")));
				}
				for (Future<?> task : tasks) {
					task.get();
				}
			}
			finally {
				threads.shutdown();
			}
			AuditCheck check = this.audit.verify(this.school);
			assertThat(check.broken()).isNull();
			assertThat(check.rows()).isEqualTo(120);
			List<String> objects = new ArrayList<>();
			other.each(this.school, (entry) -> objects.add(entry.object()));
			assertThat(objects).hasSize(120).doesNotHaveDuplicates();
		}
	}

	@Test
	void theDatabaseRefusesToChangeOrTakeOutARow() {
		// the database goes by its own clock
		Audit muchLater = audit(Instant.parse("2096-11-20T07:00:00Z"));
		muchLater.record("it", AuditAction.RUN_STARTED, this.school, "run:1", "reason 1");
		muchLater.record("it", AuditAction.RUN_STARTED, this.school, "run:2", "reason 2");
		refused("update audit set who = 'somebody' where school = '" + this.school + "' and seq = 2");
		refused("delete from audit where school = '" + this.school + "' and seq = 2");
		refused("update audit_reason set reason = 'another' where school = '" + this.school + "' and seq = 2");
		assertThat(this.audit.verify(this.school).broken()).isNull();
	}

	private void refused(String sql) {
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.database.transactions()
				.executeWithoutResult((status) -> this.database.jdbc().sql(sql).update()))
			.havingRootCause()
			.withMessageContaining("audit");
	}

	@Test
	void aRowThatWasChangedBehindTheTriggersIsNamed() {
		three();
		assertBroken("update audit set object = 'run:9' where school = :school and seq = 2", 2, "not what was hashed");
	}

	@Test
	void aRowThatWasTakenOutIsNamed() {
		three();
		assertBroken("delete from audit where school = :school and seq = 2", 3, "rows 2 to 2 are missing");
	}

	@Test
	void rowsThatWereTakenOffTheEndAreMissed() {
		three();
		assertBroken("delete from audit where school = :school and seq = 3", 3, "missing at the end");
	}

	@Test
	void aReasonThatWasExchangedIsNamed() {
		three();
		assertBroken("update audit_reason set reason = 'another' where school = :school and seq = 2", 2,
				"its reason is not");
	}

	@Test
	void aReasonThatWasErasedLeavesTheChainWhole() {
		three();
		this.database.jdbc()
			.sql("delete from audit_reason where school = :school and seq = 2")
			.param("school", this.school.value())
			.update();
		assertThat(this.audit.verify(this.school).broken()).isNull();
		AuditEntry row = this.audit.before(this.school, 3, 1).get(0);
		assertThat(row.reason()).isNull();
		assertThat(row.reasonHash()).isNotNull();
	}

	private void three() {
		for (int i = 1; i <= 3; i++) {
			this.audit.record("it", AuditAction.RUN_STARTED, this.school, "run:" + i, "reason " + i);
		}
	}

	/** Who owns the database can take its triggers away for a moment. */
	private void assertBroken(String sql, long seq, String what) {
		boolean sqlite = this.database.settings().isSqlite();
		List<String> triggers = List.of("audit_unchanged", "audit_kept", "audit_reason_unchanged");
		this.database.transactions().executeWithoutResult((status) -> {
			if (sqlite) {
				triggers.forEach((trigger) -> this.database.template().execute("drop trigger if exists " + trigger));
			}
			else {
				this.database.template().execute("set local session_replication_role = replica");
			}
			this.database.jdbc().sql(sql).param("school", this.school.value()).update();
			AuditCheck check = this.audit.verify(this.school);
			assertThat(check.broken()).isNotNull();
			assertThat(check.broken().seq()).isEqualTo(seq);
			assertThat(check.broken().what()).contains(what);
			status.setRollbackOnly();
		});
	}

	@Test
	void whatIsOlderThanItIsKeptGoesAndTheRestIsStillVerified() {
		audit(Instant.parse("2021-03-01T00:00:00Z")).record("it", AuditAction.SIGNED_IN, this.school, "old", "why");
		audit(Instant.parse("2022-03-01T00:00:00Z")).record("it", AuditAction.SIGNED_IN, this.school, "older", null);
		three();
		assertThat(audit(NOON).expire(Duration.ofDays(3 * 365))).isEqualTo(2);
		AuditCheck check = this.audit.verify(this.school);
		assertThat(check.broken()).isNull();
		assertThat(check.from()).isEqualTo(3);
		assertThat(check.rows()).isEqualTo(3);
		assertThat(audit(NOON).expire(Duration.ofDays(3 * 365))).isZero();
	}

	@Test
	void nothingYoungerThanAYearGoesWhateverIsAskedFor() {
		three();
		assertThat(audit(NOON.plus(Duration.ofDays(200))).expire(Duration.ofDays(1))).isZero();
		assertThat(this.audit.verify(this.school).rows()).isEqualTo(3);
	}

	@Test
	void aFieldIsOneLineSoThatNoTwoRowsHaveOneText() {
		this.audit.record("it\n2026", AuditAction.SIGNED_IN, this.school, "a\r\nb", null);
		AuditEntry row = this.audit.before(this.school, 2, 1).get(0);
		assertThat(row.who()).isEqualTo("it 2026");
		assertThat(row.object()).isEqualTo("a b");
	}

}
