package kz.kopir.policy;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/**
 * What a version of a policy says, field by field, without comments and layout: to see
 * whether a version was changed after it was taken.
 */
final class PolicyContent {

	private static final ObjectMapper YAML = new YAMLMapper();

	private static final ObjectMapper JSON = new ObjectMapper();

	private PolicyContent() {
	}

	/**
	 * @param text the text of a file that was read as a policy before
	 * @return its fields as JSON
	 */
	static String of(String text) {
		try {
			return JSON.writeValueAsString(YAML.readTree(text));
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("A policy that was read is no YAML", ex);
		}
	}

	/**
	 * The first field that says something else than when the version was taken. Fields
	 * that are new are none: a later version of the gateway asks for more of them.
	 * @param taken content when it was taken
	 * @param now content now
	 * @return the field with both values, or empty when nothing was changed
	 */
	static Optional<String> changed(String taken, String now) {
		try {
			return changed("", JSON.readTree(taken), JSON.readTree(now));
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("The content of a policy that was taken is no JSON", ex);
		}
	}

	private static Optional<String> changed(String path, JsonNode taken, JsonNode now) {
		if (!taken.isObject() || !now.isObject()) {
			return taken.equals(now) ? Optional.empty()
					: Optional.of(path + " was " + taken + " and is " + (now.isMissingNode() ? "gone" : now));
		}
		for (Iterator<Map.Entry<String, JsonNode>> fields = taken.fields(); fields.hasNext();) {
			Map.Entry<String, JsonNode> field = fields.next();
			String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
			Optional<String> change = changed(name, field.getValue(), now.path(field.getKey()));
			if (change.isPresent()) {
				return change;
			}
		}
		return Optional.empty();
	}

}
