package kz.kopir.sync;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

import kz.kopir.problem.ProblemCode;

/**
 * Counts what became of the grades of one coursework.
 */
final class ItemTally {

	private final Set<String> planned = new HashSet<>();

	private final Set<ProblemCode> codes = EnumSet.noneOf(ProblemCode.class);

	private int standing;

	private int handedOver;

	private int held;

	/** It stands in the journal as it is wanted. */
	void standing() {
		this.standing++;
	}

	/** It is to be written. */
	void planned(EntryKey key) {
		this.planned.add(key.text());
	}

	/** A person is to type it. */
	void handedOver() {
		this.handedOver++;
	}

	void refused(ProblemCode code) {
		this.held++;
		this.codes.add(code);
	}

	/** All grades that were given. */
	int graded() {
		return this.standing + this.planned.size() + this.handedOver + this.held;
	}

	/**
	 * Grades that the journal shows as they are.
	 * @param confirmed keys of the entries that were written and read back
	 */
	int standing(Set<String> confirmed) {
		return this.standing + (int) this.planned.stream().filter(confirmed::contains).count();
	}

	int handedOverCount() {
		return this.handedOver;
	}

	/** Why grades are not in the journal. */
	Set<ProblemCode> codes() {
		return this.codes;
	}

}
