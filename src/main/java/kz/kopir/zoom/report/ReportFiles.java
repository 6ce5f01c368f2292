package kz.kopir.zoom.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import kz.kopir.database.DatabaseTime;
import kz.kopir.school.SchoolId;
import kz.kopir.school.TeacherId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Remembers which files were put in, what was said of them, and what persons said of
 * headers.
 */
final class ReportFiles {

	private final JdbcClient jdbc;

	ReportFiles(JdbcTemplate template) {
		this.jdbc = JdbcClient.create(template);
	}

	/**
	 * Remembers what became of a file; what was remembered of this content before goes.
	 */
	void note(SchoolId school, File file, Instant now) {
		this.jdbc.sql("""
				insert into report_file (school, sha256, name, teacher, date_order, state, put_in_at)
				values (:school, :hash, :name, :teacher, :order, :state, :now)
				on conflict (school, sha256) do update set name = excluded.name, teacher = excluded.teacher,
					date_order = excluded.date_order, state = excluded.state, put_in_at = excluded.put_in_at
				""")
			.param("school", school.value())
			.param("hash", file.sha256())
			.param("name", file.name())
			.param("teacher", (file.teacher() != null) ? file.teacher().value() : null)
			.param("order", (file.order() != null) ? column(file.order()) : null)
			.param("state", file.taken() ? "taken" : "refused")
			.param("now", DatabaseTime.toColumn(now))
			.update();
	}

	Optional<File> find(SchoolId school, String sha256) {
		return this.jdbc.sql("select * from report_file where school = :school and sha256 = :hash")
			.param("school", school.value())
			.param("hash", sha256)
			.query(ReportFiles::file)
			.optional();
	}

	void learn(SchoolId school, String header, ReportColumn meaning, String decidedBy, Instant now) {
		this.jdbc.sql("""
				insert into report_header (school, header, meaning, decided_by, decided_at)
				values (:school, :header, :meaning, :by, :now)
				on conflict (school, header) do update set meaning = excluded.meaning, decided_by = excluded.decided_by,
					decided_at = excluded.decided_at
				""")
			.param("school", school.value())
			.param("header", ReportColumn.normalized(header))
			.param("meaning", column(meaning))
			.param("by", decidedBy)
			.param("now", DatabaseTime.toColumn(now))
			.update();
	}

	Map<String, ReportColumn> learned(SchoolId school) {
		Map<String, ReportColumn> learned = new HashMap<>();
		this.jdbc.sql("select header, meaning from report_header where school = :school")
			.param("school", school.value())
			.query((row, number) -> learned.put(row.getString("header"),
					ReportColumn.valueOf(row.getString("meaning").toUpperCase(Locale.ROOT))))
			.list();
		return learned;
	}

	private static File file(ResultSet row, int number) throws SQLException {
		String teacher = row.getString("teacher");
		String order = row.getString("date_order");
		return new File(row.getString("sha256"), row.getString("name"),
				(teacher != null) ? new TeacherId(teacher) : null,
				(order != null) ? DateOrder.valueOf(order.toUpperCase(Locale.ROOT)) : null,
				row.getString("state").equals("taken"));
	}

	private static String column(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

	/**
	 * A file that was put in.
	 *
	 * @param sha256 of its content, in lower-case hexadecimal
	 * @param name its name
	 * @param teacher whose meetings it was said to tell, or null when nobody said
	 * @param order what was said to come first in its dates, or null when nobody said
	 * @param taken whether it was taken, not refused
	 */
	record File(String sha256, String name, @Nullable TeacherId teacher, @Nullable DateOrder order, boolean taken) {

		/**
		 * Whether this stands for another putting-in of the same content: nothing else
		 * was said of it. Without an order the one that was said before stays.
		 */
		boolean covers(@Nullable TeacherId saidTeacher, @Nullable DateOrder saidOrder) {
			boolean sameTeacher = (saidTeacher != null) ? saidTeacher.equals(this.teacher) : this.teacher == null;
			return this.taken && sameTeacher && (saidOrder == null || saidOrder == this.order);
		}

	}

}
