package kz.kopir.attendance;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import kz.kopir.mapping.Table;
import kz.kopir.school.ClassGroup;
import kz.kopir.school.LessonSlot;
import kz.kopir.school.PupilId;

/**
 * When which classes and pupils learn at a distance by an order of the school (order No.
 * 349 of 27.11.2023). Outside of these periods attendance is left alone.
 */
public final class DistancePeriods {

	/** Columns of {@code mappings/distance-periods.csv}. */
	public static final List<String> COLUMNS = List.of("scope", "id", "shift", "from", "to", "ground", "order");

	private static final int HIGHEST_GRADE = 12;

	private static final Map<String, Scope> SCOPES = Map.of("school", Scope.SCHOOL, "grade", Scope.GRADE, "class-group",
			Scope.CLASS_GROUP, "pupil", Scope.PUPIL);

	private static final Map<String, Integer> GROUNDS = Map.of("1", 1, "2", 2, "3", 3, "4", 4, "5", 5);

	private static final Map<String, Integer> SHIFTS = Map.of("1", 1, "2", 2);

	private static final Pattern GRADES = Pattern.compile("(\\d{1,2})(?:-(\\d{1,2}))?");

	private static final int FIRST_SHIFT = 1;

	private static final int SECOND_SHIFT = 2;

	private final List<Period> periods;

	private final LocalTime secondShiftFrom;

	private DistancePeriods(List<Period> periods, LocalTime secondShiftFrom) {
		this.periods = List.copyOf(periods);
		this.secondShiftFrom = secondShiftFrom;
	}

	/**
	 * The periods of a table with {@link #COLUMNS}, where the second shift begins at
	 * noon.
	 * @throws kz.kopir.mapping.MappingException as for {@link #of(Table, LocalTime)}
	 */
	public static DistancePeriods of(Table table) {
		return of(table, LocalTime.NOON);
	}

	/**
	 * The periods of a table with {@link #COLUMNS}.
	 * @param table the table
	 * @param secondShiftFrom a class whose first lesson begins at this time or later is
	 * in the second shift, Asia/Almaty
	 * @throws kz.kopir.mapping.MappingException when a line cannot be understood: a
	 * period that is guessed would put absences into the journal
	 */
	public static DistancePeriods of(Table table, LocalTime secondShiftFrom) {
		return new DistancePeriods(table.rows().stream().map(DistancePeriods::period).toList(), secondShiftFrom);
	}

	/** Whether the pupil has this lesson of the class group at a distance. */
	public boolean covers(LessonSlot slot, ClassGroup classGroup, PupilId pupil) {
		LocalDate date = slot.lesson().date();
		return this.periods.stream()
			.filter((period) -> period.overlaps(date, date))
			.filter((period) -> period.shift() == 0 || period.shift() == shift(slot))
			.anyMatch((period) -> (period.scope() == Scope.PUPIL) ? period.id().equals(pupil.value())
					: period.names(classGroup));
	}

	private int shift(LessonSlot slot) {
		return slot.firstBell().isBefore(this.secondShiftFrom) ? FIRST_SHIFT : SECOND_SHIFT;
	}

	/**
	 * Whether lessons of the class group could be at a distance on some of these days,
	 * for all or for a pupil: which pupils a class group has is not known here, so a
	 * pupil's period concerns every class group.
	 * @param from first day
	 * @param to last day, included
	 */
	public boolean concerns(ClassGroup classGroup, LocalDate from, LocalDate to) {
		return this.periods.stream()
			.filter((period) -> period.overlaps(from, to))
			.anyMatch((period) -> period.scope() == Scope.PUPIL || period.names(classGroup));
	}

	/** Whether anybody learns at a distance on some of these days, both included. */
	public boolean anyOn(LocalDate from, LocalDate to) {
		return this.periods.stream().anyMatch((period) -> period.overlaps(from, to));
	}

	private static Period period(Table.Row row) {
		Scope scope = row.choose("scope", SCOPES);
		String id = (scope == Scope.SCHOOL) ? noId(row) : row.require("id");
		int lowest = 0;
		int highest = HIGHEST_GRADE;
		if (scope == Scope.GRADE) {
			Matcher grades = GRADES.matcher(id);
			if (!grades.matches()) {
				throw noGrades(row);
			}
			lowest = Integer.parseInt(grades.group(1));
			highest = (grades.group(2) != null) ? Integer.parseInt(grades.group(2)) : lowest;
			if (lowest > highest || highest > HIGHEST_GRADE) {
				throw noGrades(row);
			}
		}
		int shift = row.get("shift").isEmpty() ? 0 : row.choose("shift", SHIFTS);
		LocalDate from = date(row, "from");
		LocalDate to = date(row, "to");
		if (to.isBefore(from)) {
			throw row.wrong("to", "The period ends before it begins.", "Write the last day, not before the first.");
		}
		row.choose("ground", GROUNDS);
		row.require("order");
		return new Period(scope, id, lowest, highest, shift, from, to);
	}

	private static String noId(Table.Row row) {
		if (!row.get("id").isEmpty()) {
			throw row.wrong("id", "A period of the whole school names nobody.",
					"Leave the cell empty, or choose the scope grade, class-group or pupil.");
		}
		return "";
	}

	private static RuntimeException noGrades(Table.Row row) {
		return row.wrong("id", "This is no grade.", "Write a grade (7) or grades (0-9), from 0 to 12.");
	}

	private static LocalDate date(Table.Row row, String column) {
		try {
			return LocalDate.parse(row.require(column));
		}
		catch (DateTimeException ex) {
			throw row.wrong(column, "This is no day.", "Write it as 2027-02-26.", ex);
		}
	}

	private enum Scope {

		SCHOOL, GRADE, CLASS_GROUP, PUPIL

	}

	private record Period(Scope scope, String id, int lowestGrade, int highestGrade, int shift, LocalDate from,
			LocalDate to) {

		boolean overlaps(LocalDate first, LocalDate last) {
			return !this.to.isBefore(first) && !this.from.isAfter(last);
		}

		boolean names(ClassGroup classGroup) {
			return switch (this.scope) {
				case SCHOOL -> true;
				case GRADE -> classGroup.grade() >= this.lowestGrade && classGroup.grade() <= this.highestGrade;
				case CLASS_GROUP -> this.id.equals(classGroup.id().value())
						|| (classGroup.parent() != null && this.id.equals(classGroup.parent().value()));
				case PUPIL -> false;
			};
		}

	}

}
