package kz.kopir.mapping;

import java.io.IOException;
import java.io.InputStream;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * JSON as the outside systems speak it: numbers are kept as they were written, and a key
 * that stands twice is an error instead of a silent choice.
 */
public final class Json {

	private static final ObjectMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
		.build();

	private Json() {
	}

	/**
	 * Reads one JSON document to its end.
	 * @throws NotJsonException when it is not JSON; the message does not hold its text
	 * @throws IOException when it cannot be read to its end
	 */
	public static JsonNode read(InputStream text) throws IOException {
		try {
			JsonNode node = MAPPER.readTree(text);
			if (node == null || node.isMissingNode()) {
				throw new NotJsonException("The answer is empty where JSON is expected.");
			}
			return node;
		}
		catch (com.fasterxml.jackson.core.JacksonException ex) {
			throw new NotJsonException("The answer is not valid JSON (line " + ex.getLocation().getLineNr()
					+ ", column " + ex.getLocation().getColumnNr() + ").");
		}
	}

	public static byte[] bytes(JsonNode node) throws IOException {
		return MAPPER.writeValueAsBytes(node);
	}

	public static ObjectMapper mapper() {
		return MAPPER;
	}

}
