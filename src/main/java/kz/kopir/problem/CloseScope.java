package kz.kopir.problem;

import java.util.Set;

import kz.kopir.school.ClassGroupId;
import org.jspecify.annotations.Nullable;

/**
 * How much a run has read completely, and so may close. A class group that could not be
 * read closes nothing: nobody looked whether its problems are gone.
 */
public final class CloseScope {

	private final @Nullable ClassGroupId classGroup;

	private final boolean everything;

	private final boolean nothing;

	/** Empty for all subjects. */
	private final Set<String> subjects;

	private CloseScope(@Nullable ClassGroupId classGroup, boolean everything, boolean nothing, Set<String> subjects) {
		this.classGroup = classGroup;
		this.everything = everything;
		this.nothing = nothing;
		this.subjects = Set.copyOf(subjects);
	}

	/**
	 * Of one class group only certain subjects were looked at, for example the lessons of
	 * some days: what is older stays open until a person looks.
	 * @param subjects subjects of problems, at least one
	 */
	public static CloseScope subjects(ClassGroupId classGroup, Set<String> subjects) {
		if (subjects.isEmpty()) {
			throw new IllegalArgumentException("Without a subject nothing was looked at.");
		}
		return new CloseScope(classGroup, false, false, subjects);
	}

	/**
	 * One class group was read, judged and delivered to its end.
	 */
	public static CloseScope classGroup(ClassGroupId classGroup) {
		return new CloseScope(classGroup, false, false, Set.of());
	}

	/**
	 * The run came to its end, whatever became of single class groups: closes what
	 * belongs to no class group.
	 */
	public static CloseScope outsideClassGroups() {
		return new CloseScope(null, false, false, Set.of());
	}

	/**
	 * The whole school was read to its end: also closes what belongs to class groups that
	 * do not exist any more.
	 */
	public static CloseScope wholeSchool() {
		return new CloseScope(null, true, false, Set.of());
	}

	/**
	 * The run looked at fewer days than usual: nobody can say that what it did not see is
	 * gone.
	 */
	public static CloseScope nothing() {
		return new CloseScope(null, false, true, Set.of());
	}

	/** The condition on the table of problems, with the parameter classGroup. */
	String condition() {
		if (this.nothing) {
			return "1 = 0";
		}
		if (this.everything) {
			return "1 = 1";
		}
		if (!this.subjects.isEmpty()) {
			return "class_group = :classGroup and subject in (:subjects)";
		}
		return (this.classGroup == null) ? "class_group is null" : "class_group = :classGroup";
	}

	Set<String> subjects() {
		return this.subjects;
	}

	@Nullable String parameter() {
		return (this.classGroup == null) ? null : this.classGroup.value();
	}

	@Override
	public String toString() {
		if (this.nothing) {
			return "nothing";
		}
		if (this.everything) {
			return "whole school";
		}
		return (this.classGroup == null) ? "outside class groups" : "class group " + this.classGroup;
	}

}
