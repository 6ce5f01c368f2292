package kz.kopir.rehearsal.google;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A partial response as Google's {@code fields} parameter selects it, for example
 * {@code nextPageToken,courses(id,gradebookSettings/gradeCategories(id,name))}. A field
 * that is not selected is left out of the answer, {@code nextPageToken} as well.
 */
final class FieldMask {

	/** Selects everything. */
	static final FieldMask ALL = new FieldMask(Map.of());

	private static final String WILDCARD = "*";

	private final Map<String, FieldMask> children;

	private FieldMask(Map<String, FieldMask> children) {
		this.children = children;
	}

	/**
	 * Reads a mask.
	 * @param text the value of {@code fields}; null or empty selects everything
	 * @return the mask
	 * @throws ApiError 400 when the text is not well-formed
	 */
	static FieldMask parse(@Nullable String text) {
		if (text == null || text.isBlank()) {
			return ALL;
		}
		return new Parser(text).parse();
	}

	/**
	 * What is selected of a field.
	 * @param name the field
	 * @return the mask for what is inside the field, or null when the field is not wanted
	 */
	@Nullable FieldMask child(String name) {
		if (this.children.isEmpty()) {
			return ALL;
		}
		FieldMask exact = this.children.get(name);
		return (exact != null) ? exact : this.children.get(WILDCARD);
	}

	/** The selected fields by name; none when everything is selected. */
	Set<String> names() {
		return Collections.unmodifiableSet(this.children.keySet());
	}

	/**
	 * Checks a mask against this one, taken as the list of the fields that exist. Google
	 * refuses a selection of a field that it does not know.
	 * @param wanted the caller's mask
	 * @throws ApiError 400 that names the unknown field
	 */
	void require(FieldMask wanted) {
		wanted.children.forEach((name, inner) -> {
			if (name.equals(WILDCARD)) {
				return;
			}
			FieldMask known = child(name);
			if (known == null) {
				throw ApiError.unknownField(name);
			}
			known.require(inner);
		});
	}

	private static FieldMask union(@Nullable FieldMask one, FieldMask other) {
		if (one == null) {
			return other;
		}
		if (one.children.isEmpty() || other.children.isEmpty()) {
			return ALL;
		}
		Map<String, FieldMask> both = new LinkedHashMap<>(one.children);
		other.children.forEach((name, inner) -> both.put(name, union(both.get(name), inner)));
		return new FieldMask(both);
	}

	/** Recursive descent over {@code list = path [ "(" list ")" ] { "," ... }}. */
	private static final class Parser {

		private final String text;

		private int position;

		Parser(String text) {
			this.text = text;
		}

		FieldMask parse() {
			FieldMask mask = list();
			if (this.position < this.text.length()) {
				throw ApiError.unknownField(this.text);
			}
			return mask;
		}

		private FieldMask list() {
			FieldMask all = null;
			do {
				all = union(all, path());
			}
			while (accept(','));
			return all;
		}

		private FieldMask path() {
			String name = name();
			FieldMask inner = ALL;
			if (accept('/') || accept('.')) {
				inner = path();
			}
			else if (accept('(')) {
				inner = list();
				if (!accept(')')) {
					throw ApiError.unknownField(this.text);
				}
			}
			boolean everything = name.equals(WILDCARD) && inner.children.isEmpty();
			return everything ? ALL : new FieldMask(Map.of(name, inner));
		}

		private String name() {
			skipSpace();
			int start = this.position;
			while (this.position < this.text.length() && isNamePart(this.text.charAt(this.position))) {
				this.position++;
			}
			if (start == this.position) {
				throw ApiError.unknownField(this.text);
			}
			return this.text.substring(start, this.position);
		}

		private boolean accept(char wanted) {
			skipSpace();
			boolean there = this.position < this.text.length() && this.text.charAt(this.position) == wanted;
			if (there) {
				this.position++;
			}
			return there;
		}

		private void skipSpace() {
			while (this.position < this.text.length() && this.text.charAt(this.position) == ' ') {
				this.position++;
			}
		}

		private static boolean isNamePart(char c) {
			return Character.isLetterOrDigit(c) || c == '_' || c == '*';
		}

	}

}
