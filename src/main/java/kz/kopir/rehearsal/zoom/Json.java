package kz.kopir.rehearsal.zoom;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import kz.kopir.rehearsal.http.Answer;

/**
 * Answers in JSON.
 */
final class Json {

	private static final ObjectMapper MAPPER = new ObjectMapper();

	private Json() {
	}

	static Answer of(int status, Map<String, Object> body) {
		try {
			return Answer.json(status, MAPPER.writeValueAsBytes(body));
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("An answer cannot be written as JSON", ex);
		}
	}

	/** Names and values by turns, in order. */
	static Map<String, Object> object(Object... namesAndValues) {
		Map<String, Object> object = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			object.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
		}
		return object;
	}

}
