package kz.kopir.rehearsal.kundelik;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.http.Call;
import kz.kopir.rehearsal.http.CallObserver;

/**
 * Holds every exchange with a running stand-in against {@code openapi/kundelik.yaml}. A
 * request that was accepted must conform, and every answer; a request that was refused
 * need not. Scripted faults are not looked at.
 */
public final class KundelikContract implements CallObserver {

	private static final OpenApiInteractionValidator VALIDATOR = OpenApiInteractionValidator
		.createForInlineApiSpecification(document())
		.withLevelResolver(LevelResolver.create()
			// 404 and 405 outside the document are looked at below
			.withLevel("validation.request.path.missing", ValidationReport.Level.INFO)
			.withLevel("validation.request.operation.notAllowed", ValidationReport.Level.INFO)
			.build())
		.build();

	private static final int MOST_VIOLATIONS = 50;

	private final List<String> violations = new CopyOnWriteArrayList<>();

	private final Set<String> answered = ConcurrentHashMap.newKeySet();

	private KundelikContract() {
	}

	/**
	 * Watches a stand-in from now on.
	 * @param standIn the running stand-in
	 * @return the contract, to be asked at the end
	 */
	public static KundelikContract watch(KundelikStandIn standIn) {
		KundelikContract contract = new KundelikContract();
		standIn.observe(contract);
		return contract;
	}

	/**
	 * What did not conform.
	 * @return the first {@value #MOST_VIOLATIONS} violations, one text each
	 */
	public List<String> violations() {
		return List.copyOf(this.violations);
	}

	/** Verb, path and status of everything that was answered. */
	Set<String> answered() {
		return Set.copyOf(this.answered);
	}

	@Override
	public void after(Call call, Answer answer) {
		this.answered.add(call.method() + " " + call.path() + " " + answer.status());
		String path = call.path().replaceFirst("^/v2(\\.0)?", "/v2");
		Method method = Method.valueOf(call.method());
		if (answer.status() < 300) {
			note(call, answer, VALIDATOR.validateRequest(request(call, path)));
		}
		ValidationReport report = VALIDATOR.validateResponse(path, method, response(answer));
		boolean outside = report.getMessages().stream().anyMatch(KundelikContract::outsideTheDocument);
		if (outside && answer.status() != 404 && answer.status() != 405) {
			add(call, answer, "is not in the document");
		}
		note(call, answer, report);
	}

	private static boolean outsideTheDocument(ValidationReport.Message message) {
		return message.getKey().equals("validation.request.path.missing")
				|| message.getKey().equals("validation.request.operation.notAllowed");
	}

	private void note(Call call, Answer answer, ValidationReport report) {
		report.getMessages()
			.stream()
			.filter((message) -> message.getLevel() == ValidationReport.Level.ERROR)
			.forEach((message) -> add(call, answer, message.getKey() + ": " + message.getMessage()));
	}

	private void add(Call call, Answer answer, String what) {
		if (this.violations.size() < MOST_VIOLATIONS) {
			this.violations.add(call.method() + " " + call.path() + " " + answer.status() + ": " + what);
		}
	}

	private static SimpleRequest request(Call call, String path) {
		SimpleRequest.Builder request = new SimpleRequest.Builder(call.method(), path);
		call.headers().forEach((name, value) -> request.withHeader(name, value));
		call.query().forEach((name, values) -> request.withQueryParam(name, values));
		if (call.body().length > 0) {
			request.withBody(call.body());
		}
		return request.build();
	}

	private static SimpleResponse response(Answer answer) {
		SimpleResponse.Builder response = SimpleResponse.Builder.status(answer.status());
		if (answer.body().length > 0) {
			response.withContentType(answer.contentType()).withBody(answer.body());
		}
		return response.build();
	}

	static String document() {
		try (InputStream in = KundelikContract.class.getResourceAsStream("/openapi/kundelik.yaml")) {
			return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The description of the API cannot be read", ex);
		}
	}

}
