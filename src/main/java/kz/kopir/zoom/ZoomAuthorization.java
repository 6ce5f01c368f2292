package kz.kopir.zoom;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.call.OutsideSystem;
import kz.kopir.call.SignInRefusedException;
import kz.kopir.mapping.Json;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.http.HttpMethods;

/**
 * The request to Zoom's token endpoint and what its answer means. No message of an
 * exception holds any of it but Zoom's word for the mistake.
 */
public final class ZoomAuthorization {

	/** Makes the account in the body a request. */
	public void request(Exchange exchange) {
		Message message = exchange.getMessage();
		ZoomAccount account = message.getBody(ZoomAccount.class);
		message.removeHeaders("*");
		message.setBody("grant_type=account_credentials&account_id="
				+ URLEncoder.encode(account.accountId(), StandardCharsets.UTF_8));
		message.setHeader(Exchange.HTTP_METHOD, HttpMethods.POST);
		message.setHeader(Exchange.CONTENT_TYPE, "application/x-www-form-urlencoded");
		message.setHeader("Accept", "application/json");
		String credentials = account.clientId() + ":" + account.clientSecret();
		message.setHeader("Authorization",
				"Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * The answer as JSON.
	 * @throws SignInRefusedException when Zoom refuses
	 * @throws IOException when it fails in a way that may pass
	 */
	public JsonNode answer(Exchange exchange) throws IOException {
		int status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, int.class);
		if (status >= 500 || status == 429) {
			throw new IOException("Zoom's token endpoint answers " + status + ".");
		}
		try (InputStream text = exchange.getMessage().getBody(InputStream.class)) {
			if (status == 200) {
				return Json.read(text);
			}
			throw new SignInRefusedException(OutsideSystem.ZOOM, "Zoom refuses the app (HTTP " + status + error(text)
					+ "). invalid_client: client-id or client-secret is wrong. invalid_request: account-id is wrong or "
					+ "the app is not activated. unsupported_grant_type: this is no Server-to-Server OAuth app.");
		}
	}

	private static String error(InputStream text) throws IOException {
		String error;
		try {
			error = Json.mapper().readTree(text).path("error").asText("");
		}
		catch (JsonProcessingException notJson) {
			error = "";
		}
		return error.matches("[a-z_]{1,40}") ? ", " + error : "";
	}

}
