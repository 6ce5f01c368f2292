package kz.kopir.rehearsal.kundelik;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.rehearsal.http.Call;

/**
 * A call whose way and caller are known.
 *
 * @param call the HTTP call
 * @param account who calls
 * @param values the values of the path's placeholders in order
 */
record Request(Call call, Account account, List<String> values) {

	/** A period query may not be longer; seen in the old API of the same platform. */
	static final int LONGEST_PERIOD_DAYS = 192;

	/**
	 * Days from and to, both inclusive.
	 *
	 * @param from first day
	 * @param to last day
	 */
	record Period(LocalDate from, LocalDate to) {

		boolean contains(LocalDate day) {
			return !day.isBefore(this.from) && !day.isAfter(this.to);
		}

	}

	long id(int position) {
		return number(this.values.get(position));
	}

	String value(int position) {
		return this.values.get(position);
	}

	Period period(int position) {
		return between(this.values.get(position), this.values.get(position + 1), LONGEST_PERIOD_DAYS);
	}

	/** A period that stands in the query. */
	Period period(String from, String to, int longestDays) {
		return between(parameter(from), parameter(to), longestDays);
	}

	/** A parameter of the query that has to be there. */
	String parameter(String name) {
		String value = this.call.parameter(name);
		if (value == null || value.isBlank()) {
			throw Refusal.parameter("The parameter " + name + " is required");
		}
		return value;
	}

	private static Period between(String from, String to, int longestDays) {
		Period period = new Period(day(from), day(to));
		if (period.to.isBefore(period.from)) {
			throw Refusal.parameter("The period ends before it begins");
		}
		if (ChronoUnit.DAYS.between(period.from, period.to) > longestDays) {
			throw Refusal.parameter("The period is longer than " + longestDays + " days");
		}
		return period;
	}

	JsonNode body() {
		return body(this.call);
	}

	static JsonNode body(Call call) {
		String type = call.header("content-type");
		if (type == null || !type.startsWith("application/json")) {
			throw Refusal.request("The body must have the Content-Type application/json");
		}
		return Json.tree(call.body());
	}

	/** A body that is a bare array of ids. */
	List<Long> ids() {
		JsonNode body = body();
		if (!body.isArray()) {
			throw Refusal.request("The body must be an array of ids");
		}
		List<Long> ids = new ArrayList<>(body.size());
		for (JsonNode id : body) {
			if (!id.isIntegralNumber() && !id.isTextual()) {
				throw Refusal.parameter("The body must be an array of ids");
			}
			ids.add(number(id.asText()));
		}
		return ids;
	}

	static long number(String text) {
		try {
			return Long.parseLong(text);
		}
		catch (NumberFormatException ex) {
			throw Refusal.parameter("An id must be a whole number");
		}
	}

	/** A day, or a date and time of which the day counts. */
	private static LocalDate day(String text) {
		try {
			return LocalDate.parse((text.length() > 10 && text.charAt(10) == 'T') ? text.substring(0, 10) : text);
		}
		catch (DateTimeParseException ex) {
			throw Refusal.parameter("A date must look like 2026-09-01 or 2026-09-01T00:00:00");
		}
	}

}
