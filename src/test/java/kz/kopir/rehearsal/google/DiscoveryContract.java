package kz.kopir.rehearsal.google;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.http.Call;
import kz.kopir.rehearsal.http.CallObserver;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Holds every exchange with a running stand-in against Google's discovery document:
 * requests name only parameters that their method has, answers have the right types,
 * formats and enumerations, errors have Google's shape. To use it in a test of a whole
 * run:
 *
 * <pre>
 * DiscoveryContract contract = DiscoveryContract.watch(classroom);
 * ...
 * contract.assertKept();
 * </pre>
 *
 * Without the document (it lies beside the project, not in it) the test is skipped.
 */
public final class DiscoveryContract implements CallObserver {

	private static final Path DOCUMENT = Path.of("..", "shared", "contracts", "classroom-discovery-merged-2026.json");

	private static final int MOST_KEPT = 20;

	private static final ObjectMapper JSON = new ObjectMapper();

	private final JsonNode discovery;

	private final String root;

	private final boolean reasons;

	private final DiscoverySchemas schemas;

	private final List<Method> methods = new ArrayList<>();

	private final Map<String, JsonSchema> validators = new ConcurrentHashMap<>();

	private final Map<String, Integer> checked = new ConcurrentHashMap<>();

	private final ConcurrentLinkedQueue<String> violations = new ConcurrentLinkedQueue<>();

	DiscoveryContract(JsonNode discovery, boolean closedEnums) {
		this(discovery, ClassroomApi.ROOT, new DiscoverySchemas(closedEnums, true), false);
	}

	private DiscoveryContract(JsonNode discovery, String root, DiscoverySchemas schemas, boolean reasons) {
		this.discovery = discovery;
		this.root = root;
		this.schemas = schemas;
		this.reasons = reasons;
		collect(discovery);
	}

	/**
	 * What watches an older interface of Google, which sends zeros and tells errors with
	 * their reasons.
	 * @param discovery its document
	 * @param root how the paths of its methods begin
	 * @return what watches, to be added to a stand-in as an observer
	 */
	public static DiscoveryContract ofOlderInterface(JsonNode discovery, String root) {
		return new DiscoveryContract(discovery, root, new DiscoverySchemas(true, false), true);
	}

	/** Begins to watch a stand-in; values from the future are violations. */
	public static DiscoveryContract watch(ClassroomStandIn classroom) {
		return watch(classroom, true);
	}

	/**
	 * Begins to watch a stand-in.
	 * @param classroom the stand-in
	 * @param closedEnums whether values that the document does not list are violations
	 * @return what watches
	 */
	public static DiscoveryContract watch(ClassroomStandIn classroom, boolean closedEnums) {
		DiscoveryContract contract = new DiscoveryContract(document(), closedEnums);
		classroom.observe(contract);
		return contract;
	}

	/** The document; skips the test when it is not there. */
	static JsonNode document() {
		assumeTrue(Files.isReadable(DOCUMENT), "Google's discovery document is not beside the project");
		try {
			return JSON.readTree(DOCUMENT.toFile());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Google's discovery document cannot be read", ex);
		}
	}

	/** Nothing was wrong, and something was checked. */
	public void assertKept() {
		assertThat(this.violations).as("exchanges that break Google's contract").isEmpty();
		assertThat(this.checked).as("checked exchanges by method").isNotEmpty();
	}

	/** How many answers were checked, by Google's method id. */
	public Map<String, Integer> checked() {
		return new TreeMap<>(this.checked);
	}

	/** What was wrong, at most {@value #MOST_KEPT}; ids and codes only. */
	public List<String> violations() {
		return List.copyOf(this.violations);
	}

	@Override
	public void after(Call call, Answer answer) {
		if (!call.path().startsWith(this.root) || !answer.contentType().startsWith("application/json")) {
			return;
		}
		Method method = method(call);
		if (method == null) {
			violation(call, "there is no such method");
			return;
		}
		this.checked.merge(method.id(), 1, Integer::sum);
		for (String parameter : call.query().keySet()) {
			if (!method.parameters().contains(parameter)) {
				violation(call, method.id() + " has no parameter " + parameter);
			}
		}
		try {
			JsonNode body = JSON.readTree(answer.body());
			if (answer.status() == 200) {
				validate(call, method, body);
			}
			else {
				error(call, answer.status(), body.path("error"));
			}
		}
		catch (IOException ex) {
			violation(call, "the answer is not JSON");
		}
	}

	private void validate(Call call, Method method, JsonNode body) {
		JsonSchema schema = this.validators.computeIfAbsent(method.response(),
				(name) -> JsonSchemaFactory.getInstance(VersionFlag.V202012)
					.getSchema(this.schemas.schema(this.discovery, name)));
		for (ValidationMessage message : schema.validate(body)) {
			violation(call, message.getType() + " at " + message.getInstanceLocation());
		}
	}

	private void error(Call call, int status, JsonNode error) {
		boolean google = error.path("code").asInt() == status && error.path("message").isTextual()
				&& error.path("status").asText().matches("[A-Z_]+");
		if (!google) {
			violation(call, "an error without Google's code, message and status");
		}
		JsonNode first = error.path("errors").path(0);
		if (this.reasons && !(first.path("reason").asText().matches("[a-zA-Z]+") && first.path("domain").isTextual()
				&& first.path("message").isTextual())) {
			violation(call, "an error without a reason");
		}
	}

	private void violation(Call call, String what) {
		if (this.violations.size() < MOST_KEPT) {
			this.violations.add(call.method() + " " + call.path() + ": " + what);
		}
	}

	private @Nullable Method method(Call call) {
		return this.methods.stream()
			.filter((method) -> method.verb().equals(call.method()) && method.path().matcher(call.path()).matches())
			.findFirst()
			.orElse(null);
	}

	private void collect(JsonNode resource) {
		resource.path("resources").properties().forEach((entry) -> collect(entry.getValue()));
		resource.path("methods").forEach((method) -> {
			Set<String> parameters = new LinkedHashSet<>();
			this.discovery.path("parameters").fieldNames().forEachRemaining(parameters::add);
			method.path("parameters").properties().forEach((entry) -> {
				if (entry.getValue().path("location").asText().equals("query")) {
					parameters.add(entry.getKey());
				}
			});
			String path = method.path("path").asText().replaceAll("\\{[^}]+}", "[^/]+");
			this.methods.add(new Method(method.path("id").asText(), method.path("httpMethod").asText(),
					Pattern.compile("/" + path), parameters, method.path("response").path("$ref").asText()));
		});
	}

	/** One method of the document. */
	private record Method(String id, String verb, Pattern path, Set<String> parameters, String response) {
	}

}
