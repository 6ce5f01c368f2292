package kz.kopir.journal.kundelik;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import kz.kopir.call.OutageException;
import kz.kopir.call.SignInRefusedException;
import kz.kopir.call.Troubles;
import kz.kopir.journal.JournalAnswer;
import kz.kopir.journal.JournalWrite;
import kz.kopir.mapping.Json;
import kz.kopir.mapping.MappingException;
import kz.kopir.mapping.Programs;
import kz.kopir.problem.ProblemCode;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Kundelik's writing calls: {@code POST works}, {@code PUT works/{work}}, {@code POST
 * persons/{person}/works/{work}/mark}, {@code POST} and {@code PUT
 * lessons/{lesson}/log-entries}. They are in its published list, but no public success is
 * known, so every answer is read with care.
 */
final class KundelikWrites {

	private static final String HOMEWORK = "Homework";

	private static final String COLUMN = "CommonWork";

	private final Programs programs;

	private final Troubles troubles;

	private final ZoneId zone;

	KundelikWrites(Programs programs, Troubles troubles, ZoneId zone) {
		this.programs = programs;
		this.troubles = troubles;
		this.zone = zone;
	}

	Request request(JournalWrite write, Map<String, String> workTypes, ExcusedAbsence excused) throws IOException {
		ObjectNode input = Json.mapper().createObjectNode();
		if (write instanceof JournalWrite.PutAttendance attendance) {
			return attendance(attendance, input, excused);
		}
		if (write instanceof JournalWrite.PutCriteriaMark mark) {
			return criteriaMark(mark, input);
		}
		if (write instanceof JournalWrite.PutMark mark) {
			input.put("mark", mark.mark());
			return new Request("writeMark", "POST", "/v2/persons/" + mark.pupil() + "/works/" + mark.work() + "/mark",
					body("kundelik/write-mark.jq", input));
		}
		JournalWrite.PutWork work = (JournalWrite.PutWork) write;
		String kind = work.homework() ? HOMEWORK : COLUMN;
		String workType = workTypes.get(kind);
		if (workType == null) {
			throw new IllegalStateException("The school's types of work in Kundelik have none of kind " + kind
					+ ". Add one under Administration, types of work.");
		}
		input.put("type", kind);
		input.put("workType", KundelikRecords.number(workType));
		input.put("carriesMarks", work.carriesMarks());
		input.put("lesson", KundelikRecords.number(work.lesson().value()));
		input.put("lessonText", work.lesson().value());
		input.put("classGroup", KundelikRecords.number(work.classGroup().value()));
		input.put("classGroupText", work.classGroup().value());
		input.put("text", work.text());
		input.put("target", work.target().atStartOfDay().format(DateTimeFormatter.ISO_LOCAL_DATE_TIME));
		input.put("issued",
				LocalDateTime.ofInstant(work.issued(), this.zone).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME));
		byte[] body = body("kundelik/write-work.jq", input);
		return (work.existing() != null) ? new Request("changeWork", "PUT", "/v2/works/" + work.existing(), body)
				: new Request("writeWork", "POST", "/v2/works", body);
	}

	/**
	 * The rehearsal's own call: Kundelik has no known one for the criteria journal. It is
	 * made only when a school switches it on.
	 */
	private Request criteriaMark(JournalWrite.PutCriteriaMark mark, ObjectNode input) throws IOException {
		input.put("pupil", KundelikRecords.number(mark.pupil().value()));
		input.put("value", mark.value());
		return new Request("writeCriteriaMark", "POST",
				"/v2/edu-group/" + mark.classGroup() + "/criteriajournalsection/" + mark.section() + "/criteria-marks",
				body("kundelik/write-criteria-mark.jq", input));
	}

	/** That the person of a PUT stands in the query is inferred from the DELETE. */
	private Request attendance(JournalWrite.PutAttendance attendance, ObjectNode input, ExcusedAbsence excused)
			throws IOException {
		input.put("lesson", KundelikRecords.number(attendance.lesson().value()));
		input.put("lessonText", attendance.lesson().value());
		input.put("pupil", KundelikRecords.number(attendance.pupil().value()));
		input.put("pupilText", attendance.pupil().value());
		input.put("status", excused.word(attendance.status()));
		byte[] body = body("kundelik/write-log-entry.jq", input);
		String path = "/v2/lessons/" + attendance.lesson() + "/log-entries";
		return attendance.replaces()
				? new Request("changeLogEntry", "PUT", path + "?person=" + attendance.pupil(), body)
				: new Request("writeLogEntry", "POST", path, body);
	}

	/**
	 * Reads the answer to a write. Kundelik may put an error into a 200; an answer that
	 * cannot be understood leaves the write unsettled.
	 */
	JournalAnswer taken(JournalWrite write, @Nullable InputStream text) throws IOException {
		if (text == null) {
			return new JournalAnswer.Taken(write.delivery(), null);
		}
		byte[] bytes = text.readAllBytes();
		if (bytes.length == 0) {
			return new JournalAnswer.Taken(write.delivery(), null);
		}
		JsonNode answer = Json.read(new ByteArrayInputStream(bytes));
		if (answer.has("type") && answer.has("description")) {
			return refused(write, 200, type(answer));
		}
		String id = answer.path("id_str").asText(answer.path("id").asText(""));
		return new JournalAnswer.Taken(write.delivery(), id.isEmpty() ? null : id);
	}

	JournalAnswer failed(JournalWrite write, Exception failure) {
		if (this.troubles.isUnauthorized(failure)) {
			// says nothing about the entry, and nothing was written
			return new JournalAnswer.NotSent(write.delivery());
		}
		if (failure instanceof HttpOperationFailedException http && this.troubles.surelyRefused(http)) {
			return refused(write, http.getStatusCode(), type(http.getResponseBody()));
		}
		if (failure instanceof OutageException || failure instanceof SignInRefusedException
				|| this.troubles.surelyNotTaken(failure)) {
			return new JournalAnswer.NotSent(write.delivery());
		}
		if (failure instanceof IllegalStateException || failure instanceof MappingException) {
			// the request could not even be made
			return new JournalAnswer.Refused(write.delivery(), ProblemCode.JOURNAL_REFUSED,
					(failure instanceof MappingException) ? "mapping fails" : "no type of work");
		}
		return new JournalAnswer.Unsettled(write.delivery());
	}

	private JournalAnswer refused(JournalWrite write, int status, String type) {
		boolean forbidden = type.toLowerCase(Locale.ROOT).endsWith("forbidden")
				|| type.toLowerCase(Locale.ROOT).endsWith("notowner");
		return new JournalAnswer.Refused(write.delivery(),
				forbidden ? ProblemCode.JOURNAL_FORBIDS : ProblemCode.JOURNAL_REFUSED, status + " " + type);
	}

	/**
	 * The type of Kundelik's error body; its description may speak of people and is left
	 * out.
	 */
	private static String type(@Nullable String body) {
		if (body == null) {
			return "";
		}
		try {
			return type(Json.mapper().readTree(body));
		}
		catch (IOException notJson) {
			return "";
		}
	}

	private static String type(JsonNode error) {
		String type = error.path("type").asText("");
		return type.matches("[A-Za-z]{1,60}") ? type : "";
	}

	private byte[] body(String program, JsonNode input) throws IOException {
		return Json.bytes(this.programs.runOne(program, input));
	}

	/**
	 * A writing call.
	 */
	record Request(String name, String method, String path, byte[] body) {
	}

}
