package kz.kopir.rehearsal.zoom;

import java.net.URI;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

import kz.kopir.rehearsal.http.CallObserver;
import kz.kopir.rehearsal.http.FaultScript;
import kz.kopir.rehearsal.http.RequestCounts;
import kz.kopir.rehearsal.http.StandIn;
import kz.kopir.rehearsal.world.MeetingFacts;
import kz.kopir.rehearsal.world.World;
import kz.kopir.rehearsal.zoom.ZoomSettings.Switches;

/**
 * A stand-in for Zoom: a server on loopback with the token endpoint {@code /oauth/token}
 * and, under {@code /v2/}, users, past meetings and reports of the generated school's
 * account. What shows of a meeting depends on the clock: nothing while it runs and for
 * some minutes after, then rows without duration, then fewer rows, then all.
 */
public final class ZoomStandIn implements AutoCloseable {

	private static final String TOKEN_PATH = "/oauth/token";

	private final StandIn standIn;

	private final AtomicReference<Switches> switches;

	private final Tokens tokens;

	private final Book book;

	private ZoomStandIn(World world, ZoomSettings settings, FaultScript faults, Clock clock) {
		this.switches = new AtomicReference<>(settings.switches());
		this.tokens = new Tokens(settings.credentials(), this.switches::get, clock);
		this.book = new Book(world, settings, this.switches::get, clock);
		Api api = new Api(this.tokens, new Limits(this.switches::get, clock),
				new Reads(this.book, new Pages(clock), clock), this.switches::get);
		this.standIn = StandIn.start("zoom", settings.port(),
				(call) -> (call.path().equals(TOKEN_PATH) && call.method().equals("POST"))
						? this.tokens.handle(call, "http://" + call.header("host")) : api.handle(call),
				faults);
	}

	/**
	 * Starts the stand-in.
	 * @param world the generated school
	 * @param settings how it behaves
	 * @param faults the faults to play; may be filled later
	 * @param clock tells how far the data of a meeting has come and when tokens expire
	 * @return the running stand-in
	 */
	public static ZoomStandIn start(World world, ZoomSettings settings, FaultScript faults, Clock clock) {
		return new ZoomStandIn(world, settings, faults, clock);
	}

	/** Where it listens: the address without version and without a slash at the end. */
	public URI url() {
		return this.standIn.url();
	}

	/** Where tokens are given. */
	public URI tokenUrl() {
		return URI.create(this.standIn.url() + TOKEN_PATH);
	}

	/** What it was asked: the live counts. */
	public RequestCounts counts() {
		return this.standIn.counts();
	}

	/** Adds an observer of every call. */
	public void observe(CallObserver observer) {
		this.standIn.observe(observer);
	}

	/**
	 * Makes signed webhook requests.
	 * @param secret the secret token of the app
	 * @return a maker of requests
	 */
	public static Webhooks webhooks(String secret) {
		return new Webhooks(secret);
	}

	/** Zoom's id of the user who held a meeting. */
	public String hostId(MeetingFacts meeting) {
		return this.book.host(meeting).id();
	}

	/** The switches as they stand. */
	public Switches switches() {
		return this.switches.get();
	}

	/**
	 * Changes the switches while it runs.
	 * @param change makes the new switches of the old
	 */
	public void change(UnaryOperator<Switches> change) {
		this.switches.updateAndGet(change);
	}

	/** The app is deactivated: every token that was given is dead. */
	public void revokeTokens() {
		this.tokens.revokeAll();
	}

	@Override
	public void close() {
		this.standIn.close();
	}

}
