package kz.kopir.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import kz.kopir.call.Calls;
import kz.kopir.problem.ProblemCode;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * The one table that says what a failed call to an SMTP server means (RFC 5321, section
 * 4.2).
 * <p>
 * A server that answered with 4xx or 5xx did not take the mail, and neither did one to
 * which the end of the mail was never told. Once all of it is sent, a missing answer says
 * nothing, and there is no way to look it up.
 */
final class SmtpAnswers {

	private static final Pattern ENHANCED = Pattern.compile("\\b[245]\\.\\d{1,3}\\.\\d{1,3}\\b");

	private static final int SERVICE_NOT_AVAILABLE = 421;

	private SmtpAnswers() {
	}

	/**
	 * Judges a failure.
	 * @param allSent whether the mail was sent to its end
	 */
	static Verdict judge(@Nullable Throwable failure, boolean allSent) {
		Throwable cause = Calls.cause(failure);
		if (cause instanceof AuthenticationFailedException) {
			return Verdict.hold("sign-in refused");
		}
		if (cause instanceof MailBodyRefused) {
			return Verdict.refused(ProblemCode.MAIL_REFUSED, Calls.describe(cause));
		}
		Reply reply = (cause instanceof MessagingException told) ? reply(told) : null;
		if (reply != null) {
			return judge(reply);
		}
		return allSent ? Verdict.unknown(Calls.describe(cause)) : Verdict.later(Calls.describe(cause));
	}

	private static Verdict judge(Reply reply) {
		if (reply.status == SERVICE_NOT_AVAILABLE) {
			return Verdict.later(reply.text);
		}
		if (reply.status < 500) {
			return Verdict.laterForThisMail(reply.text);
		}
		// 530, 535, 538: signing in is needed or was refused
		if (reply.status >= 530 && reply.status < 540 || reply.command == Command.SENDER) {
			return Verdict.hold(reply.text);
		}
		// an enhanced code x.7.x speaks of a rule of the server, not of the address
		boolean rule = reply.text.matches(".* [245]\\.7\\..*");
		return Verdict.refused((reply.command == Command.RECIPIENT && !rule) ? ProblemCode.MAIL_RECIPIENT_UNKNOWN
				: ProblemCode.MAIL_REFUSED, reply.text);
	}

	/** What the server answered, if it did; the texts of servers hold addresses. */
	private static @Nullable Reply reply(MessagingException failure) {
		for (Exception told = failure; told instanceof MessagingException next; told = next.getNextException()) {
			if (told instanceof SMTPAddressFailedException address && isNo(address.getReturnCode())) {
				return new Reply(Command.RECIPIENT, address.getReturnCode(), text(address.getReturnCode(), told));
			}
			if (told instanceof SMTPSendFailedException send && isNo(send.getReturnCode())) {
				boolean sender = String.valueOf(send.getCommand()).startsWith("MAIL");
				return new Reply(sender ? Command.SENDER : Command.CONTENT, send.getReturnCode(),
						text(send.getReturnCode(), told));
			}
		}
		return null;
	}

	private static boolean isNo(int code) {
		return code >= 400 && code < 600;
	}

	private static String text(int code, Exception told) {
		Matcher enhanced = ENHANCED.matcher(String.valueOf(told.getMessage()));
		return "SMTP " + code + (enhanced.find() ? " " + enhanced.group() : "");
	}

	private enum Command {

		SENDER, RECIPIENT, CONTENT

	}

	private record Reply(Command command, int status, String text) {
	}

}
