package kz.kopir.rehearsal.kundelik;

import java.util.List;
import java.util.function.Supplier;

import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.http.Call;
import kz.kopir.rehearsal.http.Effect;
import kz.kopir.rehearsal.kundelik.KundelikSettings.Switches;

/**
 * The API's front: version, maintenance, token, request limit, then the route. Answers
 * refusals in Kundelik's form.
 */
final class Api {

	private static final List<String> VERSIONS = List.of("/v2", "/v2.0");

	private static final String AUTHORIZATIONS = "/authorizations";

	private final Router router;

	private final Tokens tokens;

	private final RequestLimit limit;

	private final Supplier<Switches> switches;

	Api(Router router, Tokens tokens, RequestLimit limit, Supplier<Switches> switches) {
		this.router = router;
		this.tokens = tokens;
		this.limit = limit;
		this.switches = switches;
		router.add("POST", AUTHORIZATIONS, (request) -> {
			throw new IllegalStateException("Authorizations are answered before the routes");
		});
	}

	Answer handle(Call call) {
		Switches now = this.switches.get();
		if (now.maintenance()) {
			Effect page = Effect.maintenance();
			return Answer.of(page.status(), page.contentType(), page.body());
		}
		try {
			return route(call, now);
		}
		catch (Refusal refusal) {
			return refusal.answer();
		}
	}

	private Answer route(Call call, Switches now) {
		String path = withoutVersion(call.path());
		Router.Match match = this.router.match(call.method(), path);
		if (path.equals(AUTHORIZATIONS)) {
			return this.tokens.authorize(Request.body(call));
		}
		String token = Tokens.token(call);
		Account account = this.tokens.account(token);
		this.limit.take(token, now);
		return match.action().apply(new Request(call, account, match.values()));
	}

	private static String withoutVersion(String path) {
		for (String version : VERSIONS) {
			if (path.startsWith(version + "/")) {
				return path.substring(version.length());
			}
		}
		throw new Refusal(404, "resourceUnavailable", "There is no such version of the API");
	}

}
