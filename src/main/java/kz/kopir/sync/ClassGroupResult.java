package kz.kopir.sync;

import kz.kopir.run.BalanceRow;

import java.util.List;

import kz.kopir.school.ClassGroup;

/**
 * How a class group ended in a run.
 *
 * @param classGroup the class group
 * @param balance its balance by kind; empty when it failed
 * @param read whether it could be read and planned at all
 */
public record ClassGroupResult(ClassGroup classGroup, List<BalanceRow> balance, boolean read) {

	@Override
	public String toString() {
		return "ClassGroupResult[" + this.classGroup.id() + "]";
	}

}
