package kz.kopir.rehearsal.google;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Turns the schemas of a Google discovery document into JSON Schema. Stricter than the
 * document by what the JSON form of proto3 promises: an empty list or text, a false and a
 * zero of a plain integer are not sent.
 */
final class DiscoverySchemas {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private static final String DATETIME = "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{3}|\\.\\d{6}|\\.\\d{9})?Z$";

	private static final Set<String> TYPES = Set.of("string", "boolean", "integer", "number", "object", "array");

	private final boolean closedEnums;

	/**
	 * A converter.
	 * @param closedEnums whether values that the document does not list are violations
	 */
	DiscoverySchemas(boolean closedEnums) {
		this.closedEnums = closedEnums;
	}

	/**
	 * A JSON Schema for one of the document's schemas.
	 * @param discovery the document
	 * @param name the schema's name
	 * @return the schema with all others beside it
	 */
	ObjectNode schema(JsonNode discovery, String name) {
		ObjectNode root = NODES.objectNode();
		root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
		root.put("$ref", "#/$defs/" + name);
		ObjectNode defs = root.putObject("$defs");
		discovery.path("schemas")
			.properties()
			.forEach((entry) -> defs.set(entry.getKey(), converted(entry.getValue())));
		return root;
	}

	private ObjectNode converted(JsonNode source) {
		ObjectNode target = NODES.objectNode();
		if (source.has("$ref")) {
			return target.put("$ref", "#/$defs/" + source.path("$ref").asText());
		}
		String type = source.path("type").asText();
		if (!TYPES.contains(type)) {
			throw new IllegalArgumentException(
					"The discovery document has a type that this test does not know: " + type);
		}
		target.put("type", type);
		switch (type) {
			case "object" -> object(source, target);
			case "array" -> target.put("minItems", 1).set("items", converted(source.path("items")));
			case "boolean" -> target.put("const", true);
			case "integer" -> integer(source, target);
			case "string" -> string(source, target);
			default -> requireFormat(source, "double");
		}
		return target;
	}

	private void object(JsonNode source, ObjectNode target) {
		ObjectNode properties = target.putObject("properties");
		source.path("properties")
			.properties()
			.forEach((entry) -> properties.set(entry.getKey(), converted(entry.getValue())));
		if (source.has("additionalProperties")) {
			target.set("additionalProperties", converted(source.path("additionalProperties")));
		}
	}

	private static void integer(JsonNode source, ObjectNode target) {
		requireFormat(source, "int32");
		target.put("minimum", Integer.MIN_VALUE).put("maximum", Integer.MAX_VALUE);
		target.putObject("not").put("const", 0);
	}

	private void string(JsonNode source, ObjectNode target) {
		target.put("minLength", 1);
		if (source.has("format")) {
			requireFormat(source, "google-datetime");
			target.put("pattern", DATETIME);
		}
		if (this.closedEnums && source.has("enum")) {
			target.set("enum", (ArrayNode) source.path("enum"));
		}
	}

	private static void requireFormat(JsonNode source, String format) {
		if (!source.path("format").asText().equals(format)) {
			throw new IllegalArgumentException(
					"The discovery document has a format that this test does not know: " + source.path("format"));
		}
	}

}
