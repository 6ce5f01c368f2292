package kz.kopir.rehearsal.gmail;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import kz.kopir.rehearsal.gmail.GmailSettings.Switches;
import kz.kopir.rehearsal.google.ClassroomStandIn;
import kz.kopir.rehearsal.google.TokenHolder;
import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.http.Call;
import org.jspecify.annotations.Nullable;

/**
 * Gmail's REST API as far as a gateway needs it: who may call what, what a call costs,
 * and which part answers. Units by Google's table; of the two that it has published, the
 * one that names each method.
 */
final class GmailApi {

	static final String ROOT = "/gmail/v1/users/";

	private static final String PREFIX = "https://www.googleapis.com/auth/gmail.";

	private static final String METADATA = PREFIX + "metadata";

	private static final String EVERYTHING = "https://mail.google.com/";

	private static final List<String> SEND = List.of(EVERYTHING, PREFIX + "modify", PREFIX + "compose",
			PREFIX + "send");

	private static final List<String> READ = List.of(EVERYTHING, PREFIX + "modify", PREFIX + "readonly", METADATA);

	private static final List<String> PROFILE = List.of(EVERYTHING, PREFIX + "modify", PREFIX + "compose",
			PREFIX + "readonly", METADATA);

	private final ClassroomStandIn google;

	private final Quotas quotas;

	private final Sending sending;

	private final Reading reading;

	private final Supplier<Switches> switches;

	/**
	 * What a path asks for: one of these scopes, its price, and what answers for a
	 * mailbox.
	 */
	private record Route(List<String> anyOf, int units, Function<String, Answer> answer) {
	}

	GmailApi(ClassroomStandIn google, Quotas quotas, Sending sending, Reading reading, Supplier<Switches> switches) {
		this.google = google;
		this.quotas = quotas;
		this.sending = sending;
		this.reading = reading;
		this.switches = switches;
	}

	Answer handle(Call call) {
		try {
			TokenHolder holder = this.google.holder(call.header("authorization"));
			if (holder == null) {
				throw GmailError.unauthenticated();
			}
			String[] path = call.rawPath().substring(ROOT.length()).split("/", -1);
			// Google looks at the metadata scope first, whatever else the token may do
			Route route = route(call, path, holder.scopes().contains(METADATA));
			if (route == null) {
				return page(404, "Not Found");
			}
			if (route.anyOf().stream().noneMatch(holder.scopes()::contains)) {
				throw GmailError.scopeMissing(route.anyOf());
			}
			String mailbox = mailbox(URLDecoder.decode(path[0], StandardCharsets.UTF_8), holder);
			if (!this.switches.get().appsAllowed()) {
				throw GmailError.domainPolicy();
			}
			this.quotas.take(mailbox, holder.client(), route.units());
			return route.answer().apply(mailbox);
		}
		catch (GmailError ex) {
			return ex.answer();
		}
	}

	private @Nullable Route route(Call call, String[] path, boolean metadataOnly) {
		String shape = call.method() + " " + ((path.length > 1) ? path[1] : "");
		return switch (path.length) {
			case 2 -> switch (shape) {
				case "GET profile" -> new Route(PROFILE, 1, this.reading::profile);
				case "GET messages" -> new Route(READ, 5, (mailbox) -> this.reading.list(call, mailbox, metadataOnly));
				default -> null;
			};
			case 3 -> switch (shape) {
				case "POST messages" ->
					path[2].equals("send") ? new Route(SEND, 100, (mailbox) -> this.sending.send(call, mailbox)) : null;
				case "GET messages" ->
					new Route(READ, 5, (mailbox) -> this.reading.get(call, mailbox, path[2], metadataOnly));
				default -> null;
			};
			default -> null;
		};
	}

	private static String mailbox(String user, TokenHolder holder) {
		String own = holder.email();
		if (own == null) {
			throw GmailError.failedPrecondition();
		}
		if (!user.equals("me") && !user.equalsIgnoreCase(own)) {
			throw GmailError.forbidden("Delegation denied for " + own);
		}
		return own;
	}

	/** What Google's front end answers by itself: a page, not JSON. */
	static Answer page(int status, String title) {
		return Answer.of(status, "text/html; charset=UTF-8", "<!DOCTYPE html><html lang=en><title>Error " + status
				+ " (" + title + ")!!1</title><p><b>" + status + ".</b> <ins>That’s an error.</ins></html>");
	}

}
