package kz.kopir.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import kz.kopir.digest.LetterKind;
import kz.kopir.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Mails go out through an SMTP server: as they are, and never twice.
 */
class SmtpRoutesTest {

	private static final SmtpAccount OPEN = new SmtpAccount(SmtpAccount.Security.NONE, null, null);

	@Test
	void aMailArrivesByteForByteAsItWasComposed() throws Exception {
		GreenMail server = start();
		try (MailHouse house = MailHouse.smtp(server.getSmtp().getPort(), OPEN)) {
			house.school.tells(LetterKind.DAILY, "t-1", "p-1", "p-2");
			house.runAt("15:00");
			house.runAt("15:01");
			OutboxMail mail = house.mailTo("t-1");
			assertThat(mail.state()).isEqualTo(MailState.SENT);
			MimeMessage[] received = server.getReceivedMessages();
			assertThat(received).hasSize(1);
			assertThat(received[0].getHeader(MailHead.MAIL_ID)).containsExactly(mail.id());
			assertThat(received[0].getHeader("Message-ID")).containsExactly("<" + mail.messageId() + ">");
			assertThat(received[0].getHeader("Subject")[0]).startsWith("=?UTF-8?");
			assertThat(received[0].getContent().toString()).contains("p-1 болды");
			assertThat(GreenMailUtil.getWholeMessage(received[0]).strip())
				.endsWith(new String(house.outbox.mime(mail).orElseThrow(), StandardCharsets.US_ASCII).strip());
			assertThat(house.codes()).isEmpty();
		}
		finally {
			server.stop();
		}
	}

	@Test
	void theServerKnowsWhoSends() throws Exception {
		GreenMail server = start();
		server.setUser("kopir", "kopir", "s3cret");
		SmtpAccount right = new SmtpAccount(SmtpAccount.Security.NONE, "kopir", "s3cret");
		SmtpAccount wrong = new SmtpAccount(SmtpAccount.Security.NONE, "kopir", "s3cret-of-yesterday");
		try (MailHouse house = MailHouse.smtp(server.getSmtp().getPort(), right);
				MailHouse other = MailHouse.smtp(server.getSmtp().getPort(), wrong)) {
			house.school.tells(LetterKind.DAILY, "t-1", "p-1");
			house.runAt("15:00");
			assertThat(house.mailTo("t-1").state()).isEqualTo(MailState.SENT);
			other.school.tells(LetterKind.DAILY, "t-1", "p-1");
			other.runAt("15:00");
			assertThat(other.mailTo("t-1").state()).isEqualTo(MailState.DUE);
			assertThat(other.codes()).containsExactly(ProblemCode.MAIL_SIGN_IN_REFUSED);
			assertThat(other.problems().toString()).doesNotContain("s3cret");
		}
		finally {
			server.stop();
		}
	}

	@Test
	void whereTlsIsAskedForNothingIsSaidWithoutIt() {
		SmtpAccount starttls = new SmtpAccount(SmtpAccount.Security.STARTTLS, "kopir", "s3cret");
		try (SmtpScript plain = new SmtpScript(); MailHouse house = MailHouse.smtp(plain.port(), starttls)) {
			house.school.tells(LetterKind.DAILY, "t-1", "p-1");
			house.runAt("15:00");
			assertThat(house.mailTo("t-1").state()).isEqualTo(MailState.DUE);
			assertThat(plain.taken).hasValue(0);
		}
	}

	@ParameterizedTest
	@CsvSource({ "RCPT, 550 5.1.1 no such user, REFUSED, SENT, MAIL_RECIPIENT_UNKNOWN",
			"RCPT, 450 4.2.0 greylisted, DUE, SENT, ", "RCPT, 421 4.3.2 shutting down, DUE, DUE, ",
			"RCPT, cut, DUE, DUE, ", "MAIL, 550 5.7.60 not this sender, DUE, DUE, MAIL_SIGN_IN_REFUSED",
			"MAIL, cut, DUE, DUE, ", "DATA, 554 5.6.0 no, REFUSED, SENT, MAIL_REFUSED", "DATA, silence, DUE, DUE, ",
			"END, 554 5.6.0 content refused, REFUSED, SENT, MAIL_REFUSED", "END, 452 4.3.1 no space, DUE, SENT, ",
			"END, cut, AMBIGUOUS, DUE, ", "END, silence, AMBIGUOUS, DUE, " })
	void anAnswerConcernsThisMailOrAll(String command, String answer, MailState first, MailState second,
			@Nullable ProblemCode code) {
		try (SmtpScript server = new SmtpScript(); MailHouse house = MailHouse.smtp(server.port(), OPEN)) {
			server.next(command, answer);
			house.school.tells(LetterKind.URGENT, "t-1", "p-1");
			house.school.tells(LetterKind.DAILY, "t-2", "p-1");
			house.runAt("08:00");
			assertThat(house.mailTo("t-1").state()).isEqualTo(first);
			assertThat(house.mailTo("t-2").state()).isEqualTo(second);
			assertThat(house.codes()).isEqualTo((code != null) ? List.of(code) : List.of());
			int taken = server.taken.get();
			house.runAt("09:00");
			house.runAt("10:00");
			assertThat(house.mailTo("t-2").state()).isEqualTo(MailState.SENT);
			if (first == MailState.AMBIGUOUS) {
				assertThat(house.mailTo("t-1").state()).isEqualTo(MailState.DOUBTFUL);
				assertThat(house.codes()).containsExactly(ProblemCode.MAIL_DOUBTFUL);
				assertThat(server.taken.get()).as("only the other one").isEqualTo(taken + 1);
			}
		}
	}

	@Test
	void aServerThatPutsAMailOffForHoursHasRefusedIt() {
		try (SmtpScript server = new SmtpScript(); MailHouse house = MailHouse.smtp(server.port(), OPEN)) {
			house.school.tells(LetterKind.DAILY, "t-1", "p-1");
			for (int hour = 8; hour < 18; hour++) {
				server.next("RCPT", "450 4.2.0 greylisted");
				house.runAt("%02d:59".formatted(hour));
			}
			assertThat(house.mailTo("t-1").state()).isEqualTo(MailState.REFUSED);
			assertThat(house.codes()).containsExactly(ProblemCode.MAIL_REFUSED);
		}
	}

	private static GreenMail start() {
		GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		server.start();
		return server;
	}

}
