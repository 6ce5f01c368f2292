package kz.kopir.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import kz.kopir.run.Run;
import kz.kopir.run.RunRequest;
import kz.kopir.run.RunState;
import kz.kopir.run.RunStore;
import kz.kopir.run.RunTriggerKind;
import kz.kopir.school.SchoolId;
import kz.kopir.sync.Timeliness.InTime;
import kz.kopir.sync.Timeliness.Spread;
import kz.kopir.testing.OnBothDatabases;
import kz.kopir.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@OnBothDatabases
class TimelinessTest {

	private static final Instant FOUND = Instant.parse("2026-11-20T10:00:00Z");

	private final TestDatabase database;

	private final SampleClass school = SampleClass.of(2);

	private int runs;

	TimelinessTest(TestDatabase database) {
		this.database = database;
	}

	@BeforeEach
	void begin() {
		this.database.empty();
		this.school.write.remove(SyncPolicy.Capability.SUMMATIVE);
		this.school.from = LocalDate.of(2026, 11, 2);
		this.school.to = LocalDate.of(2026, 12, 31);
	}

	@Test
	void halfOfTheEntriesAndNinetyFiveOfAHundredTookNoLonger() {
		delivered("p1", 12, Duration.ofSeconds(10));
		delivered("p2", 7, Duration.ofSeconds(20));
		delivered("p3", 1, Duration.ofMinutes(5));
		assertThat(toJournal(FOUND)).isEqualTo(new Spread(20, Duration.ofSeconds(10), Duration.ofSeconds(20)));
		delivered("p4", 1, Duration.ofMinutes(6));
		assertThat(toJournal(FOUND)).isEqualTo(new Spread(21, Duration.ofSeconds(10), Duration.ofMinutes(5)));
	}

	@Test
	void onlyWhatWasReadBackSinceThenIsTimed() {
		delivered("p1", 3, Duration.ofSeconds(10));
		ledger(FOUND).insert(this.school.order(), null, "open", changes(2), Ledger.State.INTENDED);
		assertThat(toJournal(FOUND)).extracting(Spread::entries).isEqualTo(3L);
		assertThat(timeliness("2026-11-20T20:00").toJournal(SampleClass.SCHOOL, FOUND.plusSeconds(11))).isEmpty();
		assertThat(timeliness("2026-11-20T20:00").toJournal(new SchoolId("another"), FOUND)).isEmpty();
	}

	@Test
	void inTimeIsWhatTheGatewaySawInTheJournalBeforeTheSchoolsDayWasOver() {
		String first = this.school.journalHas(1);
		String second = this.school.journalHas(2);
		this.school.summative("1", LocalDate.of(2026, 11, 12), "БЖБ №1").grade("1", 1, "9");
		this.school.summative("2", LocalDate.of(2026, 11, 19), "БЖБ №2").grade("2", 1, "8");
		run("2026-11-12T18:00");
		assertThat(publication("2026-11-12T19:00")).as("nothing is due yet").isEqualTo(new InTime(0, 0, 0, 0));

		type(first, 9);
		run("2026-11-16T18:00");
		assertThat(publication("2026-11-18T09:00")).as("seen in time").isEqualTo(new InTime(1, 1, 1, 1));

		run("2026-11-25T09:00");
		assertThat(publication("2026-11-25T10:00")).as("the second is missing").isEqualTo(new InTime(2, 1, 2, 1));
		type(second, 8);
		run("2026-11-25T18:00");
		assertThat(publication("2026-11-25T19:00")).as("it came late").isEqualTo(new InTime(2, 2, 2, 1));
	}

	@Test
	void whatWasDueBeforeTheGatewayLookedIsNotJudged() {
		String section = this.school.journalHas(1);
		this.school.summative("1", LocalDate.of(2026, 11, 12), "БЖБ №1").grade("1", 1, "9");
		type(section, 9);
		run("2026-11-25T18:00");
		assertThat(publication("2026-11-25T19:00")).isEqualTo(new InTime(1, 1, 0, 0));
	}

	private void delivered(String prefix, int entries, Duration took) {
		ledger(FOUND).insert(this.school.order(), null, prefix, changes(entries), Ledger.State.INTENDED);
		List<Ledger.Settled> settled = new ArrayList<>();
		for (int i = 0; i < entries; i++) {
			settled.add(new Ledger.Settled(Ledger.id(prefix, i), Ledger.State.CONFIRMED, null, null));
		}
		ledger(FOUND.plus(took)).settle(settled);
	}

	private static List<Change> changes(int entries) {
		List<Change> changes = new ArrayList<>();
		for (int i = 1; i <= entries; i++) {
			changes.add(new Change(SampleClass.mark("1", i), Change.Action.ADD, null, "8", "returned-grade", null, null,
					SampleClass.pupil(i), "fingerprint"));
		}
		return changes;
	}

	private Ledger ledger(Instant now) {
		return new Ledger(this.database.template(), Clock.fixed(now, ZoneOffset.UTC));
	}

	private Spread toJournal(Instant since) {
		return timeliness("2026-11-20T20:00").toJournal(SampleClass.SCHOOL, since).orElseThrow();
	}

	private InTime publication(String time) {
		return timeliness(time).publication(SampleClass.SCHOOL,
				this.school.rules().calendar().termOf(LocalDate.of(2026, 11, 12)).orElseThrow());
	}

	private Timeliness timeliness(String time) {
		this.school.now = at(time);
		return new Timeliness(this.database.template(), gateway().controlDesk,
				Clock.fixed(this.school.now, SampleClass.ALMATY));
	}

	private void run(String time) {
		this.school.now = at(time);
		RunStore store = new RunStore(this.database.template());
		String watching = "watching-" + ++this.runs;
		store.begin(Run.begun(watching, new RunRequest(SampleClass.SCHOOL, Flows.CLASSROOM, RunTriggerKind.SCHEDULE,
				"schedule", false, null, null), this.school.now));
		store.end(watching, RunState.FINISHED, this.school.now, null);
		this.school.run = "run-" + this.runs;
		gateway().run(this.school);
	}

	private GatewayProcess gateway() {
		return new GatewayProcess(this.database.dataSource(), this.school.rules(), new CrashPoints(0),
				Clock.fixed(this.school.now, SampleClass.ALMATY));
	}

	private void type(String section, int score) {
		this.school.journal.scores.put(new CriteriaView.Cell(section, SampleClass.pupil(1)), score);
	}

	private static Instant at(String time) {
		return LocalDateTime.parse(time).atZone(SampleClass.ALMATY).toInstant();
	}

}
