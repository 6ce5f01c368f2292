package kz.kopir.rehearsal.zoom;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.http.Call;
import kz.kopir.rehearsal.zoom.ZoomSettings.Switches;
import org.jspecify.annotations.Nullable;

/**
 * Serves {@code /v2/...}. Looks at the path as it stood on the wire.
 */
final class Api {

	private final Tokens tokens;

	private final Limits limits;

	private final Reads reads;

	private final Supplier<Switches> switches;

	/** What a path asks for: the scope it takes, its weight, and the reading. */
	private record Route(String scope, boolean heavy, boolean paidOnly, Supplier<Map<String, Object>> body) {
	}

	Api(Tokens tokens, Limits limits, Reads reads, Supplier<Switches> switches) {
		this.tokens = tokens;
		this.limits = limits;
		this.reads = reads;
		this.switches = switches;
	}

	Answer handle(Call call) {
		try {
			Route route = route(call, call.rawPath().split("/", -1));
			if (!call.method().equals("GET")) {
				throw new Refusal(405, 405, "Request method '" + call.method() + "' is not supported.");
			}
			if (route == null) {
				// a slash of a badly encoded UUID ends here too
				throw call.rawPath().contains("meetings/") ? Refusal.noMeeting("")
						: new Refusal(404, 404, "This API endpoint is not recognized.");
			}
			this.tokens.require(call, route.scope());
			Answer refused = this.limits.take(route.heavy());
			if (refused != null) {
				return refused;
			}
			if (route.paidOnly() && !this.switches.get().paid()) {
				throw new Refusal(400, 200, "Must have a Pro or a higher plan.");
			}
			return Json.of(200, route.body().get());
		}
		catch (Refusal refusal) {
			return refused(refusal);
		}
	}

	private Answer refused(Refusal refusal) {
		Switches now = this.switches.get();
		int status = (refusal.code() == 200 && now.errorsAs200()) ? 200 : refusal.status();
		String text = now.localised() ? "réunion introuvable" : refusal.text();
		Map<String, Object> body = Json.object("code", refusal.code(), "message", text);
		if (refusal.code() == 300 && refusal.text().startsWith("Validation")) {
			body.put("errors", List.of(Json.object("field", "query", "message", "Invalid field.")));
		}
		return Json.of(status, body);
	}

	private @Nullable Route route(Call call, String[] path) {
		String shape = (path.length > 2) ? path[1] + "/" + path[2] : "";
		return switch (path.length) {
			case 3 ->
				shape.equals("v2/users") ? new Route(Scopes.USERS, false, false, () -> this.reads.users(call)) : null;
			case 4 -> switch (shape + "/" + path[3]) {
				case "v2/report/users" -> new Route(Scopes.USER_REPORT, true, true, () -> this.reads.hosts(call));
				case "v2/report/history_meetings" ->
					new Route(Scopes.HISTORY, true, true, () -> this.reads.history(call));
				default -> shape.equals("v2/past_meetings")
						? new Route(Scopes.PAST_MEETING, false, true, () -> this.reads.meeting(path[3], false)) : null;
			};
			case 5 -> switch (shape + "/" + (shape.equals("v2/report") ? path[3] : path[4])) {
				case "v2/report/meetings" ->
					new Route(Scopes.MEETING_REPORT, true, true, () -> this.reads.meeting(path[4], true));
				case "v2/past_meetings/instances" ->
					new Route(Scopes.PAST_INSTANCES, false, false, () -> this.reads.instances(path[3]));
				case "v2/past_meetings/participants" -> new Route(Scopes.PAST_PARTICIPANTS, false, true,
						() -> this.reads.participants(call, path[3], false));
				default -> null;
			};
			case 6 -> switch (shape + "/" + path[3] + "/" + path[5]) {
				case "v2/report/users/meetings" ->
					new Route(Scopes.USER_REPORT, true, true, () -> this.reads.meetingsOf(call, path[4]));
				case "v2/report/meetings/participants" -> new Route(Scopes.PARTICIPANT_REPORT, true, true,
						() -> this.reads.participants(call, path[4], true));
				default -> null;
			};
			default -> null;
		};
	}

}
