package kz.kopir.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * A mail arrives as it was written.
 */
class MimeMailsTest {

	private static final String LETTERS = "ә ғ қ ң ө ұ ү һ і Ә Ғ Қ Ң Ө Ұ Ү Һ І";

	private static final ZonedDateTime DATE = ZonedDateTime.of(2026, 11, 2, 17, 0, 5, 0, SampleLetters.ALMATY);

	private final MimeMails mails = new MimeMails();

	@Test
	void theKazakhLettersOfSubjectNamesAndBodyArrive() throws Exception {
		String subject = "Көпір · 5 жаңа мәселе / 5 новых проблем, ең жақын мерзімі / ближайший срок: 23.11, 24:00 "
				+ LETTERS;
		String raw = raw(envelope("Көпір " + LETTERS, "Гүлжаһан"),
				new Composed(subject, LETTERS + "\n", "<p>" + LETTERS + "</p>", List.of()));
		assertThat(raw).as("only ASCII travels").matches("\\p{ASCII}*");
		assertThat(raw.lines()).as("no line is longer than RFC 5322 wants").allMatch((line) -> line.length() <= 78);
		assertThat(raw).contains("\r\nSubject: =?UTF-8?B?");
		MimeMessage read = read(raw);
		assertThat(read.getSubject()).isEqualTo(subject);
		assertThat(((InternetAddress) read.getFrom()[0]).getPersonal()).isEqualTo("Көпір " + LETTERS);
		assertThat(((InternetAddress) read.getFrom()[0]).getAddress()).isEqualTo("kopir@school.example");
		assertThat(((InternetAddress) read.getAllRecipients()[0]).getPersonal()).isEqualTo("Гүлжаһан");
		Multipart alternative = (Multipart) read.getContent();
		assertThat(read.getContentType()).startsWith("multipart/alternative");
		assertThat(alternative.getBodyPart(0).getContent().toString().strip()).isEqualTo(LETTERS);
		assertThat(alternative.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
		assertThat(alternative.getBodyPart(1).getContent()).isEqualTo("<p>" + LETTERS + "</p>");
	}

	@Test
	void theHeadIsTheSameAtEveryAttempt() throws Exception {
		for (int attempt = 0; attempt < 2; attempt++) {
			MimeMessage read = read(raw(envelope("Kopir", "Teacher"), plain("Subject")));
			assertThat(read.getMessageID()).isEqualTo("<mail-17@kopir.school.example>");
			assertThat(read.getHeader("X-Kopir-Mail")).containsExactly("mail-17");
			assertThat(read.getHeader("Auto-Submitted")).containsExactly("auto-generated");
			assertThat(read.getHeader("Date")).containsExactly("Mon, 2 Nov 2026 17:00:05 +0500");
			assertThat(read.getSentDate()).isEqualTo(DATE.toInstant());
			assertThat(read.getHeader("MIME-Version")).containsExactly("1.0");
		}
	}

	@Test
	void theOverviewBringsItsPictureAlong() throws Exception {
		SampleLetters.requireFonts();
		Composed overview = new Composer().compose(SampleLetters.weekly(null), SampleLetters.CONTEXT);
		MimeMessage read = read(raw(envelope("Kopir", "Deputy head"), overview));
		Multipart alternative = (Multipart) read.getContent();
		assertThat(alternative.getCount()).isEqualTo(2);
		assertThat(alternative.getBodyPart(0).isMimeType("text/plain")).isTrue();
		assertThat(alternative.getBodyPart(1).isMimeType("multipart/related")).isTrue();
		Multipart related = (Multipart) alternative.getBodyPart(1).getContent();
		assertThat(related.getCount()).isEqualTo(3);
		assertThat(related.getBodyPart(0).getContent().toString().replace("\r\n", "\n")).isEqualTo(overview.html());
		Part picture = related.getBodyPart(1);
		assertThat(picture.getContentType()).startsWith("image/png");
		assertThat(picture.getDisposition()).isEqualTo(Part.INLINE);
		assertThat(picture.getHeader("Content-ID")).containsExactly("<weeks-kk>");
		assertThat(picture.getInputStream().readAllBytes()).isEqualTo(overview.pictures().get(0).png());
		assertThat(related.getBodyPart(2).getHeader("Content-ID")).containsExactly("<weeks-ru>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\r\nBcc: thief@evil.example", "a\nBcc: thief@evil.example", "a\rBcc: thief@evil.example",
			"қ\r\nBcc: thief@evil.example", "a\r\n\r\n<script>", "a\u2028Bcc: thief@evil.example", "a\u0000b",
			"\"a\" <thief@evil.example>, b" })
	void noNameAndNoSubjectCanBeginAHeaderOfItsOwn(String text) throws Exception {
		MimeMessage read = read(raw(envelope(text, text), plain(text)));
		assertThat(read.getHeader("Bcc")).isNull();
		assertThat(read.getAllRecipients()).hasSize(1);
		assertThat(((InternetAddress) read.getAllRecipients()[0]).getAddress()).isEqualTo("t1@school.example");
		assertThat(read.getFrom()).hasSize(1);
		assertThat(read.getSubject()).doesNotContainPattern("[\\r\\n\\u0000\\u2028]");
		assertThat(read.getContent()).isInstanceOf(Multipart.class);
		assertThat(((Multipart) read.getContent()).getBodyPart(0).getContent()).asString().startsWith("text");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a@b.kz\r\nBcc: c@d.kz", "a@b.kz, c@d.kz", "a", "a@", "", "a b@c.kz", "<a@b.kz" })
	void whatIsNoAddressIsRefusedWithoutTellingIt(String address) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.mails.message(new Envelope("mail-17", "mail-17@kopir.school.example", "Kopir",
					"kopir@school.example", "Teacher", address, DATE), plain("Subject")))
			.withMessageContaining("recipient of mail mail-17")
			.withMessageNotContaining("b.kz")
			.withNoCause();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a b", "a\r\nBcc: c@d.kz", "<a@b>" })
	void anIdThatCouldBreakTheHeadIsRefused(String id) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Envelope(id, "mail-17@kopir.school.example", "Kopir",
				"kopir@school.example", "Teacher", "t1@school.example", DATE));
		assertThatIllegalArgumentException().isThrownBy(() -> new Envelope("mail-17", id + "@kopir.school.example",
				"Kopir", "kopir@school.example", "Teacher", "t1@school.example", DATE));
	}

	@Test
	void theEncodedSubjectIsFoldedBetweenLettersAlsoOutsideOfTheBasicPlane() throws Exception {
		String subject = "😀қ".repeat(60);
		String raw = raw(envelope("Kopir", "Teacher"), plain(subject));
		assertThat(read(raw).getSubject()).isEqualTo(subject);
		Matcher header = Pattern.compile("\r\nSubject: (.*(?:\r\n .*)*)").matcher(raw);
		assertThat(header.find()).isTrue();
		String[] words = header.group(1).split("\r\n ");
		assertThat(words).hasSizeGreaterThan(5);
		for (String word : words) {
			assertThat(MimeUtility.decodeText(word)).as("each word for itself").matches("(😀|қ)+");
		}
	}

	private String raw(Envelope envelope, Composed mail) throws Exception {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		this.mails.message(envelope, mail).writeTo(bytes);
		return bytes.toString(StandardCharsets.ISO_8859_1);
	}

	private static MimeMessage read(String raw) throws Exception {
		MimeMessage message = new MimeMessage(Session.getInstance(new Properties()),
				new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1)));
		assertThat(message.getRecipients(Message.RecipientType.CC)).isNull();
		return message;
	}

	private static Composed plain(String subject) {
		return new Composed(subject, "text\n", "<p>html</p>", List.of());
	}

	private static Envelope envelope(String from, String to) {
		return new Envelope("mail-17", "mail-17@kopir.school.example", from, "kopir@school.example", to,
				"t1@school.example", DATE);
	}

}
