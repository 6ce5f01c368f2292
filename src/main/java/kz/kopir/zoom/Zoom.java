package kz.kopir.zoom;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import kz.kopir.call.AnswerNotUnderstoodException;
import kz.kopir.call.Breakers;
import kz.kopir.call.Calls;
import kz.kopir.call.OutsideSystem;
import kz.kopir.mapping.NotJsonException;
import kz.kopir.mapping.Programs;
import kz.kopir.problem.ProblemCode;
import kz.kopir.run.RunContext;
import kz.kopir.school.LessonSlot;
import kz.kopir.school.Meeting;
import kz.kopir.school.SchoolId;
import kz.kopir.school.TeacherId;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.http.HttpMethods;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the routes ask of Zoom: which lists to read and whose participants, the request of
 * the next page, and what its answer means.
 */
public final class Zoom {

	/** The mappings that reading Zoom needs. */
	public static final List<String> PROGRAMS = List.of("zoom/history-meeting.jq", "zoom/meeting.jq",
			"zoom/participant.jq", "zoom/user.jq");

	private static final Logger logger = LoggerFactory.getLogger(Zoom.class);

	private static final String LIST = "zoomList";

	private static final String TOKEN = "zoomToken";

	private static final Map<String, String> PAGE = Map.of("page_size", "300");

	/** Marks the list of users. */
	private static final Object USERS = "users";

	private final Function<SchoolId, @Nullable ZoomAccount> accounts;

	private final ZoomSignIn signIn;

	private final Breakers breakers;

	private final ParticipantPulls pulls;

	private final ZoomListings listings;

	private final DailyBudget budget;

	private final PullMoments moments;

	private final Clock clock;

	private final ZoomUsers users;

	private final ZoomIntake intake;

	/**
	 * @param accounts the account of each school; null for a school without one
	 * @param exchange asks Zoom's token endpoint
	 * @param programs the mappings
	 * @param breakers opened by an outage
	 * @param stores what is remembered
	 * @param moments when Zoom is asked
	 * @param clock tells what has ended
	 */
	public Zoom(Function<SchoolId, @Nullable ZoomAccount> accounts, TokenExchange exchange, Programs programs,
			Breakers breakers, ZoomStores stores, PullMoments moments, Clock clock) {
		this.accounts = accounts;
		this.signIn = new ZoomSignIn(this::account, exchange, clock);
		this.breakers = breakers;
		this.pulls = new ParticipantPulls(stores, moments, clock);
		this.listings = stores.listings();
		this.intake = new ZoomIntake(new ZoomRecords(programs), stores, clock);
		this.users = stores.users();
		this.budget = stores.budget();
		this.moments = moments;
		this.clock = clock;
	}

	/** Whether a school gives the gateway access to Zoom. */
	public boolean isUsed(SchoolId school) {
		return this.accounts.apply(school) != null;
	}

	/**
	 * The teacher of a host: by the school's table, or by the employee's id that the
	 * school keeps in Zoom.
	 */
	public Optional<TeacherId> teacher(SchoolId school, String host) {
		ZoomAccount account = this.accounts.apply(school);
		return (account != null) ? new ZoomHosts(account.teachers(), this.users.find(school)).teacher(host)
				: Optional.empty();
	}

	/** Begins to ask for the meetings of lessons. */
	public ZoomCollection collect(RunContext run, Collection<LessonSlot> slots) {
		return new ZoomCollection(run, slots);
	}

	/** Says that what follows is asked of Zoom. */
	public void beginScopes(Exchange exchange) {
		Calls.begin(exchange, OutsideSystem.ZOOM);
	}

	/**
	 * Looks whether the school's app may read all that is needed.
	 * @throws IOException when no token can be had at the moment
	 */
	public void checkScopes(ZoomCollection collection) throws IOException {
		SchoolId school = collection.run().school();
		List<String> missing = ZoomScopes.missing(this.signIn.token(school).scopes(), account(school).discovery());
		collection.missing(missing);
		if (!missing.isEmpty()) {
			logger.warn("run={} school={} route=zoom-scopes code=ZOOM_SCOPE_MISSING scopes={}", collection.run(),
					school, missing);
			// the next token may have what was added meanwhile; this one never will
			this.signIn.invalidate(school, this.signIn.token(school).text());
		}
	}

	/** Lists that are due: the users once a day, and meetings when lessons have ended. */
	public List<ZoomList> lists(ZoomCollection collection) {
		if (!collection.isAllowed()) {
			return List.of();
		}
		SchoolId school = collection.run().school();
		List<ZoomList> lists = new ArrayList<>(new Discovery(this.listings, this.moments).lists(school, account(school),
				collection.slots(), this.clock.instant()));
		if (!lists.isEmpty()) {
			lists.addAll(0, users(collection));
		}
		return lists;
	}

	/** The list of users, unless it was read today or may not be. */
	public List<ZoomList> users(ZoomCollection collection) {
		boolean due = collection.isAllowed() && !this.users.areOf(collection.run().school(), today());
		return due ? List.of(new ZoomList("users", "/v2/users", "users", PAGE, USERS)) : List.of();
	}

	/** How many users of the account have no licence, and so no reports. */
	public long withoutLicence(SchoolId school) {
		return this.users.find(school).values().stream().filter(ZoomRecords.User::isBasic).count();
	}

	/**
	 * Those of these meetings whose participants are to be asked for now. Meetings of
	 * users without a licence are not: Zoom keeps no report of them.
	 */
	public List<ParticipantPull> pulls(ZoomCollection collection, Collection<Meeting> meetings) {
		SchoolId school = collection.run().school();
		if (!collection.isAllowed()) {
			return List.of();
		}
		return this.pulls.due(collection, account(school), meetings);
	}

	/** The list of a meeting's participants. */
	public ZoomList participants(ParticipantPull pull) {
		pull.asked();
		Map<String, String> query = Map.of("page_size", "300", "include_fields", "registrant_id");
		return new ZoomList("participants",
				"/v2/report/meetings/" + MeetingPath.segment(pull.meeting().id()) + "/participants", "participants",
				query, pull);
	}

	/** Whether there is a page left to read. */
	public boolean unfinished(@Nullable Object body) {
		return body instanceof ZoomList list && list.isUnfinished();
	}

	/** Whether a meeting's participants are to be asked for, or once more. */
	public boolean wanted(ParticipantPull pull) {
		return pull.isWanted();
	}

	/** Makes the list known to the steps that follow, whatever becomes of the body. */
	public void begin(Exchange exchange) {
		exchange.setProperty(LIST, exchange.getMessage().getBody(ZoomList.class));
		Calls.begin(exchange, OutsideSystem.ZOOM);
	}

	/**
	 * Prepares the request of the next page.
	 * @throws IOException when no token can be had at the moment
	 * @throws ZoomClosedException when the day's calls are used up
	 */
	public void request(Exchange exchange) throws IOException {
		this.breakers.enter(OutsideSystem.ZOOM);
		RunContext run = Calls.runOf(exchange);
		ZoomList list = list(exchange);
		String token = this.signIn.token(run.school()).text();
		this.budget.take(run.school(), account(run.school()).requestsPerDay());
		exchange.setProperty(TOKEN, token);
		Message message = exchange.getMessage();
		message.removeHeaders("*");
		message.setBody(null);
		message.setHeader(Exchange.HTTP_METHOD, HttpMethods.GET);
		message.setHeader(Exchange.HTTP_PATH, list.path());
		message.setHeader(Exchange.HTTP_QUERY, list.query());
		message.setHeader("Authorization", "Bearer " + token);
		message.setHeader("Accept", "application/json");
		run.counts().add("requests.zoom." + list.name(), 1);
	}

	/**
	 * Takes the answer as the next page of the list, which becomes the body again.
	 * @throws IOException when the answer is no such page
	 * @throws HttpOperationFailedException when the trouble may pass
	 * @throws ZoomRefusedException when Zoom refuses, with whatever status
	 */
	public void answer(Exchange exchange) throws IOException, HttpOperationFailedException {
		ZoomList list = list(exchange);
		RunContext run = Calls.runOf(exchange);
		try (InputStream text = exchange.getMessage().getBody(InputStream.class)) {
			JsonNode page = ZoomAnswers.read(exchange, text,
					(until) -> this.budget.close(run.school(), until.orElseGet(this.budget::endOfDay)));
			run.counts().add("records.zoom." + list.name(), list.accept(page));
		}
		catch (NotJsonException ex) {
			throw new AnswerNotUnderstoodException("Zoom's " + list.name() + ": " + ex.getMessage());
		}
		catch (ZoomRefusedException ex) {
			this.breakers.answered(OutsideSystem.ZOOM);
			if (ex.isNotThere() && list.about() instanceof ParticipantPull) {
				// what every report says in the first minutes is no failure
				list.endEmpty();
			}
			else if (!ex.isInvalid() || !list.beginAnew()) {
				throw ex;
			}
		}
		this.breakers.answered(OutsideSystem.ZOOM);
		exchange.getMessage().removeHeaders("*");
		exchange.getMessage().setBody(list);
	}

	/** Takes a list that was read to its end. */
	public void taken(ZoomCollection collection, ZoomList list) {
		ZoomAccount account = account(collection.run().school());
		if (list.about() instanceof Discovery.Listed listed) {
			this.intake.meetings(collection, list, listed);
		}
		else if (list.about() instanceof ParticipantPull pull) {
			this.intake.participants(collection.run(), list, pull, account);
		}
		else {
			this.intake.users(collection, list);
		}
		collection.read();
	}

	/**
	 * Takes note that a list could not be read; the others go on.
	 * @throws RuntimeException when it is no matter of this list: an outage, a refused
	 * sign-in, a used up day, a missing scope
	 */
	public void failed(ZoomCollection collection, ZoomList list, Exception caught) {
		Throwable failure = ZoomAnswers.ofOneList(caught);
		RunContext run = collection.run();
		boolean forEver = failure instanceof ZoomRefusedException refused && refused.isForEver();
		if (list.about() instanceof ParticipantPull pull) {
			this.pulls.failed(run.school(), pull, forEver ? ZoomAnswers.describe(failure) : null);
		}
		logger.warn("run={} school={} route=zoom-list code={} list={} what={}", run, run.school(),
				forEver ? ProblemCode.ZOOM_PLAN_TOO_SMALL : ProblemCode.ZOOM_LIST_UNREADABLE, list.name(),
				ZoomAnswers.describe(failure));
		if (forEver) {
			collection.note(ProblemCode.ZOOM_PLAN_TOO_SMALL, "zoom-list:" + list.name(),
					Map.of("answer", ZoomAnswers.describe(failure)));
		}
		else {
			collection.unreadable(list.name(), ZoomAnswers.describe(failure),
					!(failure instanceof ZoomRefusedException));
		}
	}

	/**
	 * Erases when meetings of days before this one were listed, and what was asked then.
	 */
	public void forget(SchoolId school, LocalDate before) {
		this.listings.erase(school, before);
	}

	/** Forgets the token that was refused. */
	public void tokenRefused(Exchange exchange) {
		this.signIn.invalidate(Calls.runOf(exchange).school(), exchange.getProperty(TOKEN, String.class));
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
	}

	private ZoomAccount account(SchoolId school) {
		ZoomAccount account = this.accounts.apply(school);
		if (account == null) {
			throw new IllegalStateException("School " + school + " has no Zoom account in the settings.");
		}
		return account;
	}

	private static ZoomList list(Exchange exchange) {
		return exchange.getProperty(LIST, ZoomList.class);
	}

}
