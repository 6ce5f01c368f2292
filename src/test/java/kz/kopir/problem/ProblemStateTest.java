package kz.kopir.problem;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ProblemStateTest {

	@ParameterizedTest
	@CsvSource(textBlock = """
			# state,       SEEN,         ACKNOWLEDGE,  SNOOZE,  RESOLVE,  REOPEN
			OPEN,          SEEN,         ACKNOWLEDGED, SNOOZED, RESOLVED, -
			SEEN,          SEEN,         ACKNOWLEDGED, SNOOZED, RESOLVED, -
			ACKNOWLEDGED,  ACKNOWLEDGED, ACKNOWLEDGED, SNOOZED, RESOLVED, OPEN
			SNOOZED,       SNOOZED,      ACKNOWLEDGED, SNOOZED, RESOLVED, OPEN
			RESOLVED,      RESOLVED,     -,            -,       -,        OPEN
			CLOSED,        CLOSED,       -,            -,       -,        -
			""")
	void everyDecisionLeadsSomewhereOrIsRefused(ProblemState state, String seen, String acknowledged, String snoozed,
			String resolved, String reopened) {
		assertThat(Arrays.stream(ProblemDecision.values()).map((decision) -> after(state, decision)))
			.containsExactly(seen, acknowledged, snoozed, resolved, reopened);
	}

	@Test
	void aRefusalSaysWhy() {
		assertThatExceptionOfType(DecisionRefused.class)
			.isThrownBy(() -> ProblemState.CLOSED.after(ProblemDecision.RESOLVE))
			.withMessageContaining("Its cause is gone")
			.satisfies((refused) -> assertThat(refused.reason()).isEqualTo(DecisionRefused.Reason.NOT_NOW));
		assertThatExceptionOfType(DecisionRefused.class)
			.isThrownBy(() -> ProblemState.RESOLVED.after(ProblemDecision.SNOOZE))
			.withMessageContaining("Reopen it first");
		assertThatExceptionOfType(DecisionRefused.class)
			.isThrownBy(() -> ProblemState.SEEN.after(ProblemDecision.REOPEN))
			.withMessageContaining("It is open");
	}

	@ParameterizedTest
	@EnumSource
	void aPersonIsAskedUntilSomebodyResolvesItOrItsCauseIsGone(ProblemState state) {
		assertThat(state.isAsked()).isEqualTo(state != ProblemState.RESOLVED && state != ProblemState.CLOSED);
	}

	private static String after(ProblemState state, ProblemDecision decision) {
		try {
			return state.after(decision).name();
		}
		catch (DecisionRefused refused) {
			return "-";
		}
	}

}
