package kz.kopir.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import kz.kopir.workbook.Refusal.Reason;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/**
 * Fills one exported file. First everything is planned, then what stands there is held
 * against what is known of the journal, and only then is a cell touched.
 */
final class Prefill {

	private final byte[] bytes;

	private final List<CriteriaSheet> sheets;

	private final List<Refusal> refusals = new ArrayList<>();

	private final Map<TargetCell, Integer> fills = new LinkedHashMap<>();

	private int unchanged;

	Prefill(byte[] bytes, List<CriteriaSheet> sheets) {
		this.bytes = bytes;
		this.sheets = sheets;
	}

	Prefilled result() {
		try (HSSFWorkbook book = ExportFile.open(this.bytes)) {
			return fill(book);
		}
		catch (ExportFile.Unusable ex) {
			return refused(List.of(Refusal.ofFile(ex.reason(), wanted())));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Prefilled fill(HSSFWorkbook book) throws IOException, ExportFile.Unusable {
		List<String> differing = new ArrayList<>();
		for (Worksheets.Match match : new Worksheets(book).match(this.sheets, this.refusals)) {
			WorksheetPlan plan = new WorksheetPlan(match);
			plan.make();
			this.refusals.addAll(plan.refusals());
			this.fills.putAll(plan.fills());
			this.unchanged += plan.unchanged();
			differing.addAll(plan.differing());
		}
		if (!differing.isEmpty()) {
			List<Refusal> whole = new ArrayList<>();
			for (String place : differing) {
				whole.add(new Refusal(Reason.EXPORT_DIFFERS_FROM_JOURNAL, place, null, null,
						whole.isEmpty() ? wanted() : 0));
			}
			return refused(whole);
		}
		if (this.fills.isEmpty()) {
			return new Prefilled(this.bytes, 0, this.unchanged, this.refusals);
		}
		this.fills.forEach(TargetCell::fill);
		for (Sheet sheet : book) {
			if (hasFormula(sheet)) {
				// Totals were stored as they came out before; Excel counts anew.
				sheet.setForceFormulaRecalculation(true);
			}
		}
		byte[] file = ExportFile.write(book);
		if (!restKept(file)) {
			return refused(List.of(Refusal.ofFile(Reason.REST_NOT_KEPT, wanted())));
		}
		return new Prefilled(file, this.fills.size(), this.unchanged, this.refusals);
	}

	private boolean restKept(byte[] file) throws IOException, ExportFile.Unusable {
		Map<String, Integer> places = new LinkedHashMap<>();
		this.fills.forEach((cell, mark) -> places.put(cell.place(), mark));
		try (HSSFWorkbook before = ExportFile.open(this.bytes); HSSFWorkbook after = ExportFile.open(file)) {
			return new RestKept(before, after, places).holds();
		}
	}

	private Prefilled refused(List<Refusal> why) {
		return new Prefilled(this.bytes, 0, 0, why);
	}

	private int wanted() {
		return this.sheets.stream().mapToInt(CriteriaSheet::wanted).sum();
	}

	private static boolean hasFormula(Sheet sheet) {
		for (Row row : sheet) {
			for (Cell cell : row) {
				if (cell.getCellType() == CellType.FORMULA) {
					return true;
				}
			}
		}
		return false;
	}

}
