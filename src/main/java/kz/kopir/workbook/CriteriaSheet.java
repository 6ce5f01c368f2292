package kz.kopir.workbook;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import kz.kopir.school.PupilId;
import org.jspecify.annotations.Nullable;

/**
 * The БЖБ and ТЖБ marks of one class group in one subject and term, as the journal's
 * criteria journal shows them.
 *
 * @param classGroup the class group's name as the journal writes it
 * @param subject the subject's name as the journal writes it
 * @param term the number of the term (quarter), 1 to 4
 * @param columns what is assessed, each part once; at least one
 * @param rows the pupils in the journal's order, each once
 */
public record CriteriaSheet(String classGroup, String subject, int term, List<Column> columns, List<Row> rows) {

	/** The part of the ТЖБ; every other part is the number of a БЖБ. */
	public static final int TERM_SUMMATIVE = 0;

	/**
	 * Holds marks for columns of its own only.
	 * @throws IllegalArgumentException if a part or a pupil stands twice, a text is
	 * blank, the term is none, a cell has no column, or a wanted mark is above its
	 * column's maximum
	 */
	public CriteriaSheet {
		columns = List.copyOf(columns);
		rows = List.copyOf(rows);
		require(!classGroup.isBlank() && !subject.isBlank(), "class group and subject must not be blank");
		require(term >= 1 && term <= 4, "the term must be 1 to 4");
		Map<Integer, Integer> maxima = new TreeMap<>();
		for (Column column : columns) {
			require(maxima.put(column.part(), column.maximum()) == null, "a part stands twice");
		}
		require(!maxima.isEmpty(), "there must be a column");
		Set<PupilId> pupils = new HashSet<>();
		for (Row row : rows) {
			require(pupils.add(row.pupil()), "a pupil stands twice");
			row.cells().forEach((part, cell) -> {
				Integer maximum = maxima.get(part);
				require(maximum != null, "a cell stands in no column");
				require(cell.wanted() == null || cell.wanted() <= Objects.requireNonNull(maximum),
						"a wanted mark is above the maximum");
			});
		}
	}

	/** How many marks are wanted, those included that stand already. */
	int wanted() {
		return (int) this.rows.stream()
			.flatMap((row) -> row.cells().values().stream())
			.filter((cell) -> cell.wanted() != null)
			.count();
	}

	/** What it is about, without anybody's name. */
	@Override
	public String toString() {
		return "CriteriaSheet[" + this.classGroup + ", " + this.subject + ", term " + this.term + ", "
				+ this.columns.size() + " columns, " + this.rows.size() + " pupils]";
	}

	private static void require(boolean holds, String otherwise) {
		if (!holds) {
			throw new IllegalArgumentException("Criteria sheet: " + otherwise);
		}
	}

	/**
	 * One БЖБ or the ТЖБ.
	 *
	 * @param part 0 for the ТЖБ, n for БЖБ n
	 * @param maximum the most points that it gives, as set in the journal; at least 1
	 * @param publishBy the last day on which its marks are put into the journal in time,
	 * a calendar day at the school; null when the school has set none
	 */
	public record Column(int part, int maximum, @Nullable LocalDate publishBy) {

		public Column {
			require(part >= TERM_SUMMATIVE, "the part must not be negative");
			require(maximum >= 1, "the maximum must be at least 1");
		}

	}

	/**
	 * One pupil.
	 *
	 * @param pupil the journal's id of the pupil
	 * @param name the pupil's name as the journal writes it
	 * @param cells the marks by part; a part without a cell has neither a mark nor a wish
	 */
	public record Row(PupilId pupil, String name, Map<Integer, Cell> cells) {

		private static final Cell NOTHING = new Cell(null, null);

		public Row {
			cells = Map.copyOf(cells);
			require(!name.isBlank(), "a name must not be blank");
		}

		Cell cell(Column column) {
			return this.cells.getOrDefault(column.part(), NOTHING);
		}

		@Override
		public String toString() {
			return "Row[" + this.pupil + "]";
		}

	}

	/**
	 * One mark, in points.
	 *
	 * @param standing what stands in the journal; null for nothing
	 * @param wanted what is to stand there, 0 to the column's maximum; null when the
	 * gateway wishes nothing. It never means that a mark is to be taken away.
	 */
	public record Cell(@Nullable Integer standing, @Nullable Integer wanted) {

		public Cell {
			require(standing == null || standing >= 0, "a mark must not be negative");
			require(wanted == null || wanted >= 0, "a mark must not be negative");
		}

		/** The mark that the journal should show in the end; null for none. */
		@Nullable Integer shown() {
			return (this.wanted != null) ? this.wanted : this.standing;
		}

		/** Whether the journal holds nothing where a mark is wanted. */
		boolean missing() {
			return this.wanted != null && this.standing == null;
		}

		/** Whether the journal holds another mark than the wanted one. */
		boolean differs() {
			return this.wanted != null && this.standing != null && !this.wanted.equals(this.standing);
		}

		@Override
		public String toString() {
			return "Cell";
		}

	}

}
