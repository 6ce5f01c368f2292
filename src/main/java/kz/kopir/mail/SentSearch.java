package kz.kopir.mail;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * A search of Gmail's sent mails, the newest first, for those whose fate is not known. It
 * ends when all are found, when a mail comes that was sent before any of them was tried,
 * or at the end of the list. Times play no part: the order of the list is Gmail's own.
 */
public final class SentSearch {

	/** In a mailbox that a person uses, too, there are other mails to be looked at. */
	private static final int MOST_READ = 500;

	private final MailRun run;

	private final Map<String, OutboxMail> wanted = new HashMap<>();

	private final Map<String, String> found = new HashMap<>();

	private final Set<String> known;

	private final Set<String> before;

	private @Nullable String pageToken;

	private int read;

	private boolean ended;

	/**
	 * @param ambiguous the mails that are sought
	 * @param known Gmail's ids of other mails of ours
	 * @param before Gmail's ids of mails that were accepted before any of them was tried
	 */
	SentSearch(MailRun run, Collection<OutboxMail> ambiguous, Collection<String> known, Collection<String> before) {
		this.run = run;
		this.known = Set.copyOf(known);
		this.before = Set.copyOf(before);
		ambiguous.forEach((mail) -> this.wanted.put(mail.id(), mail));
	}

	/** Name of the component that stands for the sender's mailbox. */
	public String getMailbox() {
		return GmailComponents.name(this.run.getSchool());
	}

	SchoolId school() {
		return this.run.getSchool();
	}

	boolean isEnded() {
		return this.ended || this.found.size() == this.wanted.size();
	}

	@Nullable String pageToken() {
		return this.pageToken;
	}

	/**
	 * Takes a page of the list.
	 * @return ids of mails whose header must be read
	 */
	List<String> listed(List<String> ids, @Nullable String nextPageToken) {
		List<String> unknown = new ArrayList<>();
		for (String id : ids) {
			if (this.before.contains(id)) {
				this.ended = true;
				break;
			}
			if (!this.known.contains(id)) {
				unknown.add(id);
			}
		}
		this.pageToken = nextPageToken;
		this.ended = this.ended || nextPageToken == null;
		return unknown;
	}

	/** Takes the header of a mail: the id of ours that it names, if it names one. */
	void read(String gmailId, Set<String> names) {
		this.read++;
		this.wanted.values()
			.stream()
			.filter((mail) -> names.contains(mail.id()) || names.contains("<" + mail.messageId() + ">"))
			.forEach((mail) -> this.found.put(mail.id(), gmailId));
		if (this.read >= MOST_READ) {
			this.ended = true;
		}
	}

	/** Whether everything was looked at that could be one of those sought. */
	boolean isComplete() {
		return this.read < MOST_READ;
	}

	Collection<OutboxMail> wanted() {
		return this.wanted.values();
	}

	/** Gmail's id of a mail, or null when it was not seen. */
	@Nullable String found(OutboxMail mail) {
		return this.found.get(mail.id());
	}

	@Override
	public String toString() {
		return "SentSearch[" + this.run.getSchool() + ", " + this.wanted.keySet() + "]";
	}

}
