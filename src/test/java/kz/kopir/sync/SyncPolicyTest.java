package kz.kopir.sync;

import java.math.BigDecimal;
import java.util.Set;

import kz.kopir.deadline.EditPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SyncPolicyTest {

	@ParameterizedTest
	@CsvSource(textBlock = """
			# share, minimum, changed, in journal, brakes
			0.5, 1, 4, 9, false
			0.5, 1, 5, 9, true
			0.5, 1, 5, 10, false
			0.5, 1, 6, 10, true
			0.2, 5, 4, 5, false
			0.2, 5, 5, 25, false
			0.2, 5, 6, 25, true
			0.2, 5, 5, 24, true
			0.125, 1, 1, 8, false
			0.125, 1, 2, 15, true
			0, 0, 0, 10, false
			0, 0, 1, 10, true
			1, 0, 10, 10, false
			0.2, 0, 1, 0, true
			""")
	void thePlanWaitsAboveTheShareNotAtIt(BigDecimal share, int minimum, int changed, int inJournal, boolean brakes) {
		assertThat(policy(share, minimum).brakes(changed, inJournal)).isEqualTo(brakes);
	}

	@Test
	void aShareIsAShare() {
		assertThatIllegalArgumentException().isThrownBy(() -> policy(new BigDecimal("1.01"), 0))
			.withMessageContaining("1.01");
		assertThatIllegalArgumentException().isThrownBy(() -> policy(new BigDecimal("-0.1"), 0));
		assertThatIllegalArgumentException().isThrownBy(() -> policy(BigDecimal.ONE, -1));
	}

	@ParameterizedTest
	@CsvSource({ "HOMEWORK, WORK, ADD", "HOMEWORK_CHANGE, WORK, CHANGE", "MARK, MARK, ADD",
			"MARK_CHANGE, MARK, CHANGE" })
	void eachKindOfWritingIsSwitchedOnByItself(SyncPolicy.Capability only, EntryKind kind, Change.Action action) {
		SyncPolicy policy = new SyncPolicy(SyncPolicy.Approval.AUTO, BigDecimal.ONE, 0, new EditPeriod(0),
				Set.of(only));
		for (EntryKind each : EntryKind.values()) {
			assertThat(policy.allows(each, Change.Action.ADD)).isEqualTo(each == kind && action == Change.Action.ADD);
			assertThat(policy.allows(each, Change.Action.CHANGE))
				.isEqualTo(each == kind && action == Change.Action.CHANGE);
		}
	}

	private static SyncPolicy policy(BigDecimal share, int minimum) {
		return new SyncPolicy(SyncPolicy.Approval.AUTO, share, minimum, new EditPeriod(0), Set.of());
	}

}
