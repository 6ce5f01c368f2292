package kz.kopir.rehearsal.gmail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import kz.kopir.rehearsal.gmail.GmailVisitor.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static kz.kopir.rehearsal.gmail.GmailHouse.MAILBOX;
import static kz.kopir.rehearsal.gmail.GmailHouse.letter;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The mails as a person reads them: on pages and as files.
 */
class GmailPagesTest {

	private static final String HTML = """
			<p title="a">Оценка &amp; баға</p><img src="cid:trend"><script>alert(1)</script>""";

	private static final byte[] PICTURE = { 1, 2, 3 };

	@TempDir
	private Path folder;

	private GmailHouse house;

	private GmailVisitor sender;

	@BeforeEach
	void open() throws IOException {
		Files.writeString(this.folder.resolve("0007-of.last.time.eml"), "old");
		Files.writeString(this.folder.resolve("notes.txt"), "somebody's own");
		this.house = new GmailHouse(GmailSettings.defaults().withFolder(this.folder));
		this.sender = this.house.sender();
	}

	@AfterEach
	void everyAnswerHasGmailsShape() {
		this.house.close();
	}

	@Test
	void beforeTheFirstMailThePageSaysSo() {
		assertThat(this.sender.page("/").body()).contains("None yet.");
	}

	@Test
	void theListTellsByRecipientWhatCameWhenAndOfWhichKind() {
		this.sender.send(letter("b@example.kz", "X-Kopir-Kind: daily").replace("Test", "First <b>"));
		this.sender.send(letter("a@example.kz, B@example.kz", "X-Kopir-Kind: urgent").replace("Test", "Second"));
		String page = this.sender.page("/").body();
		assertThat(page).contains("2 in all, to 2 addresses").contains("First &lt;b&gt;").doesNotContain("First <b>");
		assertThat(page).containsSubsequence("a@example.kz", "(1)", "urgent", "/mails/2", "Second", "b@example.kz",
				"(2)", "/mails/2", "Second", "daily", "/mails/1", "First");
		assertThat(page).containsPattern("\\d\\d\\.\\d\\d\\.\\d{4} \\d\\d:\\d\\d:\\d\\d");
	}

	@Test
	void aMailIsShownWithItsHtmlInASandboxItsTextAndItsHeaders() {
		this.sender.send(rich());
		Reply page = this.sender.page("/mails/1");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
		assertThat(page.body()).containsPattern("<iframe sandbox(=\"\")? ")
			.contains("srcdoc=\"&lt;p title=&quot;a&quot;&gt;Оценка &amp;amp; баға&lt;/p&gt;")
			.contains("src=&quot;data:image/png;base64," + Base64.getEncoder().encodeToString(PICTURE) + "&quot;")
			.contains("&lt;script&gt;")
			.doesNotContain("<script")
			.doesNotContain("cid:trend")
			.contains("Мәтін &lt;i&gt;")
			.contains("X-Kopir-Mail")
			.contains("Айгүл &lt;aigul.abenova@example.kz&gt;");
	}

	@Test
	void theMessageIsThereAsItWentOutOnThePageAndInTheFolder() throws IOException {
		this.sender.send(rich());
		Reply eml = this.sender.page("/mails/1.eml");
		assertThat(eml.header("Content-Type")).isEqualTo("message/rfc822");
		String sent = new String(this.house.gmail().mails().get(0).eml(), StandardCharsets.UTF_8);
		assertThat(eml.body()).isEqualTo(sent);
		assertThat(files()).containsExactly("0001-aigul.abenova.eml", "notes.txt");
		assertThat(Files.readString(this.folder.resolve("0001-aigul.abenova.eml"))).isEqualTo(sent);
	}

	@Test
	void aFileIsNamedByItsNumberAndNeverLeavesTheFolder() throws IOException {
		this.house.gmail().change((now) -> now.withUnknownAddresses(Set.of("gone@example.kz")));
		this.sender.send(letter("gone@example.kz"));
		this.sender.send(letter("\"../../etc/x\"@example.kz"));
		assertThat(files()).containsExactly("0001-gone.eml", "0002-habarlama.eml", "0003-_.._.._etc_x_.eml",
				"notes.txt");
		assertThat(this.sender.page("/").body()).contains(Mail.BOUNCE, "Delivery Status Notification (Failure)");
		assertThat(this.sender.page("/mails/2").body()).contains("Address not found");
	}

	@Test
	void aMailThatIsNotThereIsSaid() {
		for (String path : List.of("/mails/1", "/mails/1.eml", "/mails/x", "/mails/99999999999")) {
			assertThat(this.sender.page(path).status()).isEqualTo(404);
		}
	}

	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.map((file) -> file.getFileName().toString()).sorted().toList();
		}
	}

	private static String rich() {
		return "From: " + MAILBOX + "\r\nTo: Айгүл <aigul.abenova@example.kz>\r\nSubject: Test\r\nX-Kopir-Mail: 1\r\n"
				+ "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=r\r\n\r\n"
				+ "--r\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n"
				+ "--a\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\nМәтін <i>\r\n"
				+ "--a\r\nContent-Type: text/html; charset=UTF-8\r\n\r\n" + HTML + "\r\n--a--\r\n"
				+ "--r\r\nContent-Type: image/png\r\nContent-ID: <trend>\r\nContent-Disposition: inline\r\n"
				+ "Content-Transfer-Encoding: base64\r\n\r\n" + Base64.getEncoder().encodeToString(PICTURE)
				+ "\r\n--r--\r\n";
	}

}
