package kz.kopir.rehearsal.zoom;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.http.Call;
import kz.kopir.rehearsal.http.CallObserver;
import org.jspecify.annotations.Nullable;

/**
 * Holds every answer of a running stand-in against Zoom's own description, where that
 * file is present; without it nothing is checked.
 */
public final class ZoomContract implements CallObserver {

	private static final Path DOCUMENT = Path.of("..", "shared", "contracts", "zoom-openapi-subset.json");

	private static final @Nullable OpenApiInteractionValidator VALIDATOR = validator();

	private static final int MOST_VIOLATIONS = 50;

	private final List<String> violations = new CopyOnWriteArrayList<>();

	private ZoomContract() {
	}

	/** Watches a stand-in from now on. */
	public static ZoomContract watch(ZoomStandIn standIn) {
		ZoomContract contract = new ZoomContract();
		standIn.observe(contract);
		return contract;
	}

	/** Whether the description is there. */
	public static boolean isPresent() {
		return VALIDATOR != null;
	}

	/** The first {@value #MOST_VIOLATIONS} answers that did not conform. */
	public List<String> violations() {
		return List.copyOf(this.violations);
	}

	@Override
	public void after(Call call, Answer answer) {
		OpenApiInteractionValidator validator = VALIDATOR;
		if (validator == null || !call.rawPath().startsWith("/v2/") || !call.method().equals("GET")) {
			return;
		}
		SimpleResponse response = SimpleResponse.Builder.status(answer.status())
			.withContentType(answer.contentType())
			.withBody(answer.body())
			.build();
		String path = call.rawPath().substring("/v2".length()).replace("%252F", "x").replace("%2F", "x");
		validator.validateResponse(path, Method.GET, response)
			.getMessages()
			.stream()
			.filter((message) -> message.getLevel() == ValidationReport.Level.ERROR)
			.filter((message) -> this.violations.size() < MOST_VIOLATIONS)
			.forEach((message) -> this.violations
				.add(call.path() + " " + answer.status() + ": " + message.getKey() + ": " + message.getMessage()));
	}

	private static @Nullable OpenApiInteractionValidator validator() {
		if (!Files.isReadable(DOCUMENT)) {
			return null;
		}
		return OpenApiInteractionValidator.createForSpecificationUrl(DOCUMENT.toUri().toString())
			.withBasePathOverride("/")
			.withLevelResolver(LevelResolver.create()
				.withLevel("validation.schema.additionalProperties", ValidationReport.Level.IGNORE)
				.build())
			.build();
	}

}
