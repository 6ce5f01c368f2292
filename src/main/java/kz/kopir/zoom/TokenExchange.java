package kz.kopir.zoom;

import java.io.IOException;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Asks Zoom's token endpoint.
 */
@FunctionalInterface
public interface TokenExchange {

	/**
	 * Asks for a token.
	 * @return the answer
	 * @throws IOException when the endpoint fails in a way that may pass
	 * @throws kz.kopir.call.SignInRefusedException when it refuses
	 */
	JsonNode token(ZoomAccount account) throws IOException;

}
