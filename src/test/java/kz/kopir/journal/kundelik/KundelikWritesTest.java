package kz.kopir.journal.kundelik;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.call.OutageException;
import kz.kopir.call.OutsideSystem;
import kz.kopir.call.SignInRefusedException;
import kz.kopir.call.Troubles;
import kz.kopir.journal.JournalAnswer;
import kz.kopir.journal.JournalWrite;
import kz.kopir.mapping.Json;
import kz.kopir.mapping.Programs;
import kz.kopir.problem.ProblemCode;
import kz.kopir.school.AttendanceStatus;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.LessonId;
import kz.kopir.school.PupilId;
import kz.kopir.school.WorkId;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class KundelikWritesTest {

	private static final Map<String, String> TYPES = Map.of("Homework", "1000000000000000005", "CommonWork", "6");

	private static final JournalWrite.PutMark MARK = new JournalWrite.PutMark("d1", new WorkId("1000000000000000601"),
			new PupilId("1000000000000000042"), 8);

	private final KundelikWrites writes = new KundelikWrites(new Programs(new DefaultResourceLoader(), "file:mappings"),
			new Troubles(), ZoneId.of("Asia/Almaty"));

	@Test
	void aMarkIsPostedForItsPupilAndWork() throws IOException {
		KundelikWrites.Request request = this.writes.request(MARK, Map.of(), ExcusedAbsence.ABSENT);
		assertThat(request.method() + " " + request.path())
			.isEqualTo("POST /v2/persons/1000000000000000042/works/1000000000000000601/mark");
		assertThat(json(request.body())).hasToString("{\"value\":\"8\"}");
	}

	@Test
	void aNewHomeworkIsPostedAndItsChangePut() throws IOException {
		KundelikWrites.Request added = this.writes.request(work(null, true), TYPES, ExcusedAbsence.ABSENT);
		assertThat(added.method() + " " + added.path()).isEqualTo("POST /v2/works");
		JsonNode body = json(added.body());
		assertThat(body.path("lesson").longValue()).isEqualTo(1000000000000000501L);
		assertThat(body.path("workType").longValue()).isEqualTo(1000000000000000005L);
		assertThat(body.path("type").asText()).isEqualTo("Homework");
		assertThat(body.path("targetDate").asText()).isEqualTo("2026-11-20T00:00:00");
		assertThat(body.path("sentDate").asText()).as("in the school's zone").isEqualTo("2026-11-19T01:30:00");
		KundelikWrites.Request changed = this.writes.request(work(new WorkId("77"), false), TYPES,
				ExcusedAbsence.ABSENT);
		assertThat(changed.method() + " " + changed.path()).isEqualTo("PUT /v2/works/77");
		assertThat(json(changed.body()).path("type").asText()).isEqualTo("CommonWork");
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			PRESENT, ABSENT, Attend
			LATE,    ABSENT, Late
			ILL,     ABSENT, Ill
			ABSENT,  ABSENT, Pass
			EXCUSED, ABSENT, Absent
			ABSENT,  PASS,   Absent
			EXCUSED, PASS,   Pass
			""")
	void anAttendanceIsPostedInTheWordsOfTheSchool(AttendanceStatus status, ExcusedAbsence excused, String word)
			throws IOException {
		KundelikWrites.Request request = this.writes.request(attendance(status, false), Map.of(), excused);
		assertThat(request.method() + " " + request.path())
			.isEqualTo("POST /v2/lessons/1000000000000000501/log-entries");
		assertThat(json(request.body())).isEqualTo(json(("""
				{"person":1000000000000000042,"person_str":"1000000000000000042","lesson":1000000000000000501,
				"lesson_str":"1000000000000000501","status":"%s"}""").formatted(word)
			.getBytes(StandardCharsets.UTF_8)));
		assertThat(excused.status(word)).as("read as it is written").isEqualTo(status);
	}

	@Test
	void anAttendanceThatReplacesOneIsPutForItsPupil() throws IOException {
		KundelikWrites.Request request = this.writes.request(attendance(AttendanceStatus.LATE, true), Map.of(),
				ExcusedAbsence.ABSENT);
		assertThat(request.method() + " " + request.path())
			.isEqualTo("PUT /v2/lessons/1000000000000000501/log-entries?person=1000000000000000042");
		assertThat(attendance(AttendanceStatus.LATE, true)).hasToString("PutAttendance[d1]");
	}

	@Test
	void aSchoolWithoutTheTypeOfWorkIsToldWhatToDo() {
		assertThatIllegalStateException()
			.isThrownBy(() -> this.writes.request(work(null, true), Map.of(), ExcusedAbsence.ABSENT))
			.withMessageContaining("Homework")
			.withMessageContaining("Add one");
		assertThat(this.writes.failed(MARK, new IllegalStateException())).isInstanceOf(JournalAnswer.Refused.class);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			{"id_str":"77","id":78} | 77
			{"id":1000000000000000701} | 1000000000000000701
			{} | -
			{"type":"Homework","id":5} | 5
			'' | -
			""")
	void theIdOfWhatWasWrittenIsKeptWhenKundelikTellsIt(String answer, @Nullable String id) throws IOException {
		assertThat(taken(answer)).isEqualTo(new JournalAnswer.Taken("d1", id));
		assertThat(this.writes.taken(MARK, null)).isEqualTo(new JournalAnswer.Taken("d1", null));
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			parameterInvalid,            JOURNAL_REFUSED
			authorizationSystemForbidden, JOURNAL_FORBIDS
			notOwner,                    JOURNAL_FORBIDS
			""")
	void anErrorWithinA200IsARefusal(String type, ProblemCode code) throws IOException {
		assertThat(taken("{\"type\":\"" + type + "\",\"description\":\"Тегі Аты\"}"))
			.isEqualTo(new JournalAnswer.Refused("d1", code, "200 " + type));
	}

	@Test
	void freeTextOfARefusalIsNotTold() throws IOException {
		assertThat(taken("{\"type\":\"Тегі Аты 8\",\"description\":\"x\"}"))
			.isEqualTo(new JournalAnswer.Refused("d1", ProblemCode.JOURNAL_REFUSED, "200 "));
		assertThat(this.writes.failed(MARK, http(400, "{\"type\":\"Тегі Аты\",\"description\":\"x\"}")))
			.isEqualTo(new JournalAnswer.Refused("d1", ProblemCode.JOURNAL_REFUSED, "400 "));
		assertThat(this.writes.failed(MARK, http(403, "<html>")))
			.isEqualTo(new JournalAnswer.Refused("d1", ProblemCode.JOURNAL_REFUSED, "403 "));
	}

	@ParameterizedTest
	@ValueSource(strings = { "<html></html>", "{\"id\":", "nothing" })
	void anAnswerThatIsNoJsonLeavesTheWriteInDoubt(String answer) {
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> taken(answer))
			.satisfies((failure) -> assertThat(this.writes.failed(MARK, failure))
				.isEqualTo(new JournalAnswer.Unsettled("d1")));
	}

	@Test
	void aFailureSaysWhatIsKnownOfTheWrite() {
		JournalAnswer unsettled = new JournalAnswer.Unsettled("d1");
		JournalAnswer notSent = new JournalAnswer.NotSent("d1");
		assertThat(this.writes.failed(MARK, new SocketTimeoutException())).isEqualTo(unsettled);
		assertThat(this.writes.failed(MARK, http(500, null))).isEqualTo(unsettled);
		assertThat(this.writes.failed(MARK, http(302, null))).isEqualTo(unsettled);
		assertThat(this.writes.failed(MARK, new ConnectException())).isEqualTo(notSent);
		assertThat(this.writes.failed(MARK, http(503, null))).isEqualTo(notSent);
		assertThat(this.writes.failed(MARK, http(429, null))).isEqualTo(notSent);
		assertThat(this.writes.failed(MARK, http(401, null))).isEqualTo(notSent);
		assertThat(this.writes.failed(MARK, new OutageException(OutsideSystem.JOURNAL))).isEqualTo(notSent);
		assertThat(this.writes.failed(MARK, new SignInRefusedException(OutsideSystem.JOURNAL, ""))).isEqualTo(notSent);
	}

	private JournalAnswer taken(String answer) throws IOException {
		return this.writes.taken(MARK, new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
	}

	private static JournalWrite attendance(AttendanceStatus status, boolean replaces) {
		return new JournalWrite.PutAttendance("d1", new LessonId("1000000000000000501"),
				new PupilId("1000000000000000042"), status, replaces);
	}

	private static JournalWrite work(@Nullable WorkId existing, boolean homework) {
		return new JournalWrite.PutWork("d1", existing, new ClassGroupId("70"), new LessonId("1000000000000000501"),
				homework, "§ 12", LocalDate.of(2026, 11, 20), Instant.parse("2026-11-18T20:30:00Z"), true);
	}

	private static JsonNode json(byte[] body) throws IOException {
		return Json.read(new ByteArrayInputStream(body));
	}

	private static HttpOperationFailedException http(int status, @Nullable String body) {
		return new HttpOperationFailedException("http://localhost/", status, "", null, Map.of(), body);
	}

}
