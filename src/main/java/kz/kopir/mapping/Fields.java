package kz.kopir.mapping;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one mapped record and says which one is wrong. Messages name the
 * field and the kind of mistake, never the value.
 */
public final class Fields {

	private final JsonNode record;

	public Fields(JsonNode record) {
		if (!record.isObject()) {
			throw new RecordException("", "is not an object");
		}
		this.record = record;
	}

	/**
	 * A text or an integral number, as text.
	 * @throws RecordException when it is missing, empty or something else
	 */
	public String text(String field) {
		String text = optionalText(field);
		if (text == null || text.isBlank()) {
			throw new RecordException(field, "is missing");
		}
		return text;
	}

	/**
	 * A text or an integral number as text, or null. NUL characters say nothing and fit
	 * into no database; they are left out.
	 * @throws RecordException when it is something else
	 */
	public @Nullable String optionalText(String field) {
		JsonNode value = value(field);
		if (value == null) {
			return null;
		}
		if (value.isTextual() || value.isIntegralNumber()) {
			return value.asText().replace("\0", "");
		}
		throw new RecordException(field, "is not a text");
	}

	/**
	 * A whole number.
	 * @throws RecordException when it is missing, broken or beyond an int
	 */
	public int integer(String field) {
		JsonNode value = value(field);
		if (value == null) {
			throw new RecordException(field, "is missing");
		}
		if (!value.canConvertToInt() || !value.isIntegralNumber()) {
			throw new RecordException(field, "is not a whole number within bounds");
		}
		return value.intValue();
	}

	/**
	 * A number as it was written, or null when there is none: null is never 0.
	 * @throws RecordException when it is something else
	 */
	public @Nullable BigDecimal optionalNumber(String field) {
		JsonNode value = value(field);
		if (value == null) {
			return null;
		}
		if (!value.isNumber() || (value.isDouble() && !Double.isFinite(value.doubleValue()))) {
			throw new RecordException(field, "is not a usable number");
		}
		return value.decimalValue();
	}

	/** True or false; false when absent. */
	public boolean flag(String field) {
		JsonNode value = value(field);
		return value != null && value.asBoolean();
	}

	/**
	 * A moment as RFC 3339 writes it, or null.
	 * @throws RecordException when it is not one
	 */
	public @Nullable Instant optionalInstant(String field) {
		String text = optionalText(field);
		if (text == null) {
			return null;
		}
		try {
			return OffsetDateTime.parse(text).toInstant();
		}
		catch (DateTimeException ex) {
			throw new RecordException(field, "is not a moment in time (RFC 3339)", ex);
		}
	}

	/**
	 * A moment as RFC 3339 writes it.
	 * @throws RecordException when it is missing or not one
	 */
	public Instant instant(String field) {
		Instant instant = optionalInstant(field);
		if (instant == null) {
			throw new RecordException(field, "is missing");
		}
		return instant;
	}

	/**
	 * A value of an open enumeration.
	 * @return the constant, or {@code unknown} for a value that this version does not
	 * know
	 * @throws RecordException when it is missing
	 */
	public <E extends Enum<E>> E constant(String field, Class<E> type, E unknown) {
		String text = text(field).toUpperCase(Locale.ROOT);
		for (E constant : type.getEnumConstants()) {
			if (constant.name().equals(text)) {
				return constant;
			}
		}
		return unknown;
	}

	/** Texts of an array; empty when absent. */
	public List<String> texts(String field) {
		List<String> texts = new ArrayList<>();
		JsonNode value = value(field);
		if (value != null) {
			if (!value.isArray()) {
				throw new RecordException(field, "is not a list");
			}
			value.forEach((item) -> texts.add(item.asText()));
		}
		return texts;
	}

	/** A nested object, or null. */
	public @Nullable Fields optionalObject(String field) {
		JsonNode value = value(field);
		return (value != null) ? new Fields(value) : null;
	}

	private @Nullable JsonNode value(String field) {
		JsonNode value = this.record.get(field);
		return (value == null || value.isNull()) ? null : value;
	}

}
