package kz.kopir.routes;

import java.time.Duration;
import java.time.Instant;

import kz.kopir.call.OutageException;
import kz.kopir.call.SignInRefusedException;
import kz.kopir.problem.ProblemCode;
import kz.kopir.zoom.StoredMeeting;
import kz.kopir.zoom.Zoom;
import kz.kopir.zoom.ZoomClosedException;
import kz.kopir.zoom.ZoomRefusedException;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the routes do when Zoom refuses or is away.
 */
class ZoomRefusalsTest extends ZoomRoutesHouse {

	@ParameterizedTest
	@CsvSource({ "200, 200, Only available for Paid or ZMP account", "400, 200, No permission.",
			"400, 1010, User does not belong to this account.", "404, 1001, User not exist.",
			"400, 12702, Can not access meeting a year ago." })
	void whatZoomWillNeverTellIsAProblemAndNeverAskedAgain(int status, int code, String message) {
		found("m");
		token().answer(status, "{\"code\":" + code + ",\"message\":\"" + message + "\"}");
		assertThat(pull("m").getException()).isNull();
		assertThat(stored("m").state()).isEqualTo(StoredMeeting.State.REFUSED);
		assertThat(problems()).containsExactly(ProblemCode.ZOOM_PLAN_TOO_SMALL);
		assertThat(pulls("m")).isEmpty();
	}

	@Test
	void aMissingScopeStopsAskingAndIsNamed() {
		this.server.answer(200, "{\"access_token\":\"t\",\"expires_in\":3600,\"scope\":\"user:read:admin\"}");
		assertThat(collect().getException()).isNull();
		assertThat(this.server.requests).hasSize(1);
		assertThat(this.collection.problems()).singleElement().satisfies((problem) -> {
			assertThat(problem.code()).isEqualTo(ProblemCode.ZOOM_SCOPE_MISSING);
			assertThat(problem.details().get("scopes")).contains("report:read:list_history_meetings:admin",
					"report:read:list_meeting_participants:admin");
		});
	}

	@Test
	void aScopeThatZoomMissesWithoutHavingSaidSoStopsTheRunOfZoom() {
		found("m");
		token().answer(400, "{\"code\":4711,\"message\":\"Invalid access token, does not contain scopes\"}");
		assertThat(cause(pull("m"))).isInstanceOfSatisfying(ZoomRefusedException.class,
				(refused) -> assertThat(refused.isScopeMissing()).isTrue());
		assertThat(this.server.requests).hasSize(2);
	}

	@Test
	void tooManyCallsInASecondAreAskedAgain() {
		found("m");
		token().answer(429, "{\"code\":429}")
			.answer(200, participants("P 1", 1380))
			.answer(200, participants("P 1", 1380));
		assertThat(pull("m").getException()).isNull();
		assertThat(stored("m").isComplete()).isTrue();
	}

	@Test
	void aUsedUpDayStopsAtOnceAndIsRememberedOverARestart() throws Exception {
		found("m");
		token().slowDown("2026-11-21T00:00:00Z");
		assertThat(cause(pull("m"))).isInstanceOfSatisfying(ZoomClosedException.class,
				(closed) -> assertThat(closed.until()).isEqualTo("2026-11-21T00:00:00Z"));
		assertThat(this.server.requests).hasSize(2);

		start(END.plus(Duration.ofHours(3)), 100);
		token();
		assertThat(cause(pull("m"))).isInstanceOf(ZoomClosedException.class);
		assertThat(this.server.requests).as("only the token").hasSize(3);

		start(Instant.parse("2026-11-21T00:00:01Z"), 100);
		token().answer(200, participants("P 1", 1380)).answer(200, participants("P 1", 1380));
		assertThat(pull("m").getException()).isNull();
		assertThat(stored("m").isComplete()).isTrue();
	}

	@Test
	void theSchoolsOwnBudgetStopsCleanly() throws Exception {
		start(END.plus(Duration.ofHours(2)), 1);
		found("m");
		token().answer(200, participants("P 1", 1380));
		assertThat(cause(pull("m"))).isInstanceOf(ZoomClosedException.class);
		assertThat(stored("m").state()).as("the first pull is kept").isEqualTo(StoredMeeting.State.WAITING);
	}

	@Test
	void aRefusedTokenIsRenewedOnce() {
		found("m");
		token().answer(401, "{\"code\":124,\"message\":\"Access token is expired.\"}");
		token().answer(200, participants("P 1", 1380)).answer(200, participants("P 1", 1380));
		assertThat(pull("m").getException()).isNull();
		assertThat(this.server.requests).hasSize(5);
	}

	@ParameterizedTest
	@CsvSource({ "invalid_client", "invalid_request", "unsupported_grant_type" })
	void aRefusedAppIsToldInZoomsWord(String error) {
		this.server.answer(400, "{\"reason\":\"x\",\"error\":\"" + error + "\"}");
		assertThat(cause(collect())).isInstanceOf(SignInRefusedException.class).hasMessageContaining(error);
	}

	@Test
	void anOutageIsNoMatterOfOneMeeting() {
		token();
		for (int i = 0; i < 60; i++) {
			this.server.answer(503, "<html></html>");
		}
		Exchange exchange = null;
		for (int i = 0; i < 20 && (exchange == null || exchange.getException() == null); i++) {
			found("m" + i);
			exchange = pull("m" + i);
		}
		assertThat(cause(exchange)).isInstanceOf(OutageException.class);
	}

}
