package kz.kopir.attendance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import kz.kopir.mapping.MappingException;
import kz.kopir.mapping.Table;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The rules by which attendance is judged.
 *
 * @param version names these rules; the same rules have the same version on every machine
 * @param tolerance how far a meeting may reach into a neighbouring lesson, and how far
 * around a lesson a pupil's trace speaks against an absence
 * @param bands one per grade from 0 to 12, in this order
 * @param notSeen what becomes of a pupil who was not seen
 * @param brakeShare share of the class from 0 to 1; when strictly more are not seen,
 * nothing of them is wanted
 */
public record AttendancePolicy(String version, Duration tolerance, List<Band> bands, NotSeen notSeen,
		BigDecimal brakeShare) {

	/** Columns of the table of the bands. */
	public static final List<String> COLUMNS = List.of("from_grade", "to_grade", "share_percent", "grace_minutes");

	public static final Duration DEFAULT_TOLERANCE = Duration.ofMinutes(15);

	public static final BigDecimal DEFAULT_BRAKE_SHARE = new BigDecimal("0.4");

	/** Changes when the code judges otherwise by the same table. */
	private static final String RULES = "attendance-3";

	private static final int GRADES = 13;

	private static final int LONGEST_GRACE = 45;

	public AttendancePolicy {
		if (tolerance.isNegative()) {
			throw new IllegalArgumentException("The tolerance is negative.");
		}
		if (brakeShare.signum() < 0 || brakeShare.compareTo(BigDecimal.ONE) > 0) {
			throw new IllegalArgumentException("The share of the brake is not from 0 to 1.");
		}
		bands = List.copyOf(bands);
		if (bands.size() != GRADES) {
			throw new IllegalArgumentException("Not every grade from 0 to 12 has a band.");
		}
	}

	/**
	 * The policy of a table with {@link #COLUMNS}.
	 * @throws kz.kopir.mapping.MappingException when a grade has no band or two, or a
	 * cell is no number within its bounds
	 */
	public static AttendancePolicy of(Table table, Duration tolerance, NotSeen notSeen, BigDecimal brakeShare) {
		Band[] bands = new Band[GRADES];
		Table.Row[] rows = new Table.Row[GRADES];
		for (Table.Row row : table.rows()) {
			int from = number(row, "from_grade", 0, GRADES - 1);
			int to = number(row, "to_grade", from, GRADES - 1);
			Band band = new Band(BigDecimal.valueOf(number(row, "share_percent", 1, 100), 2),
					Duration.ofMinutes(number(row, "grace_minutes", 0, LONGEST_GRACE)));
			for (int grade = from; grade <= to; grade++) {
				if (rows[grade] != null) {
					throw row.wrong("from_grade",
							"Grade " + grade + " already has a band in line " + rows[grade].line() + ".",
							"Let each grade stand in one line.");
				}
				rows[grade] = row;
				bands[grade] = band;
			}
		}
		int hole = Arrays.asList(bands).indexOf(null);
		if (hole >= 0) {
			int last = table.rows().isEmpty() ? 1 : table.rows().get(table.rows().size() - 1).line();
			throw new MappingException(table.file(), last, "to_grade",
					"Up to this line grade " + hole + " has no band, so its attendance could not be judged.",
					"Add a line for it; grades go from 0 to 12.");
		}
		String text = String.join("|", RULES, tolerance.toString(), Arrays.toString(bands), notSeen.name(),
				brakeShare.stripTrailingZeros().toPlainString());
		return new AttendancePolicy(RULES + "-" + hash(text), tolerance, List.of(bands), notSeen, brakeShare);
	}

	/** The band of a grade, 0 to 12. */
	public Band band(int grade) {
		return this.bands.get(grade);
	}

	boolean brakes(int notSeen, int pupils) {
		return this.brakeShare.multiply(BigDecimal.valueOf(pupils)).compareTo(BigDecimal.valueOf(notSeen)) < 0;
	}

	private static int number(Table.Row row, String column, int lowest, int highest) {
		String cell = row.require(column);
		if (cell.length() <= 3 && cell.chars().allMatch((digit) -> digit >= '0' && digit <= '9')) {
			int number = Integer.parseInt(cell);
			if (number >= lowest && number <= highest) {
				return number;
			}
		}
		throw row.wrong(column, "This is no number within its bounds.",
				"Write a whole number from " + lowest + " to " + highest + ".");
	}

	private static String hash(String text) {
		return DigestUtils.sha256Hex(text).substring(0, 12);
	}

	/** What becomes of a pupil who was not seen. */
	public enum NotSeen {

		/** The teacher is asked. */
		PROPOSE,

		/** Absent, when nobody unknown is left in the lesson. */
		ABSENT

	}

	/**
	 * What is asked of pupils of a grade.
	 *
	 * @param share share of the meetings' length, above 0 up to 1
	 * @param grace how long after the start nobody is late
	 */
	public record Band(BigDecimal share, Duration grace) {

		boolean reached(long seen, long length) {
			return this.share.multiply(BigDecimal.valueOf(length)).compareTo(BigDecimal.valueOf(seen)) <= 0;
		}

		/** Share from 0 to 1, for showing; judged is by the exact value. */
		static BigDecimal shareOf(long part, long whole) {
			return (whole == 0) ? BigDecimal.ZERO
					: BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
		}

	}

}
