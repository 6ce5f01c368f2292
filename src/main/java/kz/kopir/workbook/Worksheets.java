package kz.kopir.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import kz.kopir.workbook.Refusal.Reason;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.jspecify.annotations.Nullable;

/**
 * Finds for each criteria sheet the one worksheet of a file that is of its subject, term
 * and pupils.
 */
final class Worksheets {

	private final List<Candidate> candidates = new ArrayList<>();

	Worksheets(HSSFWorkbook book) {
		for (int i = 0; i < book.getNumberOfSheets(); i++) {
			HSSFSheet sheet = book.getSheetAt(i);
			Headings headings = new Headings(sheet);
			this.candidates.add(
					new Candidate(sheet, headings, new Statements(sheet, headings.firstRow().orElse(Integer.MAX_VALUE)),
							book.getSheetVisibility(i) != SheetVisibility.VISIBLE));
		}
	}

	List<Match> match(List<CriteriaSheet> sheets, List<Refusal> refusals) {
		List<Match> matches = new ArrayList<>();
		Map<HSSFSheet, Integer> claims = new HashMap<>();
		for (CriteriaSheet sheet : sheets) {
			Match match = match(sheet, refusals);
			if (match != null) {
				matches.add(match);
				claims.merge(match.worksheet(), 1, Integer::sum);
			}
		}
		List<Match> sure = new ArrayList<>();
		for (Match match : matches) {
			if (claims.get(match.worksheet()) > 1) {
				refusals.add(refusal(Reason.WORKSHEET_CLAIMED_TWICE, match.worksheet().getSheetName(), match.wanted()));
			}
			else {
				sure.add(match);
			}
		}
		return sure;
	}

	private @Nullable Match match(CriteriaSheet wanted, List<Refusal> refusals) {
		String about = wanted.subject() + ", " + wanted.term();
		List<Candidate> left = this.candidates.stream()
			.filter((candidate) -> candidate.statements().ofSubject(wanted.subject()))
			.toList();
		Reason reason = Reason.NO_WORKSHEET_OF_SUBJECT;
		if (!left.isEmpty()) {
			reason = Reason.OTHER_CLASS_GROUP;
			left = left.stream()
				.filter((candidate) -> !candidate.statements().ofOtherClassGroup(wanted.classGroup()))
				.toList();
		}
		if (!left.isEmpty()) {
			reason = Reason.NO_WORKSHEET_OF_TERM;
			left = left.stream().filter((candidate) -> candidate.statements().ofTerm(wanted.term())).toList();
		}
		if (left.isEmpty()) {
			refusals.add(refusal(reason, about, wanted));
			return null;
		}
		List<Match> matches = left.stream()
			.map((candidate) -> new Match(wanted, candidate.sheet(), candidate.headings(),
					new PupilRows(candidate.sheet(), wanted)))
			.filter((match) -> match.pupils().columns() > 0)
			.toList();
		if (matches.size() != 1) {
			refusals.add(
					refusal(matches.isEmpty() ? Reason.NO_COLUMN_OF_PUPILS : Reason.SEVERAL_WORKSHEETS, about, wanted));
			return null;
		}
		Match match = matches.get(0);
		boolean hidden = left.stream()
			.anyMatch((candidate) -> candidate.sheet() == match.worksheet() && candidate.hidden());
		if (hidden || match.pupils().columns() > 1) {
			refusals.add(refusal(hidden ? Reason.HIDDEN : Reason.PUPILS_IN_SEVERAL_COLUMNS,
					match.worksheet().getSheetName(), wanted));
			return null;
		}
		return match;
	}

	private static Refusal refusal(Reason reason, String place, CriteriaSheet sheet) {
		return new Refusal(reason, place, null, null, sheet.wanted());
	}

	private record Candidate(HSSFSheet sheet, Headings headings, Statements statements, boolean hidden) {
	}

	/**
	 * A criteria sheet and its worksheet.
	 */
	record Match(CriteriaSheet wanted, HSSFSheet worksheet, Headings headings, PupilRows pupils) {
	}

}
