package kz.kopir.mail;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

import kz.kopir.run.RunLock;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * One look at what mails of a school are due, as the routes carry it.
 */
public final class MailRun {

	private final SchoolId school;

	private final @Nullable MailAccount account;

	private final @Nullable RunLock lock;

	private final Deque<OutboxMail> queue = new ArrayDeque<>();

	private boolean failed;

	private MailRun(SchoolId school, @Nullable MailAccount account, @Nullable RunLock lock) {
		this.school = school;
		this.account = account;
		this.lock = lock;
	}

	static MailRun of(SchoolId school, MailAccount account, RunLock lock) {
		return new MailRun(school, account, lock);
	}

	/** Nothing is done: the school writes no mails, or another node sees to them. */
	static MailRun none(SchoolId school) {
		return new MailRun(school, null, null);
	}

	/** Whether there is anything to do. */
	public boolean isOpen() {
		return this.lock != null;
	}

	/** For the limit of each school. */
	public SchoolId getSchool() {
		return this.school;
	}

	MailAccount account() {
		if (this.account == null) {
			throw new IllegalStateException("School " + this.school + " writes no mails.");
		}
		return this.account;
	}

	/** Whether this node alone may send. */
	boolean isHeld() {
		return this.lock != null && this.lock.isHeld();
	}

	void close() {
		if (this.lock != null) {
			this.lock.close();
		}
	}

	void queue(Collection<OutboxMail> mails) {
		this.queue.addAll(mails);
	}

	@Nullable OutboxMail next() {
		return this.queue.poll();
	}

	boolean hasNext() {
		return !this.queue.isEmpty();
	}

	void stop() {
		this.queue.clear();
	}

	void fail() {
		this.failed = true;
		stop();
	}

	boolean isFailed() {
		return this.failed;
	}

	@Override
	public String toString() {
		return "MailRun[" + this.school + "]";
	}

}
