package kz.kopir.flow;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What IT staff see of the running gateway.
 */
class OperationsTest {

	private static final ObjectMapper JSON = new ObjectMapper();

	private final GatewayHouse house = GatewayHouse.shared();

	private final HttpClient http = HttpClient.newHttpClient();

	@BeforeEach
	void start() {
		this.house.newTerm();
	}

	@Test
	void theDoctorExaminesTheRunningGatewayForThoseWhoHaveSignedIn() throws Exception {
		assertThat(get("/actuator/doctor", false).statusCode()).isEqualTo(401);
		JsonNode diagnosis = JSON.readTree(get("/actuator/doctor?school=" + GatewayHouse.SCHOOL, true).body());
		assertThat(diagnosis.path("wrong").asInt()).as(diagnosis.toPrettyString()).isZero();
		Set<String> checks = new HashSet<>();
		diagnosis.path("findings").forEach((finding) -> {
			checks.add(finding.path("check").asText());
			assertThat(finding.path("school").asText()).isIn("null", GatewayHouse.SCHOOL.value());
			assertThat(finding.path("name").fieldNames()).toIterable().containsExactly("kk", "ru", "en");
		});
		assertThat(checks).contains("clock", "database", "policy", "classroom_addresses", "journal_criteria",
				"zoom_scopes");
		assertThat(get("/actuator/doctor?school=none", true).statusCode()).isEqualTo(400);
	}

	private HttpResponse<String> get(String path, boolean signedIn) throws Exception {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + this.house.port() + path));
		if (signedIn) {
			request.header("Authorization", "Basic " + Base64.getEncoder()
				.encodeToString((GatewayHouse.USER + ":" + GatewayHouse.PASSWORD).getBytes(StandardCharsets.UTF_8)));
		}
		return this.http.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

}
