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
import kz.kopir.run.RunContext;
import kz.kopir.school.Course;
import kz.kopir.school.CourseContent;
import kz.kopir.school.SchoolId;
import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * What the routes ask of Google Classroom: which lists to read, the request of the next
 * page, and what its answer means.
 */
public final class Classroom {

	/** The mappings that reading Classroom needs. */
	public static final List<String> PROGRAMS = Stream
		.of(ListKind.COURSES, ListKind.STUDENTS, ListKind.TOPICS, ListKind.COURSEWORK, ListKind.MATERIALS,
				ListKind.SUBMISSIONS)
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
	 * Stands for a course that could not be read.
	 * @throws RuntimeException when Classroom as a whole is out of reach: that is no
	 * matter of the course
	 */
	public CourseContent unreadable(Course course, Exchange exchange) {
		Exception failure = Calls.unwrapped(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class));
		if (failure instanceof OutageException outage) {
			throw outage;
		}
		if (failure instanceof SignInRefusedException refused) {
			throw refused;
		}
		return CourseContent.unreadable(course, Calls.describe(failure));
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
		message.setHeader(Exchange.HTTP_METHOD, "GET");
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
