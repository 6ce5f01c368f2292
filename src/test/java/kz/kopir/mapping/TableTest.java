package kz.kopir.mapping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TableTest {

	private static final List<String> COLUMNS = List.of("subject", "marks");

	@Test
	void rowsKeepTheirLineNumberPastCommentsAndEmptyLines() throws IOException {
		Table table = read("# a comment\n\nsubject,marks\n# another\nАлгебра, yes \n\n,\nМузыка,no");
		assertThat(table.rows()).extracting(Table.Row::line).containsExactly(5, 8);
		assertThat(table.rows().get(0).get("marks")).isEqualTo("yes");
	}

	@Test
	void aTableSavedByExcelIsRead() throws IOException {
		Table table = read("\uFEFF\"# one; two\";\r\nSubject;Marks;\r\n\"Шетел тілі; \"\"В2\"\"\";no;\r\n");
		assertThat(table.rows()).hasSize(1);
		assertThat(table.rows().get(0).get("subject")).isEqualTo("Шетел тілі; \"В2\"");
	}

	@Test
	void aMissingColumnIsNamedWithWhatTheTableNeeds() {
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> read("# c\nsubject,mark\n"))
			.satisfies((ex) -> {
				assertThat(ex.file()).isEqualTo("subjects.csv");
				assertThat(ex.line()).isEqualTo(2);
				assertThat(ex.column()).isEqualTo("marks");
				assertThat(ex).hasMessageContaining("missing").hasMessageContaining("subject, marks");
			});
	}

	@Test
	void anUnclosedQuoteIsNamedByItsOwnLine() {
		assertThatExceptionOfType(MappingException.class)
			.isThrownBy(() -> read("subject,marks\n\"Музыка,no\nАлгебра,\"yes\"\n"))
			.satisfies((ex) -> assertThat(ex.line()).isEqualTo(2));
	}

	@Test
	void lettersBehindAQuoteAreRefused() {
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> read("subject,marks\n\"Музыка\" x,no\n"))
			.withMessageContaining("line 2")
			.withMessageContaining("quotation");
	}

	@Test
	void aCellTooManyIsRefused() {
		assertThatExceptionOfType(MappingException.class)
			.isThrownBy(() -> read("subject,marks\nШетел тілі, ағылшын,no\n"))
			.withMessageContaining("line 2");
	}

	@Test
	void aColumnTwiceIsRefused() {
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> read("subject,marks,Marks\n"))
			.withMessageContaining("twice");
	}

	@Test
	void anEmptyTableIsRefused() {
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> read("# nothing\n"))
			.withMessageContaining("empty");
	}

	@Test
	void theWindowsEncodingIsRefusedWithAdvice() {
		byte[] windows = "subject,marks\nМузыка,no\n".getBytes(Charset.forName("windows-1251"));
		assertThatExceptionOfType(MappingException.class)
			.isThrownBy(() -> Table.read("subjects.csv",
					new InputStreamReader(new ByteArrayInputStream(windows), StandardCharsets.UTF_8), COLUMNS))
			.withMessageContaining("UTF-8");
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> Table.read("subjects.csv",
				new InputStreamReader(new ByteArrayInputStream(windows), StandardCharsets.UTF_8.newDecoder()), COLUMNS))
			.withMessageContaining("UTF-8");
	}

	@Test
	void anUnknownValueIsNamedWithTheKnownOnes() throws IOException {
		Table.Row row = read("subject,marks\nМузыка,maybe\n").rows().get(0);
		assertThatExceptionOfType(MappingException.class)
			.isThrownBy(() -> row.choose("marks", Map.of("yes", true, "no", false)))
			.withMessage("subjects.csv, line 2, column marks: «maybe» is not known here. Write one of: no, yes.");
	}

	@Test
	void anEmptyCellIsRefusedWhereOneIsNeeded() throws IOException {
		Table.Row row = read("subject,marks\nМузыка,\n").rows().get(0);
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> row.require("marks"))
			.withMessageContaining("line 2, column marks");
	}

	@Test
	void aRowInALogShowsItsPlaceAndNoCell() throws IOException {
		assertThat(read("subject,marks\nМузыка,no\n").rows().get(0)).hasToString("subjects.csv:2");
	}

	private static Table read(String text) throws IOException {
		return Table.read("subjects.csv", new StringReader(text), COLUMNS);
	}

}
