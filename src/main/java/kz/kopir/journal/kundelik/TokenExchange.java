package kz.kopir.journal.kundelik;

import java.io.IOException;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Sends a request to Kundelik's authorization endpoint.
 */
@FunctionalInterface
public interface TokenExchange {

	/**
	 * Sends the request.
	 * @param request the grant with its credentials
	 * @return the answer
	 * @throws IOException when the endpoint fails in a way that may pass
	 * @throws kz.kopir.call.SignInRefusedException when it refuses
	 */
	JsonNode send(JsonNode request) throws IOException;

}
