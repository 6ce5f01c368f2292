package kz.kopir.workbook;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.ibm.icu.lang.UCharacter;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;

/**
 * Where the pupils stand in a worksheet. Names are equal only when every letter is: ё is
 * not е, and neither the order of the names nor initials are guessed.
 */
final class PupilRows {

	private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

	private final List<Map<String, List<HSSFCell>>> columns;

	/**
	 * Looks for the columns that hold more than half of the pupils; a pupil who is
	 * missing or stands twice is a matter of that pupil alone.
	 */
	PupilRows(HSSFSheet sheet, CriteriaSheet wanted) {
		Set<String> names = wanted.rows().stream().map((row) -> comparable(row.name())).collect(Collectors.toSet());
		Map<Integer, Map<String, List<HSSFCell>>> found = new TreeMap<>();
		for (Row row : sheet) {
			for (Cell cell : row) {
				if (cell.getCellType() == CellType.STRING) {
					String name = comparable(cell.getStringCellValue());
					if (names.contains(name)) {
						found.computeIfAbsent(cell.getColumnIndex(), (column) -> new HashMap<>())
							.computeIfAbsent(name, (key) -> new ArrayList<>())
							.add((HSSFCell) cell);
					}
				}
			}
		}
		this.columns = found.values().stream().filter((column) -> column.size() * 2 > names.size()).toList();
	}

	/** How many columns hold the pupils. */
	int columns() {
		return this.columns.size();
	}

	/** The cells with a pupil's name, if there is one column of pupils. */
	List<HSSFCell> of(String name) {
		return this.columns.get(0).getOrDefault(comparable(name), List.of());
	}

	/** The first row with a pupil. */
	int firstRow() {
		return this.columns.get(0)
			.values()
			.stream()
			.flatMap(List::stream)
			.mapToInt(HSSFCell::getRowIndex)
			.min()
			.orElseThrow();
	}

	/** A name in its comparable form. */
	static String comparable(String name) {
		String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
		return Normalizer.normalize(UCharacter.foldCase(BLANKS.matcher(composed).replaceAll(" ").strip(), true),
				Normalizer.Form.NFC);
	}

}
