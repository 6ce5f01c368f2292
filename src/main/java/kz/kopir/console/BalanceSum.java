package kz.kopir.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import kz.kopir.run.BalanceRow;

/**
 * Several lines of a balance in one.
 *
 * @param kind the kind of entry, or an empty text for all kinds
 * @param setAside records that are no wanted entry
 * @param read wanted entries
 * @param delivered of these: written and read back
 * @param unchanged of these: standing there already
 * @param held of these: waiting for a person
 * @param rejected of these: can never be carried
 * @param comesOut whether each of the lines comes out
 */
record BalanceSum(String kind, long setAside, long read, long delivered, long unchanged, long held, long rejected,
		boolean comesOut) {

	static BalanceSum of(List<BalanceRow> rows) {
		return rows.stream().reduce(none(""), BalanceSum::plus, BalanceSum::plus);
	}

	/** One sum for each kind, in the order in which the kinds come. */
	static List<BalanceSum> byKind(List<BalanceRow> rows) {
		Map<String, BalanceSum> sums = new LinkedHashMap<>();
		rows.forEach((row) -> sums.put(row.kind(), sums.getOrDefault(row.kind(), none(row.kind())).plus(row)));
		return List.copyOf(sums.values());
	}

	private static BalanceSum none(String kind) {
		return new BalanceSum(kind, 0, 0, 0, 0, 0, 0, true);
	}

	private BalanceSum plus(BalanceRow row) {
		return plus(new BalanceSum(this.kind, row.setAside(), row.read(), row.delivered(), row.unchanged(), row.held(),
				row.rejected(), row.comesOut()));
	}

	private BalanceSum plus(BalanceSum other) {
		return new BalanceSum(this.kind, this.setAside + other.setAside, this.read + other.read,
				this.delivered + other.delivered, this.unchanged + other.unchanged, this.held + other.held,
				this.rejected + other.rejected, this.comesOut && other.comesOut);
	}

}
