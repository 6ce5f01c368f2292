package kz.kopir.sync;

import kz.kopir.run.BalanceRow;

import kz.kopir.problem.TroubleClass;
import kz.kopir.school.ClassGroup;

/**
 * Counts what became of the entries of one kind in one class group. What was collected is
 * counted where it is read, what became of it where it is decided: only when both agree
 * does the balance come out.
 */
final class Tally {

	private long collected;

	private long setAside;

	private long delivered;

	private long unchanged;

	private long held;

	private long rejected;

	void collected(long records) {
		this.collected += records;
	}

	void setAside() {
		this.setAside++;
	}

	void delivered() {
		this.delivered++;
	}

	void unchanged() {
		this.unchanged++;
	}

	void held() {
		this.held++;
	}

	void refused(TroubleClass troubleClass) {
		if (troubleClass == TroubleClass.REJECT) {
			this.rejected++;
		}
		else {
			this.held++;
		}
	}

	BalanceRow row(ClassGroup classGroup, EntryKind kind) {
		return new BalanceRow(classGroup.id().value(), classGroup.name(), kind.code(), this.setAside,
				this.collected - this.setAside, this.delivered, this.unchanged, this.held, this.rejected);
	}

}
