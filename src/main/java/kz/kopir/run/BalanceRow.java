package kz.kopir.run;

/**
 * One line of a run's balance: what became of the records of one kind in one class group.
 * All numbers count records and are never negative.
 *
 * @param classGroup the class group's id, or another stable text for what belongs to none
 * @param classGroupName its name as people know it, for example {@code 7 «А»}
 * @param kind the kind of entry, for example {@code homework} or {@code formative}
 * @param setAside records that are no wanted entry at all and stand outside the balance
 * @param read wanted entries read from the source
 * @param delivered of these: written to the journal and read back
 * @param unchanged of these: already standing there
 * @param held of these: waiting for a person, each with a problem
 * @param rejected of these: can never be carried, each with a problem
 */
public record BalanceRow(String classGroup, String classGroupName, String kind, long setAside, long read,
		long delivered, long unchanged, long held, long rejected) {

	/**
	 * Whether everything that was read is accounted for.
	 */
	public boolean comesOut() {
		return this.read == this.delivered + this.unchanged + this.held + this.rejected;
	}

}
