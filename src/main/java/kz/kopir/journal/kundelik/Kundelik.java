package kz.kopir.journal.kundelik;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.call.AnswerNotUnderstoodException;
import kz.kopir.call.Breakers;
import kz.kopir.call.Calls;
import kz.kopir.call.OutsideSystem;
import kz.kopir.call.Troubles;
import kz.kopir.journal.AttendanceQuestion;
import kz.kopir.journal.CriteriaQuestion;
import kz.kopir.journal.JournalAnswer;
import kz.kopir.journal.JournalQuestion;
import kz.kopir.journal.JournalWrite;
import kz.kopir.journal.LessonSlotQuestion;
import kz.kopir.mapping.Json;
import kz.kopir.mapping.NotJsonException;
import kz.kopir.mapping.MappingException;
import kz.kopir.mapping.Programs;
import kz.kopir.mapping.RecordException;
import kz.kopir.run.RunContext;
import kz.kopir.school.SchoolId;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.http.HttpMethods;
import org.jspecify.annotations.Nullable;

/**
 * The adapter of the journal port for Kundelik.kz: its requests and what its answers
 * mean.
 */
public final class Kundelik {

	/** The mappings that speaking to Kundelik needs. */
	public static final List<String> PROGRAMS = List.of("kundelik/class-group.jq", "kundelik/pupil.jq",
			"kundelik/subject.jq", "kundelik/work-type.jq", "kundelik/term.jq", "kundelik/lesson.jq",
			"kundelik/mark.jq", "kundelik/write-work.jq", "kundelik/write-mark.jq", "kundelik/school.jq",
			"kundelik/bells.jq", "kundelik/log-entry.jq", "kundelik/write-log-entry.jq", "kundelik/criteria-section.jq",
			"kundelik/criteria-mark.jq", "kundelik/criteria-pupil.jq", "kundelik/write-criteria-mark.jq");

	private static final String REQUEST = "kundelikRequest";

	private static final String WRITE = "kundelikWrite";

	private static final String TOKEN = "kundelikToken";

	private final Function<SchoolId, KundelikAccount> accounts;

	private final KundelikSignIn signIn;

	private final KundelikRecords records;

	private final AttendanceRecords attendanceRecords;

	private final CriteriaRecords criteriaRecords;

	private final KundelikWrites writes;

	private final Breakers breakers;

	private final int windowDays;

	private final ZoneId zone;

	private final Map<SchoolId, Map<String, String>> workTypes = new ConcurrentHashMap<>();

	/**
	 * @param accounts the account of each school
	 * @param tokenExchange sends a request to Kundelik's authorization endpoint
	 * @param programs the mappings
	 * @param troubles tells a refusal from an unsettled write
	 * @param breakers opened by an outage
	 * @param windowDays most days that one read of lessons or marks may span
	 * @param zone time zone of the school
	 */
	public Kundelik(Function<SchoolId, KundelikAccount> accounts, TokenExchange tokenExchange, Programs programs,
			Troubles troubles, Breakers breakers, int windowDays, ZoneId zone) {
		this.accounts = accounts;
		this.signIn = new KundelikSignIn(accounts, tokenExchange);
		this.records = new KundelikRecords(programs);
		this.attendanceRecords = new AttendanceRecords(programs);
		this.criteriaRecords = new CriteriaRecords(programs);
		this.writes = new KundelikWrites(programs, troubles, zone);
		this.breakers = breakers;
		this.windowDays = windowDays;
		this.zone = zone;
	}

	/** Begins to read what the journal says of the school of the run. */
	public FrameReading frame(Exchange exchange) {
		// the calls are made in parts of this exchange, of which only the failure comes
		// back
		Calls.begin(exchange, OutsideSystem.JOURNAL);
		return new FrameReading(this.records, this.accounts.apply(Calls.runOf(exchange).school()).school());
	}

	/** Keeps what later writes need to know of the school. */
	public void remember(FrameReading frame, Exchange exchange) {
		this.workTypes.put(Calls.runOf(exchange).school(), Map.copyOf(frame.workTypes()));
	}

	/** Begins to read what the journal holds for one class group. */
	public ClassGroupReading classGroup(JournalQuestion question) {
		return new ClassGroupReading(this.records, question, this.windowDays);
	}

	/** Begins to read what the criteria journal holds for one class group. */
	public CriteriaReading criteria(CriteriaQuestion question) {
		return new CriteriaReading(this.criteriaRecords, question);
	}

	/** Begins to read when some class groups have which lessons. */
	public LessonSlotReading lessonSlots(LessonSlotQuestion question) {
		return new LessonSlotReading(this.attendanceRecords, question, this.windowDays, this.zone);
	}

	/** Begins to read what attendance the journal holds on some lessons. */
	public AttendanceReading attendance(AttendanceQuestion question, Exchange exchange) {
		return new AttendanceReading(this.attendanceRecords, question, excused(exchange));
	}

	/** Begins to read which statuses the journal of the run's school takes. */
	public AttendanceStatusReading attendanceStatuses(Exchange exchange) {
		return new AttendanceStatusReading(this.attendanceRecords, excused(exchange));
	}

	/**
	 * Makes the reading request known to the steps that follow, whatever becomes of the
	 * body.
	 */
	public void beginRead(KundelikRequest request, Exchange exchange) {
		exchange.setProperty(REQUEST, request);
		Calls.begin(exchange, OutsideSystem.JOURNAL);
	}

	/** Prepares a reading call. */
	public void readRequest(Exchange exchange) throws IOException {
		KundelikRequest request = exchange.getProperty(REQUEST, KundelikRequest.class);
		JsonNode body = request.body();
		prepare(exchange, (body != null) ? "POST" : "GET", request.path(), (body != null) ? Json.bytes(body) : null);
		Calls.runOf(exchange).counts().add("requests.journal." + request.name(), 1);
	}

	/**
	 * Takes the answer of a reading call.
	 * @throws IOException when it cannot be understood
	 */
	public void readAnswer(Exchange exchange) throws IOException {
		KundelikRequest request = exchange.getProperty(REQUEST, KundelikRequest.class);
		try (InputStream text = exchange.getMessage().getBody(InputStream.class)) {
			JsonNode answer = Json.read(text);
			request.sink().accept(answer);
			Calls.runOf(exchange).counts().add("records.journal." + request.name(), answer.size());
		}
		catch (NotJsonException | RecordException | MappingException ex) {
			throw new AnswerNotUnderstoodException(
					"Kundelik's " + request.name() + " cannot be understood: " + ex.getMessage());
		}
		this.breakers.answered(OutsideSystem.JOURNAL);
		exchange.getMessage().removeHeaders("*");
	}

	/** Makes the write known to the steps that follow, whatever becomes of the body. */
	public void beginWrite(JournalWrite write, Exchange exchange) {
		exchange.setProperty(WRITE, write);
		Calls.begin(exchange, OutsideSystem.JOURNAL);
	}

	/** Prepares a writing call. */
	public void writeRequest(Exchange exchange) throws IOException {
		JournalWrite write = write(exchange);
		RunContext run = Calls.runOf(exchange);
		KundelikWrites.Request request = this.writes.request(write, this.workTypes.getOrDefault(run.school(), Map.of()),
				excused(exchange));
		prepare(exchange, request.method(), request.path(), request.body());
		run.counts().add("requests.journal." + request.name(), 1);
	}

	/** What became of a write that was answered. */
	public JournalAnswer writeAnswer(Exchange exchange) throws IOException {
		try (InputStream text = exchange.getMessage().getBody(InputStream.class)) {
			JournalAnswer answer = this.writes.taken(write(exchange), text);
			this.breakers.answered(OutsideSystem.JOURNAL);
			exchange.getMessage().removeHeaders("*");
			return answer;
		}
	}

	/** What became of a write that failed. */
	public JournalAnswer writeFailure(Exchange exchange) {
		Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
		exchange.getMessage().removeHeaders("*");
		return this.writes.failed(write(exchange), failure);
	}

	/** Forgets the token that was refused. */
	public void tokenRefused(Exchange exchange) {
		this.signIn.invalidate(Calls.runOf(exchange).school(), exchange.getProperty(TOKEN, String.class));
	}

	private void prepare(Exchange exchange, String method, String path, byte @Nullable [] body) throws IOException {
		this.breakers.enter(OutsideSystem.JOURNAL);
		String token = this.signIn.token(Calls.runOf(exchange).school());
		exchange.setProperty(TOKEN, token);
		Message message = exchange.getMessage();
		message.removeHeaders("*");
		message.setBody(body);
		// as the constant, because Camel would search its converters for a text each time
		message.setHeader(Exchange.HTTP_METHOD, HttpMethods.valueOf(method));
		int query = path.indexOf('?');
		message.setHeader(Exchange.HTTP_PATH, (query < 0) ? path : path.substring(0, query));
		if (query >= 0) {
			message.setHeader(Exchange.HTTP_QUERY, path.substring(query + 1));
		}
		message.setHeader("Access-Token", token);
		message.setHeader("Accept", "application/json");
		if (body != null) {
			message.setHeader(Exchange.CONTENT_TYPE, "application/json; charset=UTF-8");
		}
	}

	private ExcusedAbsence excused(Exchange exchange) {
		return this.accounts.apply(Calls.runOf(exchange).school()).excused();
	}

	private static JournalWrite write(Exchange exchange) {
		return exchange.getProperty(WRITE, JournalWrite.class);
	}

}
