package kz.kopir.classroom;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import kz.kopir.call.AnswerNotUnderstoodException;
import kz.kopir.call.Breakers;
import kz.kopir.call.Calls;
import kz.kopir.call.OutageException;
import kz.kopir.call.OutsideSystem;
import kz.kopir.call.SignInRefusedException;
import kz.kopir.mapping.Json;
import kz.kopir.mapping.NotJsonException;
import kz.kopir.mapping.Programs;
import kz.kopir.problem.ProblemCode;
import kz.kopir.run.RunContext;
import kz.kopir.school.ClassroomUser;
import kz.kopir.school.Course;
import kz.kopir.school.CourseAliases;
import kz.kopir.school.CourseContent;
import kz.kopir.school.SchoolId;
import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.http.HttpMethods;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the routes ask of Google Classroom: which lists to read, the request of the next
 * page, and what its answer means.
 */
public final class Classroom {

	private static final Logger logger = LoggerFactory.getLogger(Classroom.class);

	/** The mappings that reading Classroom needs. */
	public static final List<String> PROGRAMS = Stream
		.of(ListKind.COURSES, ListKind.STUDENTS, ListKind.TOPICS, ListKind.COURSEWORK, ListKind.MATERIALS,
				ListKind.SUBMISSIONS, ListKind.ALIASES)
		.map(ListKind::program)
		.toList();

	/** Exchange property: the {@link Listing} that is being read. */
	private static final String LISTING = "listing";

	private final GoogleSignIn signIn;

	private final Programs programs;

	private final Breakers breakers;

	public Classroom(Function<SchoolId, ClassroomAccount> accounts, Programs programs, Breakers breakers) {
		this.signIn = new GoogleSignIn(accounts);
		this.programs = programs;
		this.breakers = breakers;
	}

	/** Begins to read the school's active courses. */
	public Listing<Course> courses() {
		return new Listing<>(ListKind.COURSES, null);
	}

	/** Begins to read the pupils of a course. */
	public Listing<ClassroomUser> pupils(Course course) {
		return new Listing<>(ListKind.STUDENTS, course.id());
	}

	/**
	 * Scopes that the gateway needs and that a school does not give it, by their full
	 * names.
	 * @throws IOException when Google's token endpoint fails in a way that may pass
	 * @throws SignInRefusedException when Google refuses the credentials themselves
	 */
	public List<String> missingScopes(SchoolId school) throws IOException {
		return this.signIn.missingScopes(school);
	}

	/** Begins to read the aliases of a course. */
	public Listing<String> aliases(Course course) {
		return new Listing<>(ListKind.ALIASES, course.id());
	}

	/** The aliases of a course that were read. */
	public CourseAliases aliases(Course course, Listing<String> aliases) {
		return new CourseAliases(course.id(), aliases.records());
	}

	/**
	 * Stands for a course whose aliases could not be read: it has none then, and remains
	 * a problem as long as nothing else links it.
	 * @throws OutageException when Classroom as a whole is away
	 * @throws SignInRefusedException when Classroom lets the gateway in nowhere
	 */
	public CourseAliases aliasesUnreadable(Course course, Exchange exchange) {
		logUnreadable(ProblemCode.COURSE_NOT_LINKED, course, exchange);
		return new CourseAliases(course.id(), List.of());
	}

	/**
	 * Whether there is a page left to read. The loop asks also when a page has failed;
	 * then the body is whatever the answer left, and the failure must not be covered by
	 * another one.
	 */
	public boolean unfinished(@Nullable Object body) {
		return body instanceof Listing<?> listing && listing.isUnfinished();
	}

	/** Begins to read one course. */
	public CourseReading course(Course course) {
		return new CourseReading(course);
	}

	/**
	 * Stands for a course that could not be read to its end, so that the others go on.
	 * @throws OutageException when Classroom as a whole is away: then no other goes on
	 * @throws SignInRefusedException when Classroom lets the gateway in nowhere
	 */
	public CourseContent unreadable(Course course, Exchange exchange) {
		return CourseContent.unreadable(course, logUnreadable(ProblemCode.COURSE_UNREADABLE, course, exchange));
	}

	private static String logUnreadable(ProblemCode code, Course course, Exchange exchange) {
		Throwable cause = Calls.cause(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class));
		if (cause instanceof OutageException outage) {
			throw outage;
		}
		if (cause instanceof SignInRefusedException refused) {
			throw refused;
		}
		RunContext run = Calls.runOf(exchange);
		String what = Calls.describe(cause);
		logger.warn("run={} school={} route={} code={} course={} what={}", run, run.school(), exchange.getFromRouteId(),
				code, course.id(), what);
		return what;
	}

	/** Makes the listing known to the steps that follow, whatever becomes of the body. */
	public void begin(Exchange exchange) {
		exchange.setProperty(LISTING, exchange.getMessage().getBody(Listing.class));
		Calls.begin(exchange, OutsideSystem.CLASSROOM);
	}

	/** Who acts, for the rate budget per user. */
	public String user(Exchange exchange) {
		return this.signIn.user(Calls.runOf(exchange).school());
	}

	/**
	 * Prepares the request of the next page.
	 * @throws IOException when no token can be had at the moment
	 */
	public void request(Exchange exchange) throws IOException {
		this.breakers.enter(OutsideSystem.CLASSROOM);
		RunContext run = Calls.runOf(exchange);
		Listing<?> listing = listing(exchange);
		Message message = exchange.getMessage();
		message.removeHeaders("*");
		message.setBody(null);
		// as the constant, because Camel would search its converters for a text each time
		message.setHeader(Exchange.HTTP_METHOD, HttpMethods.GET);
		message.setHeader(Exchange.HTTP_PATH, listing.path());
		message.setHeader(Exchange.HTTP_QUERY, query(listing));
		message.setHeader("Authorization", "Bearer " + this.signIn.bearer(run.school()));
		message.setHeader("Accept", "application/json");
		// Google compresses only for clients that say gzip here too
		message.setHeader("User-Agent", "Kopir (gzip)");
		run.counts().add("requests.classroom." + listing.name(), 1);
	}

	/**
	 * Takes the answer as the next page of the listing, which becomes the body again.
	 * @throws IOException when the answer is no such page
	 */
	public void answer(Exchange exchange) throws IOException {
		Listing<?> listing = listing(exchange);
		try (InputStream text = exchange.getMessage().getBody(InputStream.class)) {
			int records = listing.accept(page(listing, text), this.programs);
			Calls.runOf(exchange).counts().add("records.classroom." + listing.name(), records);
		}
		this.breakers.answered(OutsideSystem.CLASSROOM);
		exchange.getMessage().removeHeaders("*");
		exchange.getMessage().setBody(listing);
	}

	private static JsonNode page(Listing<?> listing, InputStream text) throws IOException {
		try {
			return Json.read(text);
		}
		catch (NotJsonException ex) {
			throw new AnswerNotUnderstoodException(listing.place() + ": " + ex.getMessage());
		}
	}

	/** Forgets the token that was refused. */
	public void tokenRefused(Exchange exchange) {
		this.signIn.invalidate(Calls.runOf(exchange).school());
	}

	private static Listing<?> listing(Exchange exchange) {
		return exchange.getProperty(LISTING, Listing.class);
	}

	private static String query(Listing<?> listing) {
		return listing.query()
			.entrySet()
			.stream()
			.flatMap((parameter) -> parameter.getValue()
				.stream()
				.map((value) -> parameter.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
			.collect(Collectors.joining("&"));
	}

}
