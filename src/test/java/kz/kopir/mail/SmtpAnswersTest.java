package kz.kopir.mail;

import java.net.SocketTimeoutException;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import kz.kopir.mail.Verdict.Concerns;
import kz.kopir.mail.Verdict.Fate;
import kz.kopir.problem.ProblemCode;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SmtpAnswersTest {

	@ParameterizedTest
	@CsvSource({
			"RCPT, 550, 5.1.1 <a@school.example> no such user, REFUSED, THIS_MAIL, MAIL_RECIPIENT_UNKNOWN, SMTP 550 5.1.1",
			"RCPT, 550, <a@school.example> no such user, REFUSED, THIS_MAIL, MAIL_RECIPIENT_UNKNOWN, SMTP 550",
			"RCPT, 550, 5.7.1 relaying denied, REFUSED, THIS_MAIL, MAIL_REFUSED, SMTP 550 5.7.1",
			"RCPT, 450, 4.2.0 greylisted, NOT_ACCEPTED, THIS_MAIL, MAIL_REFUSED, SMTP 450 4.2.0",
			"RCPT, 421, 4.3.2 shutting down, NOT_ACCEPTED, ALL_MAILS, MAIL_UNAVAILABLE, SMTP 421 4.3.2",
			"RCPT, 530, 5.7.0 authentication required, NOT_ACCEPTED, ALL_MAILS, MAIL_SIGN_IN_REFUSED, SMTP 530 5.7.0",
			"MAIL, 550, 5.7.60 may not send as this sender, NOT_ACCEPTED, ALL_MAILS, MAIL_SIGN_IN_REFUSED, SMTP 550 5.7.60",
			"MAIL, 451, try later, NOT_ACCEPTED, THIS_MAIL, MAIL_REFUSED, SMTP 451",
			"DATA, 554, 5.6.0 content refused, REFUSED, THIS_MAIL, MAIL_REFUSED, SMTP 554 5.6.0",
			"., 552, 5.3.4 too large, REFUSED, THIS_MAIL, MAIL_REFUSED, SMTP 552 5.3.4",
			"., 452, 4.3.1 no space, NOT_ACCEPTED, THIS_MAIL, MAIL_REFUSED, SMTP 452 4.3.1" })
	void everyAnswerOfAServerHasOneMeaning(String command, int code, String text, Fate fate, Concerns concerns,
			ProblemCode problem, String answer) throws AddressException {
		for (boolean allSent : new boolean[] { false, true }) {
			Verdict verdict = SmtpAnswers.judge(failure(command, code, code + " " + text), allSent);
			assertThat(verdict).isEqualTo(new Verdict(fate, concerns, problem, answer, verdict.pause()));
		}
	}

	@Test
	void whatFailedBeforeTheEndOfTheMailWasSentIsSurelyNotAccepted() {
		MessagingException lost = new MessagingException("IOException while sending message",
				new SocketTimeoutException("Read timed out"));
		assertThat(SmtpAnswers.judge(lost, false)).isEqualTo(Verdict.later("MessagingException"));
		assertThat(SmtpAnswers.judge(lost, true)).isEqualTo(Verdict.unknown("MessagingException"));
		assertThat(
				SmtpAnswers.judge(new SMTPSendFailedException(".", -1, "[EOF]", null, null, null, null), true).fate())
			.isEqualTo(Fate.UNKNOWN);
		assertThat(SmtpAnswers.judge(new IllegalStateException("x"), true).fate()).isEqualTo(Fate.UNKNOWN);
	}

	@Test
	void aRefusedSignInHoldsAllMails() {
		assertThat(SmtpAnswers.judge(new AuthenticationFailedException("535 s3cret"), false))
			.isEqualTo(Verdict.hold("sign-in refused"));
	}

	@Test
	void aServerThatHangsUpHasRefusedNobody() throws AddressException {
		assertThat(SmtpAnswers.judge(failure("MAIL", -1, "[EOF]"), false).fate()).isEqualTo(Fate.NOT_ACCEPTED);
		assertThat(SmtpAnswers.judge(failure("RCPT", -1, "[EOF]"), false).fate()).isEqualTo(Fate.NOT_ACCEPTED);
	}

	@Test
	void whatIsNoMailIsRefused() {
		assertThat(SmtpAnswers.judge(new MailBodyRefused("x"), false).fate()).isEqualTo(Fate.REFUSED);
	}

	private static MessagingException failure(String command, int code, String text) throws AddressException {
		if (command.equals("RCPT")) {
			InternetAddress address = new InternetAddress("a@school.example");
			return new SendFailedException("Invalid Addresses",
					new SMTPAddressFailedException(address, "RCPT TO:<a@school.example>", code, text), new Address[0],
					new Address[0], new Address[] { address });
		}
		String whole = command.equals("MAIL") ? "MAIL FROM:<kopir@school.example>" : command;
		return new SMTPSendFailedException(whole, code, text, null, null, null, null);
	}

}
