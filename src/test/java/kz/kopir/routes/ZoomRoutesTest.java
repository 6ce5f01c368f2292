package kz.kopir.routes;

import java.time.Duration;
import java.util.List;

import kz.kopir.school.MeetingId;
import kz.kopir.school.MeetingRow;
import kz.kopir.zoom.StoredMeeting;
import kz.kopir.zoom.Zoom;
import kz.kopir.zoom.ZoomAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the routes read of Zoom.
 */
class ZoomRoutesTest extends ZoomRoutesHouse {

	@Test
	void theMeetingsOfADayAreReadPageByPageWithTheUsersOnceADay() {
		token().answer(200, "{\"users\":[{\"id\":\"u\",\"email\":\"t1@school.example\",\"type\":2}]}")
			.answer(200, history("/u2F0gUNSqqC7DT+08xKrw==", "p2"))
			.answer(200, history("M8TigfzxRTKJmhXnV7bNjw==", ""));
		assertThat(collect().getException()).isNull();
		assertThat(this.server.requests).containsExactly("POST /token", "GET /v2/users?page_size=300",
				"GET /v2/report/history_meetings?date_type=start_time&from=2026-11-19&meeting_type=meeting&page_size=300&to=2026-11-21",
				"GET /v2/report/history_meetings?date_type=start_time&from=2026-11-19&meeting_type=meeting&page_size=300&to=2026-11-21&next_page_token=p2");
		assertThat(this.meetings.between(SCHOOL, START, END)).hasSize(2);

		assertThat(collect().getException()).isNull();
		assertThat(this.server.requests).as("nothing is due any more").hasSize(4);
	}

	@Test
	void byTeacherOnlyTheListsOfThoseWhoTaughtAreRead() throws Exception {
		start(END.plus(Duration.ofHours(2)), 100, ZoomAccount.Discovery.TEACHER);
		token().answer(200, "{\"users\":[]}").answer(200, """
				{"next_page_token":"","meetings":[{"uuid":"m","id":123,"user_email":"t1@school.example",
				"start_time":"2026-11-20T03:00:00Z","end_time":"2026-11-20T03:25:00Z"}]}""");
		assertThat(collect().getException()).isNull();
		assertThat(this.server.requests.get(2)).startsWith("GET /v2/report/users/t1%40school.example/meetings?")
			.contains("type=past", "from=2026-11-19", "to=2026-11-21");
		assertThat(this.meetings.between(SCHOOL, START, END)).hasSize(1);
	}

	@Test
	void theStartTellsWhetherTheAppMayReadAllThatIsNeeded() {
		this.collection = this.zoom.collect(this.run, List.of());
		token().answer(200, "{\"users\":[{\"id\":\"u\",\"email\":\"t2@school.example\",\"type\":1}]}");
		assertThat(send("direct:zoom-check", this.collection).getException()).isNull();
		assertThat(this.collection.problems()).isEmpty();
		assertThat(this.zoom.withoutLicence(SCHOOL)).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "/u2F0gUNSqqC7DT+08xKrw==, %252Fu2F0gUNSqqC7DT%252B08xKrw%253D%253D",
			"Ahqu+zVcQpO//RcAUUWkNA==, Ahqu%252BzVcQpO%252F%252FRcAUUWkNA%253D%253D",
			"M8TigfzxRTKJmhXnV7bNjw==, M8TigfzxRTKJmhXnV7bNjw%3D%3D",
			"S0yLEEh6TjGcRgau8T0/3A==, S0yLEEh6TjGcRgau8T0%2F3A%3D%3D" })
	void aMeetingsUuidReachesZoomAsZoomWantsIt(String uuid, String segment) {
		found(uuid);
		token().answer(200, participants("P 1", 1380)).answer(200, participants("P 1", 1380));
		assertThat(pull(uuid).getException()).isNull();
		assertThat(this.server.requests.get(1)).startsWith("GET /v2/report/meetings/" + segment + "/participants?")
			.contains("include_fields=registrant_id");
		assertThat(stored(uuid).isComplete()).isTrue();
	}

	@Test
	void aMeetingThatIsLongOverIsAskedForTwiceAndAcceptedWhenBothAgree() {
		found("m");
		token().answer(200, participants("P 1", 1380)).answer(200, participants("P 1", 1380));
		pull("m");
		List<MeetingRow> rows = this.meetings.rows(SCHOOL, new MeetingId("m"));
		assertThat(rows).hasSize(1);
		assertThat(rows.get(0).pupil()).hasToString("11");
		assertThat(rows.get(0).evidence()).isEqualTo("registrant-id");
		assertThat(stored("m").isComplete()).isTrue();
		assertThat(pulls("m")).as("nothing is due any more").isEmpty();
	}

	@Test
	void aReportThatIsNotReadyIsAskedForAgainLater() {
		found("m");
		token().answer(404, "{\"code\":3001,\"message\":\"réunion introuvable\"}");
		assertThat(pull("m").getException()).isNull();
		assertThat(stored("m").state()).isEqualTo(StoredMeeting.State.WAITING);
		assertThat(problems()).isEmpty();
	}

	@Test
	void rowsWithoutDurationAreNoReportYet() {
		found("m");
		token().answer(200, participants("P 1", 0));
		pull("m");
		assertThat(stored("m").isComplete()).isFalse();
		assertThat(this.meetings.rows(SCHOOL, new MeetingId("m"))).isEmpty();
	}

	@Test
	void fewerRowsThanZoomCountsAreNoReport() {
		found("m");
		token().answer(200, participants("P 1", 1380).replace("\"total_records\":1", "\"total_records\":2"));
		pull("m");
		assertThat(stored("m").isComplete()).isFalse();
	}

	@Test
	void aPageTokenThatRanOutBeginsTheListAnew() {
		found("m");
		token().answer(200, participants("P 1", 1380).replace("\"next_page_token\":\"\"", "\"next_page_token\":\"x\""))
			.answer(400, "{\"code\":300,\"message\":\"The next page token is invalid or expired.\"}")
			.answer(200, participants("P 1", 1380))
			.answer(200, participants("P 1", 1380));
		assertThat(pull("m").getException()).isNull();
		assertThat(stored("m").isComplete()).isTrue();
	}

}
