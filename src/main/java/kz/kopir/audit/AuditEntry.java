package kz.kopir.audit;

import java.time.Instant;

import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * One row of a chain.
 *
 * @param school the chain: a school, or {@link Audit#GATEWAY}
 * @param seq its place in the chain, from 1, without gaps
 * @param at when, in whole milliseconds
 * @param who the signed-in user, {@code gateway}, or {@code unknown}
 * @param action what was done
 * @param object to what, in ids and codes
 * @param reason what the person gave as the reason, or null when there was none or it is
 * erased
 * @param salt what was hashed with the reason, null when there is no reason
 * @param reasonHash hash of salt and reason, null when there never was a reason
 * @param previousHash hash of the row before, {@link AuditChain#BEGINNING} for the first
 * @param hash hash of all this but the reason itself
 */
public record AuditEntry(SchoolId school, long seq, Instant at, String who, AuditAction action, String object,
		@Nullable String reason, @Nullable String salt, @Nullable String reasonHash, String previousHash, String hash) {

	/** The reason may name a child. */
	@Override
	public String toString() {
		return "AuditEntry[" + this.school + " " + this.seq + " " + this.action + "]";
	}

}
