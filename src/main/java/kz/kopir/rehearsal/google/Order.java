package kz.kopir.rehearsal.google;

import java.util.Comparator;
import java.util.Map;

/**
 * Reads Classroom's {@code orderBy}: fields with {@code asc} or {@code desc}, separated
 * by commas; {@code updateTime desc} when there is none.
 */
final class Order {

	private Order() {
	}

	/**
	 * The order that a query asks for.
	 * @param <T> what is ordered
	 * @param query the query
	 * @param fields the fields that one may order by, ascending
	 * @return the order
	 * @throws ApiError 400 for an unknown field or direction
	 */
	static <T> Comparator<T> by(Query query, Map<String, Comparator<T>> fields) {
		String text = query.text("orderBy");
		Comparator<T> order = null;
		for (String part : ((text != null) ? text : "updateTime desc").split(",", -1)) {
			String[] words = part.strip().split("\\s+");
			Comparator<T> ascending = fields.get(words[0]);
			if (ascending == null || words.length > 2) {
				throw ApiError.invalidArgument();
			}
			Comparator<T> next = switch ((words.length == 2) ? words[1] : "asc") {
				case "asc" -> ascending;
				case "desc" -> ascending.reversed();
				default -> throw ApiError.invalidArgument();
			};
			order = (order != null) ? order.thenComparing(next) : next;
		}
		if (order == null) {
			throw ApiError.invalidArgument();
		}
		return order;
	}

}
