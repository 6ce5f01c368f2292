package kz.kopir.console;

import java.util.List;

import kz.kopir.problem.Owner;
import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.StoredProblem;
import org.jspecify.annotations.Nullable;

/**
 * Which problems a person wants to see; null is any.
 *
 * @param school id of the school
 * @param closed whether those are wanted whose cause is gone
 * @param owner who can mend them
 * @param code their code
 * @param classGroup id of the class group
 */
record ProblemFilter(@Nullable String school, boolean closed, @Nullable Owner owner, @Nullable ProblemCode code,
		@Nullable String classGroup) {

	ProblemFilter {
		school = Chosen.of(school);
		classGroup = Chosen.of(classGroup);
	}

	List<StoredProblem> of(List<StoredProblem> problems) {
		return problems.stream()
			.filter((problem) -> this.owner == null || problem.owner() == this.owner)
			.filter((problem) -> this.code == null || problem.code() == this.code)
			.filter((problem) -> this.classGroup == null
					|| (problem.classGroup() != null && problem.classGroup().value().equals(this.classGroup)))
			.toList();
	}

}
