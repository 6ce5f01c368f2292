package kz.kopir.mail;

import org.jspecify.annotations.Nullable;

/**
 * One mail on its way out, as the routes carry it. Its text form names the mail alone.
 */
public final class Dispatch {

	private final @Nullable OutboxMail mail;

	private final Transport transport;

	private final byte[] mime;

	private volatile boolean allSent;

	private Dispatch(@Nullable OutboxMail mail, Transport transport, byte[] mime) {
		this.mail = mail;
		this.transport = transport;
		this.mime = mime;
	}

	static Dispatch of(OutboxMail mail, Transport transport, byte[] mime) {
		return new Dispatch(mail, transport, mime);
	}

	/** Nothing is to be sent. */
	static Dispatch none() {
		return new Dispatch(null, Transport.OFF, new byte[0]);
	}

	/** Whether there is something to be sent. */
	public boolean isSending() {
		return this.mail != null;
	}

	/** The word by which routes name the way out. */
	public String getTransport() {
		return this.transport.word();
	}

	/** Name of the component that stands for the sender's mailbox. */
	public String getMailbox() {
		return GmailComponents.name(mail().school());
	}

	OutboxMail mail() {
		if (this.mail == null) {
			throw new IllegalStateException("There is no mail to send.");
		}
		return this.mail;
	}

	byte[] mime() {
		return this.mime.clone();
	}

	/** The last byte of the mail was handed to the network. */
	void noteAllSent() {
		this.allSent = true;
	}

	boolean isAllSent() {
		return this.allSent;
	}

	@Override
	public String toString() {
		return "Dispatch[" + this.mail + "]";
	}

}
