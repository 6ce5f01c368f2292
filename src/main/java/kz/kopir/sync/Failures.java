package kz.kopir.sync;

import java.util.List;
import java.util.Map;

import kz.kopir.call.Calls;
import kz.kopir.call.OutageException;
import kz.kopir.call.OutsideSystem;
import kz.kopir.call.SignInRefusedException;
import kz.kopir.mapping.MappingException;
import kz.kopir.problem.Problem;
import kz.kopir.problem.ProblemCode;
import kz.kopir.run.RunLockLostException;
import org.jspecify.annotations.Nullable;

/**
 * Which problem a failure is. An outage or a refused sign-in is one problem of the
 * school, however many class groups it hits.
 */
final class Failures {

	private Failures() {
	}

	/**
	 * The problem of a failure that concerns the whole system, or null when it is only
	 * about what was being read.
	 */
	static @Nullable Problem ofSystem(@Nullable Throwable failure) {
		Throwable cause = Calls.cause(failure);
		if (cause instanceof SignInRefusedException refused) {
			ProblemCode code = switch (refused.system()) {
				case CLASSROOM -> ProblemCode.CLASSROOM_SIGN_IN_REFUSED;
				case JOURNAL -> ProblemCode.JOURNAL_SIGN_IN_REFUSED;
				case ZOOM -> ProblemCode.ZOOM_SIGN_IN_REFUSED;
			};
			return problem(code, refused.system(), String.valueOf(refused.getMessage()));
		}
		if (cause instanceof JournalUnfitException unfit) {
			return unfit.problem();
		}
		if (cause instanceof RunLockLostException lost) {
			return new Problem(ProblemCode.RUN_LOCK_LOST, "flow:" + lost.flow(), null, null, null,
					Map.of("flow", lost.flow()), List.of());
		}
		if (cause instanceof OutageException outage) {
			return unavailable(outage.system(), outage);
		}
		return null;
	}

	/** New versions of a policy were not taken. */
	static Problem ofPolicy(MappingException refused) {
		return new Problem(ProblemCode.POLICY_REFUSED, "policy", null, null, null,
				Map.of("refusal", String.valueOf(refused.getMessage())), List.of());
	}

	static Problem unavailable(OutsideSystem system, @Nullable Throwable failure) {
		ProblemCode code = switch (system) {
			case CLASSROOM -> ProblemCode.CLASSROOM_UNAVAILABLE;
			case JOURNAL -> ProblemCode.JOURNAL_UNAVAILABLE;
			case ZOOM -> ProblemCode.ZOOM_UNAVAILABLE;
		};
		return problem(code, system, Calls.describe(failure));
	}

	private static Problem problem(ProblemCode code, OutsideSystem system, String answer) {
		return new Problem(code, About.system(system).subject(), null, null, null, Map.of("answer", answer), List.of());
	}

}
