package kz.kopir.rehearsal.google;

import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Turns the schemas of a Google discovery document into JSON Schema. Stricter than the
 * document by what the JSON form of proto3 promises: an empty list or text, a false and a
 * zero of a plain integer are not sent. Older interfaces do send zeros.
 */
final class DiscoverySchemas {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private static final String DATETIME = "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{3}|\\.\\d{6}|\\.\\d{9})?Z$";

	/** Numbers that JavaScript cannot hold, and bytes, go as text. */
	private static final Map<String, String> TEXTS = Map.of("google-datetime", DATETIME, "int64", "^-?\\d+$", "uint64",
			"^\\d+$", "byte", "^[A-Za-z0-9_-]+={0,2}$");

	private static final Set<String> TYPES = Set.of("string", "boolean", "integer", "number", "object", "array");

	private final boolean closedEnums;

	private final boolean zerosLeftOut;

	/**
	 * A converter.
	 * @param closedEnums whether values that the document does not list are violations
	 * @param zerosLeftOut whether a zero of a plain integer is a violation
	 */
	DiscoverySchemas(boolean closedEnums, boolean zerosLeftOut) {
		this.closedEnums = closedEnums;
		this.zerosLeftOut = zerosLeftOut;
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

	private void integer(JsonNode source, ObjectNode target) {
		boolean unsigned = source.path("format").asText().equals("uint32");
		requireFormat(source, unsigned ? "uint32" : "int32");
		target.put("minimum", unsigned ? 0 : Integer.MIN_VALUE)
			.put("maximum", unsigned ? 0xffffffffL : Integer.MAX_VALUE);
		if (this.zerosLeftOut) {
			target.putObject("not").put("const", 0);
		}
	}

	private void string(JsonNode source, ObjectNode target) {
		target.put("minLength", 1);
		if (source.has("format")) {
			String pattern = TEXTS.get(source.path("format").asText());
			if (pattern == null) {
				throw new IllegalArgumentException(
						"The discovery document has a format that this test does not know: " + source.path("format"));
			}
			target.put("pattern", pattern);
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
