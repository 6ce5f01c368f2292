package kz.kopir.workbook;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import kz.kopir.school.PupilId;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static kz.kopir.workbook.SampleSheets.algebra;
import static kz.kopir.workbook.SampleSheets.cell;
import static kz.kopir.workbook.SampleSheets.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Prints the typing sheet with LibreOffice and reads the paper. Without LibreOffice it is
 * skipped, but not in CI, where KOPIR_REQUIRE_SOFFICE is set.
 */
class PrintedSheetTest {

	private static final String KAZAKH_LETTERS = "Ә Ғ Қ Ң Ө Ұ Ү Һ І ә ғ қ ң ө ұ ү һ і";

	@TempDir
	Path folder;

	@BeforeEach
	void libreOfficeIsHere() {
		boolean required = System.getenv("CI") != null || System.getenv("KOPIR_REQUIRE_SOFFICE") != null;
		assumeTrue(required || isOnPath("soffice"),
				"Skipped: there is no soffice (LibreOffice Calc) on the PATH to print with");
	}

	@Test
	void theKazakhLettersOfAClassOfFortyAreOnPaper() throws Exception {
		CriteriaSheet wanted = with(with(algebra(40), 1, 1, cell(6, 9)), 2, 2, cell(4, null));
		try (PDDocument paper = print(wanted)) {
			List<String> lines = PaperLines.of(paper);
			assertThat(lines).contains(squeezed(KAZAKH_LETTERS));
			assertThat(lines).filteredOn((line) -> line.equals("7«А»·Алгебра·2-тоқсан"))
				.as("on each of two pages")
				.hasSize(2);
			assertThat(String.join("\n", lines)).contains("Оқушы", "27.11.2026", "дұрыс");
			for (int i = 0; i < 40; i++) {
				String pupil = (i + 1) + squeezed(SampleSheets.name(i));
				assertThat(lines).filteredOn((line) -> line.startsWith(pupil)).hasSize(1);
			}
			assertThat(paper.getPage(0).getMediaBox().getWidth()).as("across, in points").isBetween(841f, 843f);
		}
	}

	@Test
	void aLongNameIsPrintedToItsLastLetter() throws Exception {
		String name = "Әбдіғаппарұлы-Құрманғалиқызы Гүлжаһан-Нұрсұлтан Өтегенұлы-Жаһангерұлы Үшінші "
				+ "Қосымша Есімі Өте Ұзын Һәм Соңғысы Осы";
		CriteriaSheet wanted = SampleSheets.sheet("Алгебра", SampleSheets.COLUMNS,
				List.of(new CriteriaSheet.Row(new PupilId("1"), name, Map.of())));
		try (PDDocument paper = print(wanted)) {
			assertThat(String.join("", PaperLines.of(paper))).contains("Соңғысы", "Әбдіғаппарұлы", "Һәм");
		}
	}

	private PDDocument print(CriteriaSheet wanted) throws IOException, InterruptedException {
		return print(new Workbooks().sheet(KAZAKH_LETTERS, List.of(wanted), Locale.forLanguageTag("kk")));
	}

	private static String squeezed(String text) {
		return text.replace(" ", "");
	}

	private PDDocument print(byte[] workbook) throws IOException, InterruptedException {
		Path file = Files.write(this.folder.resolve("sheet.xlsx"), workbook);
		Path log = this.folder.resolve("soffice.log");
		Process process = new ProcessBuilder("soffice",
				"-env:UserInstallation=" + this.folder.resolve("profile").toUri(), "--headless", "--convert-to", "pdf",
				"--outdir", this.folder.toString(), file.toString())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		try {
			assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("LibreOffice ends").isTrue();
		}
		finally {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly();
		}
		assertThat(process.exitValue()).as(Files.readString(log)).isZero();
		return Loader.loadPDF(this.folder.resolve("sheet.pdf").toFile());
	}

	private static boolean isOnPath(String command) {
		for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
			if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, command))) {
				return true;
			}
		}
		return false;
	}

}
