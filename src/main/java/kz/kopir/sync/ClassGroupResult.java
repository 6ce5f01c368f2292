package kz.kopir.sync;

import kz.kopir.run.BalanceRow;

import java.util.List;

import kz.kopir.problem.ProblemCode;
import kz.kopir.school.ClassGroup;
import org.jspecify.annotations.Nullable;

/**
 * How a class group ended in a run.
 *
 * @param classGroup the class group
 * @param balance its balance by kind; empty when it failed
 * @param unread why it could not be read and planned at all, or null
 */
public record ClassGroupResult(ClassGroup classGroup, List<BalanceRow> balance, @Nullable ProblemCode unread) {

	/** Whether it could be read and planned. */
	public boolean read() {
		return this.unread == null;
	}

	@Override
	public String toString() {
		return "ClassGroupResult[" + this.classGroup.id() + "]";
	}

}
