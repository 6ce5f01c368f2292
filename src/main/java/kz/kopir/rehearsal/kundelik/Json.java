package kz.kopir.rehearsal.kundelik;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import kz.kopir.rehearsal.http.Answer;
import org.jspecify.annotations.Nullable;

/**
 * JSON in Kundelik's manner, written straight to bytes.
 */
final class Json {

	private static final JsonFactory FACTORY = new JsonFactory();

	private static final ObjectMapper MAPPER = new ObjectMapper();

	private Json() {
	}

	@FunctionalInterface
	interface Body {

		void write(JsonGenerator out) throws IOException;

	}

	@FunctionalInterface
	interface Element<T> {

		void write(JsonGenerator out, T item) throws IOException;

	}

	static Answer ok(Body body) {
		return answer(200, body);
	}

	static Answer answer(int status, Body body) {
		ByteArrayBuilder bytes = new ByteArrayBuilder(512);
		try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
			body.write(out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("An answer could not be written to memory", ex);
		}
		return Answer.json(status, bytes.toByteArray());
	}

	static <T> Answer one(T item, Element<T> element) {
		return ok((out) -> element.write(out, item));
	}

	/** A collection is a bare array without an envelope. */
	static <T> Answer array(Iterable<? extends T> items, Element<T> element) {
		return ok((out) -> array(out, items, element));
	}

	static <T> void array(JsonGenerator out, Iterable<? extends T> items, Element<T> element) throws IOException {
		out.writeStartArray();
		for (T item : items) {
			element.write(out, item);
		}
		out.writeEndArray();
	}

	/** An id and its text twin. */
	static void id(JsonGenerator out, String name, long id) throws IOException {
		out.writeNumberField(name, id);
		out.writeStringField(name + "_str", Long.toString(id));
	}

	static void id(JsonGenerator out, String name, @Nullable Long id) throws IOException {
		if (id != null) {
			id(out, name, id.longValue());
		}
		else {
			out.writeNullField(name);
			out.writeNullField(name + "_str");
		}
	}

	static void text(JsonGenerator out, String name, @Nullable String text) throws IOException {
		if (text != null) {
			out.writeStringField(name, text);
		}
		else {
			out.writeNullField(name);
		}
	}

	/** A day as Kundelik writes it: midnight without an offset. */
	static void day(JsonGenerator out, String name, LocalDate day) throws IOException {
		out.writeStringField(name, day + "T00:00:00");
	}

	/**
	 * Reads a body.
	 * @param body the bytes
	 * @return the tree
	 */
	static JsonNode tree(byte[] body) {
		try {
			return MAPPER.readTree(body);
		}
		catch (IOException ex) {
			throw Refusal.request("The body is not well-formed JSON");
		}
	}

}
