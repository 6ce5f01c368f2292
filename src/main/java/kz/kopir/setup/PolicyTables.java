package kz.kopir.setup;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import kz.kopir.attendance.AttendancePolicy;
import kz.kopir.grading.Grading;
import kz.kopir.mapping.Table;
import kz.kopir.policy.SchoolPolicy;

/**
 * Scales and bands of a policy as tables, so that a mistake in them is told as in any
 * other table.
 */
final class PolicyTables {

	private PolicyTables() {
	}

	static Table formativeScale(SchoolPolicy policy) {
		List<String> rows = new ArrayList<>();
		for (BigDecimal lowest : policy.marks().formativeScale()) {
			rows.add(lowest.toPlainString() + "," + (rows.size() + 1));
		}
		return table(policy, "marks.formative-scale", Grading.SCALE_COLUMNS, rows);
	}

	static Table attendanceBands(SchoolPolicy policy) {
		return table(policy, "attendance.bands", AttendancePolicy.COLUMNS,
				policy.attendance()
					.bands()
					.stream()
					.map((band) -> band.fromGrade() + "," + band.toGrade() + "," + band.sharePercent() + ","
							+ band.graceMinutes())
					.toList());
	}

	private static Table table(SchoolPolicy policy, String field, List<String> columns, List<String> rows) {
		String text = String.join(",", columns) + "\n" + String.join("\n", rows);
		try {
			return Table.read("policy " + policy.version() + ", " + field, new StringReader(text), columns);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A text in memory could not be read", ex);
		}
	}

}
