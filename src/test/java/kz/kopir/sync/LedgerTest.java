package kz.kopir.sync;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import kz.kopir.problem.ProblemCode;
import kz.kopir.run.Run;
import kz.kopir.run.RunRequest;
import kz.kopir.run.RunStore;
import kz.kopir.run.RunTriggerKind;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.SchoolId;
import kz.kopir.testing.OnBothDatabases;
import kz.kopir.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnBothDatabases
class LedgerTest {

	private static final EntryKey MARK = SampleClass.mark("4", 1);

	private final TestDatabase database;

	private final Ledger ledger;

	private final SampleClass school = SampleClass.of(1);

	LedgerTest(TestDatabase database) {
		this.database = database;
		this.ledger = new Ledger(database.template(), Clock.fixed(SampleClass.NOW, ZoneOffset.UTC));
	}

	@BeforeEach
	void empty() {
		this.database.empty();
		new RunStore(this.database.template()).begin(Run.begun("run-1", new RunRequest(SampleClass.SCHOOL, "classroom",
				RunTriggerKind.MANUAL, "it", false, null, LocalDate.of(2026, 11, 20)), SampleClass.NOW));
	}

	@Test
	void anIntentIsAnUnfinishedDelivery() {
		insert("p1", Ledger.State.INTENDED, "8", null);
		assertThat(entry().last()).isNull();
		assertThat(entry().unfinished()).containsExactly(new LedgerEntry.Unfinished("p1-000000", "8", null));
	}

	@Test
	void aConfirmedDeliveryIsWhatWasLastThere() {
		insert("p1", Ledger.State.INTENDED, "8", null);
		settle("p1", Ledger.State.CONFIRMED, "77");
		assertThat(entry()).isEqualTo(new LedgerEntry(MARK, "8", "77", List.of(), null));
	}

	@Test
	void theLatestInTheOrderOfWritingCountsNotTheClock() {
		insert("z-first", Ledger.State.INTENDED, "8", null);
		settle("z-first", Ledger.State.CONFIRMED, "77");
		new Ledger(this.database.template(), Clock.fixed(SampleClass.NOW.minusSeconds(86_400), ZoneOffset.UTC))
			.insert(this.school.order(), null, "a-second", List.of(change("9", "77")), Ledger.State.ADOPTED);
		assertThat(entry().last()).isEqualTo("9");
	}

	@Test
	void theIdOfTheJournalStaysWhenALaterRowDoesNotKnowIt() {
		insert("p1", Ledger.State.INTENDED, "8", null);
		settle("p1", Ledger.State.CONFIRMED, "77");
		insert("p2", Ledger.State.INTENDED, "9", null);
		settle("p2", Ledger.State.CONFIRMED, null);
		assertThat(entry()).isEqualTo(new LedgerEntry(MARK, "9", "77", List.of(), null));
	}

	@Test
	void anIdNotedBeforeACrashIsKnownAfterwards() {
		insert("p1", Ledger.State.INTENDED, "8", null);
		this.ledger.noteIds(Map.of("p1-000000", "77"));
		assertThat(entry().unfinished()).extracting(LedgerEntry.Unfinished::journalId).containsExactly("77");
	}

	@Test
	void anUnsettledDeliveryStaysUnfinishedNextToWhatWasConfirmed() {
		insert("p1", Ledger.State.INTENDED, "8", null);
		settle("p1", Ledger.State.CONFIRMED, "77");
		insert("p2", Ledger.State.INTENDED, "9", "77");
		settle("p2", Ledger.State.UNSETTLED, null);
		assertThat(entry().last()).isEqualTo("8");
		assertThat(entry().unfinished()).containsExactly(new LedgerEntry.Unfinished("p2-000000", "9", "77"));
	}

	@Test
	void whatWasPlannedOrGivenUpIsNoDelivery() {
		insert("p1", Ledger.State.PLANNED, "8", null);
		insert("p2", Ledger.State.INTENDED, "8", null);
		settle("p2", Ledger.State.ABANDONED, null);
		assertThat(entries()).isEmpty();
	}

	@Test
	void aRefusalIsRememberedUntilSomethingIsConfirmed() {
		insert("p1", Ledger.State.INTENDED, "8", null);
		this.ledger
			.settle(List.of(new Ledger.Settled("p1-000000", Ledger.State.REFUSED, null, ProblemCode.JOURNAL_FORBIDS)));
		assertThat(entry().refusal())
			.isEqualTo(new LedgerEntry.Refusal("8", ProblemCode.JOURNAL_FORBIDS, SampleClass.NOW));
		insert("p2", Ledger.State.ADOPTED, "8", "77");
		assertThat(entry().refusal()).isNull();
	}

	@Test
	void anotherClassGroupOrSchoolHasALedgerOfItsOwn() {
		insert("p1", Ledger.State.ADOPTED, "8", "77");
		assertThat(this.ledger.entries(new SchoolId("school-2"), Flows.CLASSROOM, SampleClass.CLASS_7A.id())).isEmpty();
		assertThat(this.ledger.entries(SampleClass.SCHOOL, Flows.CLASSROOM, new ClassGroupId("71"))).isEmpty();
	}

	@Test
	void theTextOfAnEntryHoldsNoMark() {
		insert("p1", Ledger.State.ADOPTED, "8", "77");
		assertThat(entry()).hasToString("LedgerEntry[" + MARK + "]");
	}

	private void insert(String prefix, Ledger.State state, String to, @Nullable String id) {
		this.ledger.insert(this.school.order(), null, prefix, List.of(change(to, id)), state);
	}

	private void settle(String prefix, Ledger.State state, @Nullable String id) {
		this.ledger.settle(List.of(new Ledger.Settled(prefix + "-000000", state, id, null)));
	}

	private static Change change(String to, @Nullable String id) {
		return new Change(MARK, Change.Action.ADD, null, to, "returned-grade", id, null, SampleClass.pupil(1), "f",
				null);
	}

	private Map<String, LedgerEntry> entries() {
		return this.ledger.entries(SampleClass.SCHOOL, Flows.CLASSROOM, SampleClass.CLASS_7A.id());
	}

	private LedgerEntry entry() {
		return entries().get(MARK.text());
	}

}
