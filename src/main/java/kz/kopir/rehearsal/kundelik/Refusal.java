package kz.kopir.rehearsal.kundelik;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;
import kz.kopir.rehearsal.http.Answer;

/**
 * An error answer of the API: a status and the body {@code {"type", "description"}}. The
 * types are Kundelik's; which status goes with which type is only evidenced for
 * {@code invalidToken} (401), {@code authorizationFailed} (403),
 * {@code methodNotSupported} (405) and {@code requestLimit} (429), the others are choices
 * of the rehearsal.
 */
final class Refusal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int status;

	private final String type;

	Refusal(int status, String type, String description) {
		// no stack trace: it is an answer, not a fault
		super(description, null, false, false);
		this.status = status;
		this.type = type;
	}

	static Refusal request(String description) {
		return new Refusal(400, "invalidRequest", description);
	}

	static Refusal parameter(String description) {
		return new Refusal(400, "parameterInvalid", description);
	}

	static Refusal forbidden(String description) {
		return new Refusal(403, "systemForbidden", description);
	}

	static Refusal missing(String what, long id) {
		return new Refusal(404, "resourceUnavailable", "There is no " + what + " " + id);
	}

	Answer answer() {
		return Json.answer(this.status, this::write);
	}

	private void write(JsonGenerator out) throws IOException {
		out.writeStartObject();
		out.writeStringField("type", this.type);
		out.writeStringField("description", getMessage());
		out.writeEndObject();
	}

}
