package kz.kopir.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * What every entry of a class group is planned from.
 *
 * @param order what is to be done
 * @param ledger what the ledger knows, by the text of the entry's key
 * @param today the day of the run, Asia/Almaty
 * @param now the moment of the run
 */
record EntryFacts(ClassGroupOrder order, Map<String, LedgerEntry> ledger, LocalDate today, Instant now) {

	@Override
	public String toString() {
		return "EntryFacts[" + this.order + "]";
	}

}
