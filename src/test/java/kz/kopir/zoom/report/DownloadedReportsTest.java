package kz.kopir.zoom.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import kz.kopir.rehearsal.world.MeetingFacts;
import kz.kopir.rehearsal.world.World;
import kz.kopir.rehearsal.world.WorldSettings;
import kz.kopir.rehearsal.zoom.ReportFile;
import kz.kopir.rehearsal.zoom.ReportFile.Dialect;
import kz.kopir.rehearsal.zoom.ReportFile.Layout;
import kz.kopir.school.MeetingRow;
import kz.kopir.school.TeacherId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Every meeting of a distance-learning day, in every layout that Zoom gives.
 */
class DownloadedReportsTest {

	private static final World WORLD = World.generate(WorldSettings.defaults());

	private static final LocalDate DAY = World.DISTANCE_DAY;

	private static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

	private static final List<MeetingFacts> MEETINGS = WORLD.meetings(DAY)
		.stream()
		.filter((meeting) -> !meeting.participants().isEmpty())
		.toList();

	static Stream<Arguments> layouts() {
		return Stream.of(Dialect.english(), Dialect.russianProfile(), Dialect.savedByExcel())
			.flatMap((dialect) -> Stream.of(Layout.ROWS, Layout.WITH_MEETING, Layout.ACTIVE_HOSTS, Layout.SINCE_2023)
				.map((layout) -> Arguments.of(layout, dialect)));
	}

	@ParameterizedTest
	@MethodSource("layouts")
	void whatTheFileTellsIsWhatWasInZoom(Layout layout, Dialect dialect) throws Exception {
		assertThat(MEETINGS).hasSizeGreaterThan(30);
		for (MeetingFacts meeting : MEETINGS) {
			ReportContent content = read(ReportFile.of(layout, dialect, List.of(meeting)));
			assertThat(content.faults()).isEmpty();
			assertThat(content.meetings()).singleElement().satisfies((told) -> {
				assertThat(told.rows()).extracting(DownloadedReportsTest::times)
					.isEqualTo(meeting.participants()
						.stream()
						.map((row) -> row.join() + " " + row.leave() + " " + row.waiting())
						.toList());
				assertThat(told.rows()).filteredOn(MeetingRow::staff).as("the host").isNotEmpty();
				if (layout != Layout.ROWS) {
					assertThat(told.meeting().number()).isEqualTo(String.valueOf(meeting.number()));
					assertThat(told.meeting().start()).isEqualTo(meeting.start());
				}
			});
		}
	}

	static Stream<Arguments> layoutsWithMeeting() {
		return layouts().filter((arguments) -> arguments.get()[0] != Layout.ROWS);
	}

	@ParameterizedTest
	@MethodSource("layoutsWithMeeting")
	void severalMeetingsInOneFileStayApart(Layout layout, Dialect dialect) throws Exception {
		List<MeetingFacts> several = MEETINGS.subList(0, 5);
		ReportContent content = read(ReportFile.of(layout, dialect, several));
		assertThat(content.faults()).isEmpty();
		assertThat(content.meetings()).extracting((told) -> told.rows().size())
			.isEqualTo(several.stream().map((meeting) -> meeting.participants().size()).toList());
	}

	@Test
	void uniqueUsersAreRefused() {
		assertThatThrownBy(() -> read(ReportFile.of(Layout.UNIQUE_USERS, Dialect.english(), MEETINGS.subList(0, 1))))
			.isInstanceOf(ReportRefused.class)
			.hasMessageContaining("unique users");
	}

	private static ReportContent read(byte[] file) throws ReportRefused {
		return new ParticipantReports().read("report.csv", file,
				new ReportContext(ZONE, DAY.plusDays(1).atStartOfDay(ZONE).toInstant(), new TeacherId("501"), Map.of(),
						null, DAY::equals, (email) -> Optional.empty(), (email) -> false));
	}

	private static String times(MeetingRow row) {
		return row.join() + " " + row.leave() + " " + row.waitingRoom();
	}

}
