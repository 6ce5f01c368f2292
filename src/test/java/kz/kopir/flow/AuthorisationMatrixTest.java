package kz.kopir.flow;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import kz.kopir.access.AccessRule;
import kz.kopir.access.AccessRules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may call what: every path that the whole application really has, asked by nobody,
 * by a user of each role, and by one who has all. A path that is not said here fails.
 */
class AuthorisationMatrixTest {

	/**
	 * The roles that a path needs, all of them; {@code -} for nobody, {@code *} for
	 * everybody.
	 */
	private static final Map<String, String> NEEDED = needed("""
			GET /actuator                                         viewer
			GET /actuator/health                                  *
			GET /actuator/health/**                               *
			GET /actuator/info                                    viewer
			GET /actuator/metrics                                 viewer
			GET /actuator/metrics/{requiredMetricName}            viewer
			GET /actuator/camelroutes                             viewer
			GET /actuator/camelroutes/{id}/{action}               viewer
			GET /actuator/runs                                    viewer
			GET /actuator/runs/{id}                               viewer
			POST /actuator/runs                                   operator
			GET /actuator/plans                                   viewer
			GET /actuator/plans/{id}                              data-viewer
			POST /actuator/plans/{id}                             approver
			GET /actuator/attendance                              viewer
			GET /actuator/attendance/{lesson}                     data-viewer
			POST /actuator/attendance/{lesson}                    approver
			GET /actuator/meetings                                viewer
			PUT /reports/{school}/headers                         operator
			PUT /reports/{school}/{teacher}/{file}                operator
			GET /control/{school}                                 viewer
			GET /control/{school}/list.xlsx                       viewer
			GET /control/{school}/preparation                     viewer
			GET /control/{school}/{classGroup}/preview            data-viewer
			POST /control/{school}/{course}/{coursework}/late     approver
			POST /control/{school}/{course}/{coursework}/exclusion approver
			POST /control/{school}/terms/{number}/closing         approver
			POST /control/{school}/simulation                     operator
			GET /control/{school}/simulation/{run}                data-viewer
			GET /workbooks/{school}/{classGroup}                  data-viewer
			POST /workbooks/{school}/{classGroup}/export          data-viewer
			GET /audit/{school}                                   viewer
			GET /audit/{school}/verification                      viewer
			GET /audit/{school}/export                            viewer,data-viewer
			GET /actuator/doctor                                  operator
			GET /problems/{school}                                viewer
			GET /problems/{school}/{id}                           viewer
			POST /problems/{school}/{id}/{decision}               approver
			GET /mails/{school}                                   viewer
			POST /mails/{school}/{id}/again                       operator
			POST /zoom/webhook/{school}                           *
			GET /console/login                                    *
			GET /error                                            -
			""");

	private static final List<String> ROLES = List.of("viewer", "operator", "approver", "data-viewer");

	private final GatewayHouse house = GatewayHouse.shared();

	private final HttpClient http = HttpClient.newHttpClient();

	private static Map<String, String> needed(String table) {
		Map<String, String> needed = new TreeMap<>();
		table.lines().forEach((line) -> {
			String row = line.strip();
			int roles = row.lastIndexOf(' ');
			needed.put(row.substring(0, roles).strip(), row.substring(roles + 1));
		});
		return needed;
	}

	@Test
	void ofEveryPathOfTheApplicationItIsSaidForWhomItIs() {
		assertThat(paths()).containsExactlyElementsOf(new TreeSet<>(NEEDED.keySet()));
	}

	@Test
	void theTableOfRulesNamesNoPathTwice() {
		assertThat(AccessRules.RULES).extracting(AccessRule::toString).doesNotHaveDuplicates();
	}

	/** Every method and pattern that the application maps to something. */
	private Set<String> paths() {
		Set<String> paths = new TreeSet<>();
		this.house.context()
			.getBeansOfType(RequestMappingInfoHandlerMapping.class)
			.values()
			.forEach((mapping) -> mapping.getHandlerMethods().keySet().forEach((info) -> add(info, paths)));
		// pages ask a person to sign in, not a script: the browser tests go through them
		paths.removeIf((path) -> path.contains(" /console") && !path.endsWith("/console/login"));
		return paths;
	}

	private static void add(RequestMappingInfo info, Set<String> paths) {
		Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
		for (String pattern : info.getPatternValues()) {
			(methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
				.forEach((method) -> paths.add(method + " " + pattern));
		}
	}

	static List<String> places() {
		return List.copyOf(NEEDED.keySet());
	}

	@ParameterizedTest
	@MethodSource("places")
	void whoHasAllRolesThatAPathNeedsIsLetInAndNobodyElse(String place) throws Exception {
		String needed = NEEDED.get(place);
		assertThat(status(place, null)).as("nobody").isEqualTo(needed.equals("*") ? "in" : "401");
		Set<String> roles = needed.equals("*") ? Set.of() : Set.copyOf(Arrays.asList(needed.split(",")));
		List<String> users = new ArrayList<>(ROLES);
		users.add(GatewayHouse.USER);
		Map<String, String> expected = users.stream()
			.collect(Collectors.toMap((user) -> user,
					(user) -> (user.equals(GatewayHouse.USER) && !needed.equals("-") || Set.of(user).containsAll(roles))
							? "in" : "403",
					(one, other) -> one, TreeMap::new));
		Map<String, String> answered = new TreeMap<>();
		for (String user : users) {
			answered.put(user, status(place, user));
		}
		assertThat(answered).isEqualTo(expected);
	}

	/**
	 * Asks for something that is not there, so that whoever is let in changes nothing.
	 */
	private String status(String place, @Nullable String user) throws IOException, InterruptedException {
		String method = place.substring(0, place.indexOf(' '));
		String path = place.substring(place.indexOf(' ') + 1)
			.replace("{school}", "no-such-school")
			.replace("{number}", "2")
			.replaceAll("\\{[^}]+\\}|\\*\\*", "x1");
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + this.house.port() + path));
		if (user != null) {
			request.header("Authorization", "Basic " + Base64.getEncoder()
				.encodeToString((user + ":" + GatewayHouse.PASSWORD).getBytes(StandardCharsets.UTF_8)));
		}
		if (method.equals("GET") || method.equals("DELETE")) {
			request.method(method, HttpRequest.BodyPublishers.noBody());
		}
		else {
			request.header("Content-Type", "application/json")
				.method(method, HttpRequest.BodyPublishers.ofString("{\"school\": \"no-such-school\"}"));
		}
		int status = this.http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
		return (status == 401 || status == 403) ? String.valueOf(status) : "in";
	}

}
