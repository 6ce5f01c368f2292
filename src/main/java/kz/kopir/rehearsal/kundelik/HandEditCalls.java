package kz.kopir.rehearsal.kundelik;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.http.Call;
import kz.kopir.rehearsal.kundelik.KundelikSettings.LogEntryPostExisting;
import kz.kopir.rehearsal.kundelik.KundelikSettings.MarkRepost;
import kz.kopir.rehearsal.kundelik.KundelikSettings.Switches;
import kz.kopir.rehearsal.kundelik.KundelikSettings.WorksWithMarks;

/**
 * The stand-in's own administration under {@code /_rehearsal/}.
 */
final class HandEditCalls {

	static final String PREFIX = "/_rehearsal/";

	private final HandEdits edits;

	private final AtomicReference<Switches> switches;

	HandEditCalls(HandEdits edits, AtomicReference<Switches> switches) {
		this.edits = edits;
		this.switches = switches;
	}

	Answer handle(Call call) {
		try {
			return switch (call.method() + " " + template(call.path())) {
				case "PUT /_rehearsal/marks" -> putMark(Json.tree(call.body()));
				case "DELETE /_rehearsal/marks/{id}" -> removed(this.edits.removeMark(id(call.path())), "mark");
				case "POST /_rehearsal/works" -> putWork(Json.tree(call.body()));
				case "DELETE /_rehearsal/works/{id}" -> removed(this.edits.removeWork(id(call.path())), "work");
				case "PUT /_rehearsal/log-entries" -> putLogEntry(Json.tree(call.body()));
				case "DELETE /_rehearsal/log-entries" -> removeLogEntry(call);
				case "PUT /_rehearsal/criteria-marks" -> putCriteriaMark(Json.tree(call.body()));
				case "PUT /_rehearsal/criteria-sections" -> putCriteriaSection(Json.tree(call.body()));
				case "GET /_rehearsal/switches" -> shown(this.switches.get());
				case "PUT /_rehearsal/switches" -> change(Json.tree(call.body()));
				default ->
					Answer.text(404, "The stand-in offers requests, faults, marks, works, log-entries, criteria-marks,"
							+ " criteria-sections and switches here");
			};
		}
		catch (IllegalArgumentException | Refusal ex) {
			return Answer.text(400, String.valueOf(ex.getMessage()));
		}
	}

	private Answer putMark(JsonNode body) {
		long workId = number(body, "work");
		JournalMark mark = this.edits.putMark(workId, number(body, "person"), text(body, "value"));
		return Json.ok((out) -> {
			out.writeStartObject();
			Json.id(out, "id", mark.id());
			out.writeEndObject();
		});
	}

	private Answer putWork(JsonNode body) {
		JournalWork work = this.edits.putWork(number(body, "lesson"), text(body, "text"));
		return Json.one(work, WorkReads::work);
	}

	private Answer putLogEntry(JsonNode body) {
		return Json.one(this.edits.putLogEntry(number(body, "lesson"), number(body, "person"), text(body, "status")),
				LogEntryReads::entry);
	}

	private Answer removeLogEntry(Call call) {
		return removed(this.edits.removeLogEntry(id(call, "lesson"), id(call, "person")), "log entry");
	}

	private static long id(Call call, String parameter) {
		String value = call.parameter(parameter);
		if (value == null) {
			throw new IllegalArgumentException("The parameter " + parameter + " is required");
		}
		return Request.number(value);
	}

	private static Answer removed(boolean was, String what) {
		return was ? Answer.empty(204) : Answer.text(404, "The stand-in's journal has no such " + what);
	}

	private Answer putCriteriaMark(JsonNode body) {
		JournalCriteriaMark mark = this.edits.putCriteriaMark(number(body, "section"), number(body, "person"),
				(int) number(body, "value"));
		return Json.ok((out) -> {
			out.writeStartObject();
			Json.id(out, "id", mark.id());
			out.writeEndObject();
		});
	}

	private Answer putCriteriaSection(JsonNode body) {
		long id = this.edits
			.putCriteriaSection(number(body, "group"), number(body, "subject"), (int) number(body, "term"),
					(int) number(body, "part"), (int) number(body, "maximum"))
			.id();
		return Json.ok((out) -> {
			out.writeStartObject();
			Json.id(out, "id", id);
			out.writeEndObject();
		});
	}

	private Answer change(JsonNode body) {
		return shown(this.switches
			.updateAndGet((before) -> new Switches(choice(body, "markRepost", MarkRepost.values(), before.markRepost()),
					choice(body, "worksDeleteWithMarks", WorksWithMarks.values(), before.worksDeleteWithMarks()),
					choice(body, "logEntryPostExisting", LogEntryPostExisting.values(), before.logEntryPostExisting()),
					(int) number(body, "editPeriodDays", before.editPeriodDays()),
					(int) number(body, "requestsPerWindow", before.requestsPerWindow()),
					Duration.ofMillis(number(body, "windowMillis", before.window().toMillis())),
					body.path("maintenance").asBoolean(before.maintenance()),
					body.path("criteriaWrite").asBoolean(before.criteriaWrite()))));
	}

	private static <E extends Enum<E>> E choice(JsonNode body, String field, E[] choices, E before) {
		if (!body.has(field)) {
			return before;
		}
		String wanted = text(body, field);
		return Arrays.stream(choices)
			.filter((choice) -> choice.name().equalsIgnoreCase(wanted))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"The switch " + field + " is one of " + Arrays.toString(choices).toLowerCase(Locale.ROOT)));
	}

	private static long number(JsonNode body, String field, long before) {
		return body.has(field) ? number(body, field) : before;
	}

	private static Answer shown(Switches switches) {
		return Json.ok((out) -> {
			out.writeStartObject();
			out.writeStringField("markRepost", switches.markRepost().name().toLowerCase(Locale.ROOT));
			out.writeStringField("worksDeleteWithMarks",
					switches.worksDeleteWithMarks().name().toLowerCase(Locale.ROOT));
			out.writeStringField("logEntryPostExisting",
					switches.logEntryPostExisting().name().toLowerCase(Locale.ROOT));
			out.writeNumberField("editPeriodDays", switches.editPeriodDays());
			out.writeNumberField("requestsPerWindow", switches.requestsPerWindow());
			out.writeNumberField("windowMillis", switches.window().toMillis());
			out.writeBooleanField("maintenance", switches.maintenance());
			out.writeBooleanField("criteriaWrite", switches.criteriaWrite());
			out.writeEndObject();
		});
	}

	private static long number(JsonNode body, String field) {
		JsonNode value = body.get(field);
		if (value == null || !value.isIntegralNumber()) {
			throw new IllegalArgumentException("The field " + field + " must be a whole number");
		}
		return value.longValue();
	}

	private static String text(JsonNode body, String field) {
		JsonNode value = body.get(field);
		if (value == null || !value.isTextual()) {
			throw new IllegalArgumentException("The field " + field + " must be a text");
		}
		return value.textValue();
	}

	private static String template(String path) {
		return path.replaceFirst("/[0-9]+$", "/{id}");
	}

	private static long id(String path) {
		return Request.number(path.substring(path.lastIndexOf('/') + 1));
	}

}
