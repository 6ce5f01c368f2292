package kz.kopir.policy;

import java.util.Locale;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import kz.kopir.mapping.MappingException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one version of a policy. Every field must stand there by its right name: a field
 * that is forgotten or misspelled would silently mean something else.
 */
final class PolicyFile {

	private static final ObjectReader READER = YAMLMapper.builder()
		.addModule(new JavaTimeModule())
		.propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
		.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
		.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
		.enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
		.build()
		.readerFor(SchoolPolicy.class)
		.withHandler(new WordsWithHyphens());

	private PolicyFile() {
	}

	static SchoolPolicy read(String file, String text) {
		try {
			SchoolPolicy policy = READER.readValue(text);
			if (policy == null) {
				throw new MappingException(file, 0, "", "The file is empty.", "Write the policy, or remove the file.");
			}
			return policy;
		}
		catch (JsonProcessingException ex) {
			throw wrong(file, ex);
		}
	}

	private static MappingException wrong(String file, JsonProcessingException ex) {
		JsonLocation place = ex.getLocation();
		int line = (place != null) ? place.getLineNr() : 0;
		String column = (place != null) ? String.valueOf(place.getColumnNr()) : "";
		return new MappingException(file, line, column, field(ex) + cause(ex),
				"The whole file is refused; compare it with the policy that comes with the gateway.", ex);
	}

	private static String field(JsonProcessingException ex) {
		if (!(ex instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
			return "";
		}
		return mapping.getPath()
			.stream()
			.map(JsonMappingException.Reference::getFieldName)
			.filter((name) -> name != null)
			.collect(Collectors.joining(".", "", ": "));
	}

	private static String cause(JsonProcessingException ex) {
		if (ex instanceof InvalidFormatException format) {
			return "«" + format.getValue() + "» does not fit here.";
		}
		@Nullable Throwable cause = ex.getCause();
		String said = (cause instanceof IllegalArgumentException) ? String.valueOf(cause.getMessage())
				: String.valueOf(ex.getOriginalMessage());
		String line = said.lines().findFirst().orElse("").strip();
		return line.endsWith(".") ? line : line + ".";
	}

	/** Words of a policy are written like its fields: {@code top-mark}. */
	private static final class WordsWithHyphens extends DeserializationProblemHandler {

		@Override
		public Object handleWeirdStringValue(DeserializationContext context, Class<?> type, String word,
				String message) {
			for (Object constant : (type.getEnumConstants() != null) ? type.getEnumConstants() : new Object[0]) {
				if (constant.toString().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
					return constant;
				}
			}
			return NOT_HANDLED;
		}

	}

}
