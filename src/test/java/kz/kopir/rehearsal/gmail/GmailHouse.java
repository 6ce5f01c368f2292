package kz.kopir.rehearsal.gmail;

import java.time.LocalDate;
import java.util.List;

import kz.kopir.rehearsal.google.ClassroomSettings;
import kz.kopir.rehearsal.google.ClassroomStandIn;
import kz.kopir.rehearsal.google.MovableClock;
import kz.kopir.rehearsal.http.FaultScript;
import kz.kopir.rehearsal.world.World;
import kz.kopir.rehearsal.world.WorldSettings;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A small school with Google's token endpoint and Gmail. Closing it says whether every
 * answer had Gmail's shape.
 */
final class GmailHouse implements AutoCloseable {

	static final World WORLD = World.generate(new WorldSettings(1, 25, LocalDate.of(2026, 11, 20)));

	/** The school's own mailbox. */
	static final String MAILBOX = WORLD.mailbox();

	static final String TEACHER = WORLD.teachers().get(0).email();

	private final MovableClock clock = new MovableClock();

	private final FaultScript tokenFaults = FaultScript.none();

	private final FaultScript faults = FaultScript.none();

	private final ClassroomStandIn google = ClassroomStandIn.start(WORLD,
			ClassroomSettings.defaults().withClock(this.clock), this.tokenFaults);

	private final GmailStandIn gmail;

	private final GmailContract contract;

	GmailHouse(GmailSettings settings) {
		this.gmail = GmailStandIn.start(this.google, settings, this.faults, this.clock);
		this.contract = GmailContract.watch(this.gmail);
	}

	static GmailHouse open() {
		return new GmailHouse(GmailSettings.defaults());
	}

	MovableClock clock() {
		return this.clock;
	}

	ClassroomStandIn google() {
		return this.google;
	}

	GmailStandIn gmail() {
		return this.gmail;
	}

	/** What goes wrong at Gmail. */
	FaultScript faults() {
		return this.faults;
	}

	/** What goes wrong at the token endpoint. */
	FaultScript tokenFaults() {
		return this.tokenFaults;
	}

	GmailContract contract() {
		return this.contract;
	}

	/** The gateway at the school's mailbox. */
	GmailVisitor sender() {
		return as(MAILBOX, GmailVisitor.SEND, GmailVisitor.METADATA);
	}

	GmailVisitor as(String user, String... scopes) {
		return GmailVisitor.as(this.google, this.gmail, user, scopes);
	}

	/** A plain message, headers in lines of their own. */
	static String letter(String to, String... furtherHeaders) {
		return "From: " + MAILBOX + "\r\nTo: " + to + "\r\nSubject: Test\r\nMessage-ID: <ours-1@kopir.example>\r\n"
				+ String.join("", List.of(furtherHeaders).stream().map((line) -> line + "\r\n").toList())
				+ "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\nBody.\r\n";
	}

	@Override
	public void close() {
		this.gmail.close();
		this.google.close();
		assertThat(this.contract.violations()).isEmpty();
	}

}
