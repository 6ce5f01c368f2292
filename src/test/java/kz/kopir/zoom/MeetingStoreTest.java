package kz.kopir.zoom;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import kz.kopir.school.Meeting;
import kz.kopir.school.MeetingId;
import kz.kopir.school.MeetingRow;
import kz.kopir.school.PupilId;
import kz.kopir.school.SchoolId;
import kz.kopir.testing.OnBothDatabases;
import kz.kopir.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@OnBothDatabases
class MeetingStoreTest {

	private static final SchoolId SCHOOL = new SchoolId("school-1");

	private static final Instant START = Instant.parse("2026-11-20T03:00:00Z");

	private static final Instant NOW = START.plusSeconds(3600);

	private static final Meeting MEETING = new Meeting(new MeetingId("/u2F0gUNSqqC7DT+08xKrw=="), "123", "t1@school.kz",
			START, START.plusSeconds(1500));

	private static final List<MeetingRow> FEW = List.of(row("Оқушы 1", 0, 600));

	private static final List<MeetingRow> ALL = List.of(row("Оқушы 1", 0, 1500), row("Оқушы 2", 10, 1490));

	private final TestDatabase database;

	private final MeetingStore meetings;

	MeetingStoreTest(TestDatabase database) {
		this.database = database;
		this.meetings = new MeetingStore(database.template(), database.transactions());
	}

	@BeforeEach
	void empty() {
		this.database.empty();
	}

	@Test
	void aMeetingIsAcceptedWhenTwoPullsAgree() {
		this.meetings.found(SCHOOL, List.of(MEETING));
		assertThat(pull(FEW, "few")).isFalse();
		assertThat(stored().state()).isEqualTo(StoredMeeting.State.WAITING);
		assertThat(pull(ALL, "all")).isFalse();
		assertThat(pull(ALL, "all")).isTrue();
		assertThat(stored().isComplete()).isTrue();
		assertThat(stored().pulls()).isEqualTo(3);
		assertThat(this.meetings.rows(SCHOOL, MEETING.id())).isEqualTo(ALL);
	}

	@Test
	void whatIsFoundAgainKeepsWhatIsKnownOfItsParticipants() {
		this.meetings.found(SCHOOL, List.of(MEETING));
		pull(ALL, "all");
		pull(ALL, "all");
		this.meetings.found(SCHOOL, List.of(MEETING));
		assertThat(stored().isComplete()).isTrue();
		assertThat(this.meetings.rows(SCHOOL, MEETING.id())).isEqualTo(ALL);
	}

	@Test
	void anAcceptedMeetingOfWhichZoomTellsSomethingElseAtNightWaitsAgain() {
		this.meetings.found(SCHOOL, List.of(MEETING));
		pull(FEW, "few");
		pull(FEW, "few");
		assertThat(pull(ALL, "all")).isFalse();
		assertThat(stored().state()).isEqualTo(StoredMeeting.State.WAITING);
		assertThat(pull(ALL, "all")).isTrue();
	}

	@Test
	void aReportThatIsNotReadyTakesNothingBack() {
		this.meetings.found(SCHOOL, List.of(MEETING));
		this.meetings.notReady(SCHOOL, MEETING.id(), NOW);
		assertThat(stored().state()).isEqualTo(StoredMeeting.State.WAITING);
		pull(ALL, "all");
		pull(ALL, "all");
		this.meetings.notReady(SCHOOL, MEETING.id(), NOW);
		assertThat(stored().isComplete()).isTrue();
		assertThat(this.meetings.rows(SCHOOL, MEETING.id())).isEqualTo(ALL);
	}

	@Test
	void whatZoomRefusesForEverIsRemembered() {
		this.meetings.found(SCHOOL, List.of(MEETING));
		this.meetings.refused(SCHOOL, MEETING.id(), "400 200", NOW);
		assertThat(stored().state()).isEqualTo(StoredMeeting.State.REFUSED);
	}

	@Test
	void theSameFileTwiceChangesNothing() {
		this.meetings.told(SCHOOL, MEETING, ALL, 1, "report-1", NOW);
		this.meetings.told(SCHOOL, MEETING, ALL, 1, "report-1", NOW);
		assertThat(stored().isComplete()).isTrue();
		assertThat(stored().unusableRows()).isEqualTo(1);
		assertThat(this.meetings.rows(SCHOOL, MEETING.id())).isEqualTo(ALL);
	}

	@Test
	void aReportAndEventsThatAreWrittenAtTheSameMomentLeaveTheReport() throws Exception {
		ExecutorService other = Executors.newSingleThreadExecutor();
		try {
			for (int round = 0; round < 40; round++) {
				this.database.empty();
				this.meetings.announced(SCHOOL, MEETING);
				CyclicBarrier together = new CyclicBarrier(2);
				Future<?> events = other.submit(() -> {
					together.await(10, TimeUnit.SECONDS);
					this.meetings.provisional(SCHOOL, MEETING.id(), ALL.subList(0, 1));
					return null;
				});
				together.await(10, TimeUnit.SECONDS);
				pull(ALL, "all");
				events.get(30, TimeUnit.SECONDS);
				assertThat(stored().reported()).isTrue();
				assertThat(this.meetings.rows(SCHOOL, MEETING.id())).isEqualTo(ALL);
			}
		}
		finally {
			other.shutdownNow();
		}
	}

	@Test
	void aFileForgetsOnlyTheMeetingsThatItWasTheLastToTell() {
		this.meetings.told(SCHOOL, MEETING, ALL, 1, "report-1", NOW);
		this.meetings.told(SCHOOL, MEETING, ALL, 1, "report-2", NOW);
		this.meetings.forget(SCHOOL, "report-1");
		assertThat(this.meetings.rows(SCHOOL, MEETING.id())).isEqualTo(ALL);
		this.meetings.forget(SCHOOL, "report-2");
		assertThat(this.meetings.find(SCHOOL, MEETING.id())).isEmpty();
		assertThat(this.meetings.rows(SCHOOL, MEETING.id())).isEmpty();
	}

	@Test
	void aMeetingIsFoundByAnyMomentOfIt() {
		this.meetings.found(SCHOOL, List.of(MEETING));
		assertThat(this.meetings.between(SCHOOL, START.plusSeconds(1499), START.plusSeconds(5000))).hasSize(1);
		assertThat(this.meetings.between(SCHOOL, START.plusSeconds(1500), START.plusSeconds(5000))).isEmpty();
		assertThat(this.meetings.between(SCHOOL, START.minusSeconds(10), START)).isEmpty();
		assertThat(this.meetings.between(new SchoolId("school-2"), START, START.plusSeconds(5000))).isEmpty();
	}

	@Test
	void whatIsOldIsErasedWithItsRows() {
		this.meetings.found(SCHOOL, List.of(MEETING));
		pull(ALL, "all");
		assertThat(this.meetings.erase(SCHOOL, MEETING.end())).isZero();
		assertThat(this.meetings.erase(SCHOOL, MEETING.end().plusSeconds(1))).isEqualTo(1);
		assertThat(this.meetings.rows(SCHOOL, MEETING.id())).isEmpty();
	}

	@Test
	void rowsOfAMeetingThatNobodyFoundAreAMistake() {
		assertThatThrownBy(() -> pull(ALL, "all")).isInstanceOf(IllegalStateException.class);
		assertThat(this.meetings.rows(SCHOOL, MEETING.id())).isEmpty();
	}

	private boolean pull(List<MeetingRow> rows, String fingerprint) {
		return this.meetings.pulled(SCHOOL, MEETING.id(), rows, fingerprint, 0, NOW);
	}

	private StoredMeeting stored() {
		return this.meetings.find(SCHOOL, MEETING.id()).orElseThrow();
	}

	private static MeetingRow row(String name, int from, int to) {
		return new MeetingRow(name, START.plusSeconds(from), START.plusSeconds(to), false, false,
				name.endsWith("1") ? new PupilId("11") : null, name.endsWith("1") ? "registrant-id" : null);
	}

}
