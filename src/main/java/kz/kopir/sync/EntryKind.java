package kz.kopir.sync;

import java.util.Arrays;
import java.util.List;

/**
 * Kinds of entries that the gateway brings into the journal.
 */
public enum EntryKind {

	/** A homework, or a column that carries marks. */
	WORK("homework", Flows.CLASSROOM),

	/** A formative mark. */
	MARK("mark", Flows.CLASSROOM),

	/** A score of a БЖБ or ТЖБ. */
	SUMMATIVE("summative", Flows.CLASSROOM),

	/** How a pupil attended a lesson. */
	ATTENDANCE("attendance", Flows.ATTENDANCE);

	private final String code;

	private final String flow;

	EntryKind(String code, String flow) {
		this.code = code;
		this.flow = flow;
	}

	/** The kinds that a flow brings, in the order in which they are written. */
	static List<EntryKind> ofFlow(String flow) {
		return Arrays.stream(values()).filter((kind) -> kind.flow.equals(flow)).toList();
	}

	/** Name in the database, in logs and in the balance. */
	public String code() {
		return this.code;
	}

	/** Whether it stands for a grade that a teacher gave. */
	boolean isGraded() {
		return this == MARK || this == SUMMATIVE;
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
