package kz.kopir.rehearsal.gmail;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

import kz.kopir.rehearsal.gmail.GmailSettings.Switches;
import kz.kopir.rehearsal.google.ClassroomStandIn;
import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.http.Call;
import kz.kopir.rehearsal.http.CallObserver;
import kz.kopir.rehearsal.http.FaultScript;
import kz.kopir.rehearsal.http.RequestCounts;
import kz.kopir.rehearsal.http.StandIn;

/**
 * Plays Gmail for a rehearsal: {@code messages.send}, and what is needed to find out
 * later whether a mail was sent: {@code messages.list}, {@code messages.get} and
 * {@code getProfile}. It takes the tokens that the rehearsal's token endpoint gives, for
 * the user whom they stand for. No mail ever leaves it; a person reads them at {@code /}.
 */
public final class GmailStandIn implements AutoCloseable {

	private final Mailboxes mailboxes = new Mailboxes();

	private final MailPages pages = new MailPages(this.mailboxes);

	private final AtomicReference<Switches> switches;

	private final GmailApi api;

	private final StandIn server;

	private GmailStandIn(ClassroomStandIn google, GmailSettings settings, FaultScript faults, Clock clock) {
		this.switches = new AtomicReference<>(settings.switches());
		Quotas quotas = new Quotas(this.switches::get, clock);
		Path folder = settings.folder();
		Post post = new Post(this.mailboxes, (folder != null) ? MailFolder.open(folder) : null, quotas,
				this.switches::get, clock);
		this.api = new GmailApi(google, quotas, new Sending(post), new Reading(this.mailboxes), this.switches::get);
		this.server = StandIn.start("gmail", settings.port(), this::handle, faults);
	}

	/**
	 * Starts the stand-in.
	 * @param google gives and knows the tokens
	 * @param settings how it behaves
	 * @param faults the faults to play; may be filled later
	 * @param clock tells when a mail was sent and when a limit is over
	 * @return the running stand-in
	 * @throws java.io.UncheckedIOException when the port cannot be had or the folder
	 * cannot be written
	 */
	public static GmailStandIn start(ClassroomStandIn google, GmailSettings settings, FaultScript faults, Clock clock) {
		return new GmailStandIn(google, settings, faults, clock);
	}

	/** The root of the API and of the pages, without a slash at the end. */
	public URI url() {
		return this.server.url();
	}

	/** What it was asked: the live counts. */
	public RequestCounts counts() {
		return this.server.counts();
	}

	/** Adds an observer of every call. */
	public void observe(CallObserver observer) {
		this.server.observe(observer);
	}

	/** All mails of all mailboxes, those that came back among them, the oldest first. */
	public List<Mail> mails() {
		return this.mailboxes.all();
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

	@Override
	public void close() {
		this.server.close();
	}

	private Answer handle(Call call) {
		if (call.path().startsWith(GmailApi.ROOT)) {
			return this.api.handle(call);
		}
		Answer page = this.pages.handle(call);
		return (page != null) ? page : GmailApi.page(404, "Not Found");
	}

}
