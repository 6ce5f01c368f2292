package kz.kopir.rehearsal.google;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import kz.kopir.rehearsal.http.Call;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one request, read as Google reads them.
 *
 * @param call the request
 * @param caller who asks
 */
record Query(Call call, Caller caller) {

	/** Parameters of every method, which do not belong to the request itself. */
	private static final Set<String> SYSTEM = Set.of("fields", "alt", "prettyPrint", "quotaUser", "key", "access_token",
			"$.xgafv");

	@Nullable String text(String name) {
		String value = this.call.parameter(name);
		return (value == null || value.isEmpty()) ? null : value;
	}

	/**
	 * The values of a repeated parameter that is an enumeration.
	 * @param name the parameter
	 * @param known the values that exist
	 * @return the values sent, empty for none
	 * @throws ApiError 400 for a value that does not exist
	 */
	List<String> enums(String name, Set<String> known) {
		List<String> values = this.call.query().getOrDefault(name, List.of());
		for (String value : values) {
			if (!known.contains(value)) {
				throw ApiError.invalidValue(name, value);
			}
		}
		return values;
	}

	int pageSize() {
		String text = text("pageSize");
		if (text == null) {
			return 0;
		}
		try {
			int size = Integer.parseInt(text);
			if (size < 0) {
				throw ApiError.invalidArgument();
			}
			return size;
		}
		catch (NumberFormatException ex) {
			throw ApiError.invalidValue("page_size", text);
		}
	}

	FieldMask mask() {
		return FieldMask.parse(text("fields"));
	}

	/**
	 * Google's answers are pretty by default; these are so on request only, for speed.
	 */
	boolean pretty() {
		return "true".equals(text("prettyPrint"));
	}

	/**
	 * All that a page token is bound to.
	 * @return a text that is the same for the pages of one listing and for nothing else
	 */
	String binding() {
		Map<String, List<String>> bound = new TreeMap<>(this.call.query());
		bound.remove("pageToken");
		bound.keySet().removeAll(SYSTEM);
		return this.caller.userId() + ' ' + this.call.path() + ' ' + bound;
	}

}
