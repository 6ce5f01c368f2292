package kz.kopir.sync;

/**
 * Kinds of entries that this flow brings into the journal.
 */
public enum EntryKind {

	/** A homework, or a column that carries marks. */
	WORK("homework"),

	/** A formative mark. */
	MARK("mark");

	private final String code;

	EntryKind(String code) {
		this.code = code;
	}

	/** Name in the database, in logs and in the balance. */
	public String code() {
		return this.code;
	}

	static EntryKind of(String code) {
		for (EntryKind kind : values()) {
			if (kind.code.equals(code)) {
				return kind;
			}
		}
		throw new IllegalArgumentException("No kind of entry is called " + code);
	}

}
