package kz.kopir.audit;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import kz.kopir.audit.AuditCheck.Broken;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps who did what, when and why. A row joins the transaction of whoever records it, so
 * that nothing is done without its row and no row tells what was not done.
 */
@Service
public class Audit {

	/** The chain of what belongs to no school, such as sign-ins. */
	public static final SchoolId GATEWAY = new SchoolId("-");

	/** Who acts when no person does. */
	public static final String BY_ITSELF = "gateway";

	/** By order of the school a row is kept for one to three years, never less. */
	private static final Duration SHORTEST_KEEPING = Duration.ofDays(366);

	private static final int LONGEST_TEXT = 400;

	private static final int LONGEST_REASON = 2000;

	private static final int SALT_BYTES = 16;

	private static final int PAGE = 1000;

	private static final Logger logger = LoggerFactory.getLogger(Audit.class);

	private final AuditTable table;

	private final TransactionOperations transactions;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	public Audit(JdbcTemplate template, TransactionOperations transactions, Clock clock) {
		this.table = new AuditTable(template);
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Adds a row, in the transaction under way if there is one. Record last in a
	 * transaction: until it ends nobody else can add to the chain.
	 * @param who the signed-in user
	 * @param school whose matter it is, null for the gateway's own
	 * @param object what it was done to, in ids and codes; never a name, a mark or a
	 * pupil's id, but the pupil's pseudonym
	 * @param reason what the person gave as the reason, if anything
	 */
	public void record(String who, AuditAction action, @Nullable SchoolId school, String object,
			@Nullable String reason) {
		String why = (reason == null || reason.isBlank()) ? null : shortened(reason.strip(), LONGEST_REASON);
		String salt = (why != null) ? salt() : null;
		String reasonHash = (why != null && salt != null) ? AuditChain.reasonHash(salt, why) : null;
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		this.transactions.executeWithoutResult((status) -> {
			AuditTable.Head head = this.table.next((school != null) ? school : GATEWAY);
			String by = oneLine(who);
			String what = oneLine(object);
			this.table.add(new AuditEntry(head.school(), head.seq(), now, by, action, what, why, salt, reasonHash,
					head.hash(),
					AuditChain.hash(head.hash(), head.school(), head.seq(), now, by, action.name(), what, reasonHash)));
		});
	}

	/** Rows before a place, the last first. */
	public List<AuditEntry> before(SchoolId school, long seq, int limit) {
		return this.table.before(school, seq, limit);
	}

	/** All rows of a chain in their order, page by page. */
	public void each(SchoolId school, Consumer<AuditEntry> consumer) {
		long last = 0;
		List<AuditEntry> page = this.table.after(school, last, PAGE);
		while (!page.isEmpty()) {
			page.forEach(consumer);
			last = page.get(page.size() - 1).seq();
			page = this.table.after(school, last, PAGE);
		}
	}

	/** Looks through a whole chain for the first row that does not fit. */
	public AuditCheck verify(SchoolId school) {
		AuditTable.Head head = this.table.head(school).orElse(null);
		if (head == null) {
			return new AuditCheck(0, 0, 0, AuditChain.BEGINNING, null);
		}
		Verification verification = new Verification(head.cutSeq(), String.valueOf(head.cutHash()));
		// what is added meanwhile belongs to the next look
		each(school, (entry) -> {
			if (entry.seq() <= head.seq()) {
				verification.look(entry);
			}
		});
		return verification.end(head);
	}

	/** The last place of each chain with its hash. */
	public Map<SchoolId, AuditCheck> heads() {
		Map<SchoolId, AuditCheck> heads = new LinkedHashMap<>();
		this.table.heads()
			.forEach((head) -> heads.put(head.school(),
					new AuditCheck(head.seq() - head.cutSeq(), head.cutSeq() + 1, head.seq(), head.hash(), null)));
		return heads;
	}

	/**
	 * Writes the end of each chain into the log, which is kept apart from the database:
	 * rows that are cut off at the end of a chain are missed there.
	 */
	public void tellHeads() {
		heads().forEach((school, head) -> logger.info("school={} code=AUDIT_HEAD seq={} hash={}", school, head.to(),
				head.head()));
	}

	/**
	 * Deletes rows that are older than they are to be kept, from the beginning of each
	 * chain on.
	 * @param keep how long rows are kept, a year at least
	 * @return how many rows went
	 */
	public int expire(Duration keep) {
		Instant before = this.clock.instant().minus((keep.compareTo(SHORTEST_KEEPING) < 0) ? SHORTEST_KEEPING : keep);
		int gone = 0;
		for (AuditTable.Head head : this.table.heads()) {
			Integer cut = this.transactions.execute((status) -> expire(head.school(), before));
			gone += (cut != null) ? cut : 0;
		}
		return gone;
	}

	private int expire(SchoolId school, Instant before) {
		Optional<AuditEntry> last = this.table.lastBefore(school, before);
		return last.map(this.table::cut).orElse(0);
	}

	private String salt() {
		byte[] bytes = new byte[SALT_BYTES];
		this.random.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	/** A line break in a field would let two different rows have one text. */
	private static String oneLine(String text) {
		return shortened(text.replaceAll("\\p{Cntrl}+", " ").strip(), LONGEST_TEXT);
	}

	private static String shortened(String text, int longest) {
		return (text.codePointCount(0, text.length()) <= longest) ? text
				: text.substring(0, text.offsetByCodePoints(0, longest));
	}

	/** Looks at one row after the other. */
	private static final class Verification {

		private final long from;

		private long seq;

		private String hash;

		private @Nullable Broken broken;

		Verification(long cutSeq, String cutHash) {
			this.from = cutSeq + 1;
			this.seq = cutSeq;
			this.hash = cutHash;
		}

		void look(AuditEntry entry) {
			if (this.broken != null) {
				return;
			}
			String fault = fault(entry);
			if (fault != null) {
				this.broken = new Broken(entry.seq(), fault);
				return;
			}
			this.seq = entry.seq();
			this.hash = entry.hash();
		}

		private @Nullable String fault(AuditEntry entry) {
			if (entry.seq() != this.seq + 1) {
				return "rows " + (this.seq + 1) + " to " + (entry.seq() - 1) + " are missing before it";
			}
			if (!entry.previousHash().equals(this.hash)) {
				return "it does not follow the row before";
			}
			if (!entry.hash()
				.equals(AuditChain.hash(entry.previousHash(), entry.school(), entry.seq(), entry.at(), entry.who(),
						entry.action().name(), entry.object(), entry.reasonHash()))) {
				return "its content is not what was hashed";
			}
			String reason = entry.reason();
			if (reason != null
					&& !AuditChain.reasonHash(String.valueOf(entry.salt()), reason).equals(entry.reasonHash())) {
				return "its reason is not what was hashed";
			}
			return null;
		}

		AuditCheck end(AuditTable.Head head) {
			if (this.broken == null && (this.seq != head.seq() || !this.hash.equals(head.hash()))) {
				this.broken = new Broken(this.seq + 1, "rows are missing at the end");
			}
			return new AuditCheck(this.seq - this.from + 1, this.from, this.seq, this.hash, this.broken);
		}

	}

}
