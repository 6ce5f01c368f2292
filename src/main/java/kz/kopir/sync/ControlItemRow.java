package kz.kopir.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

import kz.kopir.database.DatabaseTime;
import kz.kopir.school.SchoolId;
import kz.kopir.summative.SummativeStage;
import org.jspecify.annotations.Nullable;

/**
 * A control item as a row.
 */
final class ControlItemRow {

	static final String INSERT = """
			insert into control_item (school, class_group, class_group_name, class_group_parent, course, coursework,
				title, teacher, subject, subject_name, kind, day, term, part, maximum, last_day, on_time_until,
				journal_locks, stage, handed_in, graded, standing, handed_over, codes, excluded, policy, run_id, updated_at)
			values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
			""";

	private ControlItemRow() {
	}

	static @Nullable Object[] of(ControlItem item) {
		SummativeStage stage = item.stage();
		Timestamp onTime = DatabaseTime.toColumn(item.onTimeUntil());
		Timestamp locks = DatabaseTime.toColumn(item.journalLocks());
		return new @Nullable Object[] { item.school().value(), item.classGroup(), item.classGroupName(),
				item.classGroupParent(), item.course(), item.coursework(), item.title(), item.teacher(), item.subject(),
				item.subjectName(), item.kind(), DatabaseTime.toColumn(item.day()), item.term(), item.part(),
				item.maximum(), DatabaseTime.toColumn(item.lastDay()), onTime, locks,
				(stage != null) ? stage.name().toLowerCase(Locale.ROOT) : null, item.handedIn(), item.graded(),
				item.standing(), item.handedOver(), String.join(" ", item.codes()), item.excluded(), item.policy(),
				item.runId(), DatabaseTime.toColumn(item.updatedAt()) };
	}

	static ControlItem read(ResultSet row, int number) throws SQLException {
		String stage = row.getString("stage");
		LocalDate day = Objects.requireNonNull(DatabaseTime.nullableDate(row, "day"));
		return new ControlItem(new SchoolId(row.getString("school")), row.getString("class_group"),
				row.getString("class_group_name"), row.getString("class_group_parent"), row.getString("course"),
				row.getString("coursework"), row.getString("title"), row.getString("teacher"), row.getString("subject"),
				row.getString("subject_name"), row.getString("kind"), day, number(row, "term"), number(row, "part"),
				number(row, "maximum"), DatabaseTime.nullableDate(row, "last_day"),
				DatabaseTime.nullableInstant(row, "on_time_until"), DatabaseTime.nullableInstant(row, "journal_locks"),
				(stage != null) ? SummativeStage.valueOf(stage.toUpperCase(Locale.ROOT)) : null,
				row.getInt("handed_in"), row.getInt("graded"), row.getInt("standing"), row.getInt("handed_over"),
				Arrays.stream(row.getString("codes").split(" ")).filter((code) -> !code.isEmpty()).toList(),
				row.getString("excluded"), row.getString("policy"), row.getString("run_id"),
				DatabaseTime.instant(row, "updated_at"));
	}

	static @Nullable Integer number(ResultSet row, String column) throws SQLException {
		int value = row.getInt(column);
		return row.wasNull() ? null : value;
	}

}
