package kz.kopir.problem;

import kz.kopir.school.ClassGroupId;
import org.jspecify.annotations.Nullable;

/**
 * How much a run has read completely, and so may close. A class group that could not be
 * read closes nothing: nobody looked whether its problems are gone.
 */
public final class CloseScope {

	private final @Nullable ClassGroupId classGroup;

	private final boolean everything;

	private CloseScope(@Nullable ClassGroupId classGroup, boolean everything) {
		this.classGroup = classGroup;
		this.everything = everything;
	}

	/**
	 * One class group was read, judged and delivered to its end.
	 */
	public static CloseScope classGroup(ClassGroupId classGroup) {
		return new CloseScope(classGroup, false);
	}

	/**
	 * The run came to its end, whatever became of single class groups: closes what
	 * belongs to no class group.
	 */
	public static CloseScope outsideClassGroups() {
		return new CloseScope(null, false);
	}

	/**
	 * The whole school was read to its end: also closes what belongs to class groups that
	 * do not exist any more.
	 */
	public static CloseScope wholeSchool() {
		return new CloseScope(null, true);
	}

	/** The condition on the table of problems, with the parameter classGroup. */
	String condition() {
		if (this.everything) {
			return "1 = 1";
		}
		return (this.classGroup == null) ? "class_group is null" : "class_group = :classGroup";
	}

	@Nullable String parameter() {
		return (this.classGroup == null) ? null : this.classGroup.value();
	}

	@Override
	public String toString() {
		if (this.everything) {
			return "whole school";
		}
		return (this.classGroup == null) ? "outside class groups" : "class group " + this.classGroup;
	}

}
