package kz.kopir.rehearsal.gmail;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * All mails that Gmail has taken or made. Thread-safe.
 */
final class Mailboxes {

	private final List<Mail> mails = new ArrayList<>();

	synchronized void add(Mail mail) {
		this.mails.add(mail);
	}

	/** All mails, the oldest first; a copy. */
	synchronized List<Mail> all() {
		return List.copyOf(this.mails);
	}

	/** The mails of a mailbox, the oldest first. */
	List<Mail> of(String mailbox) {
		return all().stream().filter((mail) -> mail.mailbox().equalsIgnoreCase(mailbox)).toList();
	}

	/** A mail by its number, or null. */
	@Nullable Mail find(int number) {
		return all().stream().filter((mail) -> mail.number() == number).findFirst().orElse(null);
	}

}
