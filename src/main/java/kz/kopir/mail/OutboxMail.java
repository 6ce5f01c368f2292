package kz.kopir.mail;

import java.time.Instant;
import java.time.LocalDate;

import kz.kopir.digest.LetterKind;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * A mail in the outbox, without its content.
 *
 * @param id its id
 * @param school the school
 * @param person key of the person to whom it goes
 * @param recipient address to which it goes
 * @param kind its kind
 * @param day school day on which it was due, Asia/Almaty
 * @param state how far it is
 * @param messageId what stands in the header Message-ID, without its angle brackets, the
 * same for every attempt
 * @param attempts how often it was tried
 * @param nextAttemptAt not before this moment it is tried again
 * @param attemptedAt when it was tried last
 * @param providerId id that Gmail gave it
 * @param failure why the last attempt failed, without any address and content
 * @param createdAt when it was decided
 * @param updatedAt when its state changed last
 * @param settledAt when it was sent, refused or dropped
 */
public record OutboxMail(String id, SchoolId school, String person, String recipient, LetterKind kind, LocalDate day,
		MailState state, String messageId, int attempts, Instant nextAttemptAt, @Nullable Instant attemptedAt,
		@Nullable String providerId, @Nullable String failure, Instant createdAt, Instant updatedAt,
		@Nullable Instant settledAt) {

	/** A mail that was just decided. */
	static OutboxMail due(String id, SchoolId school, String person, String recipient, LetterKind kind, LocalDate day,
			String messageId, Instant now) {
		return new OutboxMail(id, school, person, recipient, kind, day, MailState.DUE, messageId, 0, now, null, null,
				null, now, now, null);
	}

	/** An attempt is intended. */
	OutboxMail attempted(String to, Instant now) {
		require(MailState.SENDING);
		return new OutboxMail(this.id, this.school, this.person, to, this.kind, this.day, MailState.SENDING,
				this.messageId, this.attempts + 1, this.nextAttemptAt, now, null, this.failure, this.createdAt, now,
				null);
	}

	/** The mail service has it. */
	OutboxMail accepted(@Nullable String gmailId, Instant now) {
		return become(MailState.SENT, this.nextAttemptAt, gmailId, null, now);
	}

	/** It waits until a moment. */
	OutboxMail waiting(Instant until, @Nullable String why, Instant now) {
		return become(MailState.DUE, until, null, why, now);
	}

	/** It comes to rest, or into doubt. */
	OutboxMail become(MailState next, @Nullable String why, Instant now) {
		return become(next, this.nextAttemptAt, null, why, now);
	}

	private OutboxMail become(MailState next, Instant at, @Nullable String gmailId, @Nullable String why, Instant now) {
		require(next);
		return new OutboxMail(this.id, this.school, this.person, this.recipient, this.kind, this.day, next,
				this.messageId, this.attempts, at, this.attemptedAt, gmailId, why, this.createdAt, now,
				next.isSettled() ? now : null);
	}

	private void require(MailState next) {
		if (!this.state.mayBecome(next)) {
			throw new IllegalStateException(
					"Mail " + this.id + " is " + this.state + " and cannot become " + next + ".");
		}
	}

	/** Names the mail without any address: this text may reach a log. */
	@Override
	public String toString() {
		return this.id;
	}

}
