package kz.kopir.problem;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import kz.kopir.database.DatabaseTime;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * Which problems of a school are asked for. What is null does not matter.
 *
 * @param state state of the problem; null for all whose cause is still there
 * @param owner who can mend it
 * @param code its code
 * @param classGroup the class group it belongs to
 */
public record ProblemQuery(@Nullable ProblemState state, @Nullable Owner owner, @Nullable ProblemCode code,
		@Nullable ClassGroupId classGroup) {

	/** The condition on the table of problems as p; its parameters carry these names. */
	String condition() {
		StringBuilder condition = new StringBuilder("p.school = :school and ").append(stateCondition());
		if (this.owner != null) {
			condition.append(" and p.owner = :owner");
		}
		if (this.code != null) {
			condition.append(" and p.code = :code");
		}
		if (this.classGroup != null) {
			condition.append(" and p.class_group = :classGroup");
		}
		return condition.toString();
	}

	Map<String, @Nullable Object> parameters(SchoolId school, Instant now) {
		Map<String, @Nullable Object> parameters = new HashMap<>();
		parameters.put("school", school.value());
		parameters.put("now", DatabaseTime.toColumn(now));
		parameters.put("owner", (this.owner != null) ? this.owner.name() : null);
		parameters.put("code", (this.code != null) ? this.code.name() : null);
		parameters.put("classGroup", (this.classGroup != null) ? this.classGroup.value() : null);
		return parameters;
	}

	private String stateCondition() {
		if (this.state == null) {
			return "p.state = 'open'";
		}
		return switch (this.state) {
			case OPEN -> "p.state = 'open' and (p.decision is null"
					+ " or (p.decision = 'snoozed' and p.snoozed_until <= :now))";
			case SEEN -> "p.state = 'open' and p.decision = 'seen'";
			case ACKNOWLEDGED -> "p.state = 'open' and p.decision = 'acknowledged'";
			case SNOOZED -> "p.state = 'open' and p.decision = 'snoozed' and p.snoozed_until > :now";
			case RESOLVED -> "p.state = 'open' and p.decision = 'resolved'";
			case CLOSED -> "p.state = 'closed'";
		};
	}

}
