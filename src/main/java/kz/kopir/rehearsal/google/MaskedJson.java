package kz.kopir.rehearsal.google;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Writes Google's JSON: what the field mask does not select, and every false, zero, empty
 * or absent value, is left out, as the JSON form of proto3 has it. Streams; one per
 * answer, for one thread.
 */
final class MaskedJson {

	private static final JsonFactory FACTORY = JsonFactory.builder().build();

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 * 1024);

	private final JsonGenerator json;

	private FieldMask mask;

	private MaskedJson(FieldMask mask, boolean pretty) throws IOException {
		this.mask = mask;
		this.json = FACTORY.createGenerator(this.bytes);
		if (pretty) {
			this.json.useDefaultPrettyPrinter();
		}
	}

	/**
	 * Writes one object.
	 * @param mask what to select
	 * @param pretty whether with line breaks
	 * @param content what writes its fields
	 * @return the JSON in UTF-8
	 * @throws IOException never in practice: the bytes are held in memory
	 */
	static byte[] write(FieldMask mask, boolean pretty, Content content) throws IOException {
		MaskedJson json = new MaskedJson(mask, pretty);
		json.json.writeStartObject();
		content.write(json);
		json.json.writeEndObject();
		json.json.close();
		return json.bytes.toByteArray();
	}

	void text(String name, @Nullable String value) throws IOException {
		if (value != null && !value.isEmpty() && selects(name)) {
			this.json.writeStringField(name, value);
		}
	}

	void flag(String name, boolean value) throws IOException {
		if (value && selects(name)) {
			this.json.writeBooleanField(name, true);
		}
	}

	void whole(String name, int value) throws IOException {
		if (value != 0 && selects(name)) {
			this.json.writeNumberField(name, value);
		}
	}

	/** Writes a number whose presence means something: 0 is written, null is not. */
	void number(String name, @Nullable BigDecimal value) throws IOException {
		if (value != null && selects(name)) {
			this.json.writeFieldName(name);
			this.json.writeNumber(plain(value));
		}
	}

	/** Writes a plain proto3 number: 0 is left out. */
	void nonZero(String name, @Nullable BigDecimal value) throws IOException {
		if (value != null && value.signum() != 0) {
			number(name, value);
		}
	}

	/** Writes an instant: RFC 3339, Z, with 0, 3, 6 or 9 fractional digits. */
	void time(String name, @Nullable Instant value) throws IOException {
		if (value != null && selects(name)) {
			this.json.writeStringField(name, value.toString());
		}
	}

	void texts(String name, Collection<String> values) throws IOException {
		if (!values.isEmpty() && selects(name)) {
			this.json.writeArrayFieldStart(name);
			for (String value : values) {
				this.json.writeString(value);
			}
			this.json.writeEndArray();
		}
	}

	/** Writes an object, also when nothing is in it. */
	void object(String name, Content content) throws IOException {
		FieldMask outer = this.mask;
		FieldMask inner = outer.child(name);
		if (inner != null) {
			this.json.writeObjectFieldStart(name);
			this.mask = inner;
			content.write(this);
			this.mask = outer;
			this.json.writeEndObject();
		}
	}

	/** Writes a list of objects; an empty one is left out. */
	<T> void objects(String name, Collection<? extends T> values, Element<T> element) throws IOException {
		FieldMask outer = this.mask;
		FieldMask inner = outer.child(name);
		if (inner != null && !values.isEmpty()) {
			this.json.writeArrayFieldStart(name);
			this.mask = inner;
			for (T value : values) {
				this.json.writeStartObject();
				element.write(this, value);
				this.json.writeEndObject();
			}
			this.mask = outer;
			this.json.writeEndArray();
		}
	}

	boolean selects(String name) {
		return this.mask.child(name) != null;
	}

	private static BigDecimal plain(BigDecimal value) {
		BigDecimal stripped = value.stripTrailingZeros();
		return (stripped.scale() < 0) ? stripped.setScale(0) : stripped;
	}

	/** The fields of an object. */
	interface Content {

		void write(MaskedJson json) throws IOException;

	}

	/**
	 * The fields of one object of a list.
	 *
	 * @param <T> what it is made from
	 */
	interface Element<T> {

		void write(MaskedJson json, T value) throws IOException;

	}

}
