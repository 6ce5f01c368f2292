package kz.kopir.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a mail what the mail component sends as it is, byte for byte. Of anything else
 * than a finished message the component would build one of its own.
 */
public final class SmtpMessages {

	SmtpMessages() {
	}

	/**
	 * The mail as the mail component takes it.
	 * @param body what the route carries
	 * @throws MailBodyRefused when it is no mail
	 */
	public MimeMessage message(@Nullable Object body) throws MessagingException {
		if (!(body instanceof Dispatch dispatch) || !dispatch.isSending()) {
			throw new MailBodyRefused(body);
		}
		return new Finished(dispatch);
	}

	/**
	 * A message that nobody changes any more, and that notes when all of it was sent.
	 */
	private static final class Finished extends MimeMessage {

		private final Dispatch dispatch;

		private Finished(Dispatch dispatch) throws MessagingException {
			super((Session) null, new ByteArrayInputStream(dispatch.mime()));
			this.dispatch = dispatch;
		}

		@Override
		public void saveChanges() {
			// Its header stands already; the component would write another one.
		}

		@Override
		public void writeTo(OutputStream stream, String @Nullable [] leftOut) throws IOException {
			stream.write(this.dispatch.mime());
			stream.flush();
			this.dispatch.noteAllSent();
		}

		@Override
		public String toString() {
			return this.dispatch.toString();
		}

	}

}
