package kz.kopir.journal.kundelik;

import java.io.IOException;
import java.io.InputStream;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.call.OutsideSystem;
import kz.kopir.call.SignInRefusedException;
import kz.kopir.mapping.Json;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * The request to Kundelik's authorization endpoint and what its answer means. No message
 * of an exception holds any of it.
 */
public final class KundelikAuthorization {

	/** Makes the JSON in the body a request. */
	public void request(Exchange exchange) throws IOException {
		Message message = exchange.getMessage();
		byte[] body = Json.bytes(message.getBody(JsonNode.class));
		message.removeHeaders("*");
		message.setBody(body);
		message.setHeader(Exchange.HTTP_METHOD, "POST");
		message.setHeader(Exchange.CONTENT_TYPE, "application/json; charset=UTF-8");
		message.setHeader("Accept", "application/json");
	}

	/**
	 * The answer as JSON.
	 * @throws SignInRefusedException when Kundelik refuses
	 * @throws IOException when it fails in a way that may pass
	 */
	public JsonNode answer(Exchange exchange) throws IOException {
		int status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, int.class);
		if (status >= 500 || status == 429) {
			throw new IOException("Kundelik's authorization endpoint answers " + status + ".");
		}
		if (status != 200) {
			throw new SignInRefusedException(OutsideSystem.JOURNAL, "Kundelik refuses to renew the access token (HTTP "
					+ status + "). Check client-id and client-secret, and put a new refresh token into its file.");
		}
		try (InputStream text = exchange.getMessage().getBody(InputStream.class)) {
			return Json.read(text);
		}
	}

}
