package kz.kopir.rehearsal.gmail;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON.
 */
final class Json {

	private static final ObjectMapper MAPPER = new ObjectMapper();

	private Json() {
	}

	static byte[] bytes(Map<String, Object> body) {
		try {
			return MAPPER.writeValueAsBytes(body);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("An answer cannot be written as JSON", ex);
		}
	}

	/** Names and values by turns, in order; a null leaves its name out. */
	static Map<String, Object> object(@Nullable Object... namesAndValues) {
		Map<String, Object> object = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			Object value = namesAndValues[i + 1];
			if (value != null) {
				object.put(String.valueOf(namesAndValues[i]), value);
			}
		}
		return object;
	}

}
