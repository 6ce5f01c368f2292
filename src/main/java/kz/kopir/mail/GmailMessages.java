package kz.kopir.mail;

import com.google.api.services.gmail.model.Message;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a mail what Google's component sends, and of nothing else.
 */
public final class GmailMessages {

	GmailMessages() {
	}

	/**
	 * The mail as Gmail takes it.
	 * @param body what the route carries
	 * @throws MailBodyRefused when it is no mail
	 */
	public Message message(@Nullable Object body) {
		if (!(body instanceof Dispatch dispatch) || !dispatch.isSending()) {
			throw new MailBodyRefused(body);
		}
		return new Message().encodeRaw(dispatch.mime());
	}

}
