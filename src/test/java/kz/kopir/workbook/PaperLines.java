package kz.kopir.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * The lines of a printed page as a reader sees them, without blanks. Letters that come
 * from a second font are stored apart from their word, so they are put in order by where
 * they stand.
 */
final class PaperLines extends PDFTextStripper {

	/** How far letters of one line may be apart in height, in points. */
	private static final float SAME_LINE = 1.5f;

	private final Map<Integer, List<TextPosition>> pages = new TreeMap<>();

	private PaperLines() throws IOException {
	}

	static List<String> of(PDDocument paper) throws IOException {
		PaperLines reader = new PaperLines();
		reader.getText(paper);
		List<String> lines = new ArrayList<>();
		for (List<TextPosition> letters : reader.pages.values()) {
			letters.sort(Comparator.comparing(TextPosition::getYDirAdj));
			List<TextPosition> line = new ArrayList<>();
			for (TextPosition letter : letters) {
				if (!line.isEmpty() && letter.getYDirAdj() - line.get(0).getYDirAdj() > SAME_LINE) {
					lines.add(text(line));
					line.clear();
				}
				line.add(letter);
			}
			lines.add(text(line));
		}
		return lines;
	}

	@Override
	protected void processTextPosition(TextPosition letter) {
		this.pages.computeIfAbsent(getCurrentPageNo(), (page) -> new ArrayList<>()).add(letter);
		super.processTextPosition(letter);
	}

	private static String text(List<TextPosition> line) {
		return line.stream()
			.sorted(Comparator.comparing(TextPosition::getXDirAdj))
			.map(TextPosition::getUnicode)
			.collect(Collectors.joining())
			.replaceAll("\\s", "");
	}

}
