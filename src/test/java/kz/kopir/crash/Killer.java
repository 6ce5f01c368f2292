package kz.kopir.crash;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import kz.kopir.crash.KillPoint.Moment;
import kz.kopir.rehearsal.Rehearsal;
import kz.kopir.rehearsal.http.Answer;
import kz.kopir.rehearsal.http.Call;
import kz.kopir.rehearsal.http.CallObserver;
import org.jspecify.annotations.Nullable;

/**
 * Stands beside the stand-ins, counts what a gateway asks of them, and kills it at an
 * exact call.
 */
final class Killer {

	private static final long PATIENCE_SECONDS = 90;

	private final AtomicInteger taken = new AtomicInteger();

	private final AtomicInteger sourceReads = new AtomicInteger();

	private final AtomicInteger journalReads = new AtomicInteger();

	private final AtomicInteger journalReadsBeforeWrites = new AtomicInteger();

	private @Nullable Order order;

	Killer(Rehearsal rehearsal) {
		CallObserver sources = new CallObserver() {
			@Override
			public void before(Call call) {
				if (call.method().equals("GET")) {
					reached(Moment.READING_SOURCE, Killer.this.sourceReads.incrementAndGet());
				}
			}
		};
		rehearsal.classroom().observe(sources);
		rehearsal.zoom().observe(sources);
		rehearsal.kundelik().observe(new CallObserver() {
			@Override
			public void before(Call call) {
				beforeJournalCall(call);
			}

			@Override
			public void after(Call call, Answer answer) {
				if (isWrite(call) && answer.status() == 200) {
					reached(Moment.WRITE_TAKEN, Killer.this.taken.incrementAndGet());
				}
			}
		});
	}

	/** What was asked of the stand-ins since the last reset. */
	Counts counts() {
		return new Counts(this.sourceReads.get(), this.journalReadsBeforeWrites.get(), this.taken.get());
	}

	/** Begins to count anew. */
	void reset() {
		this.taken.set(0);
		newProcess();
	}

	/**
	 * Kills the gateway when it reaches the point.
	 * @param point the point
	 * @param undisturbed what an undisturbed run asks
	 * @param gateway starts it, after the trap is set
	 */
	void killAt(KillPoint point, Counts undisturbed, GatewayStart gateway) throws Exception {
		newProcess();
		int left = undisturbed.writes() - this.taken.get();
		Moment moment = (left == 0 && point.moment().name().startsWith("WRITE")) ? Moment.READING_BACK : point.moment();
		CompletableFuture<GatewayProcess> victim = new CompletableFuture<>();
		Order set = new Order(moment, switch (moment) {
			case READING_SOURCE -> part(point, undisturbed.sourceReads());
			case READING_JOURNAL -> part(point, undisturbed.journalReads());
			case WRITE_TAKEN -> this.taken.get() + part(point, left);
			case WRITE_NOT_TAKEN -> this.taken.get() + part(point, left) - 1;
			case READING_BACK, ANY_TIME -> undisturbed.writes();
		}, victim, new CompletableFuture<>());
		arm(set);
		try (GatewayProcess process = gateway.start()) {
			victim.complete(process);
			if (moment == Moment.ANY_TIME) {
				letTimePass((long) (point.share() * KillPoint.LONGEST_MILLIS));
			}
			else {
				set.done().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
			}
		}
		catch (TimeoutException ex) {
			throw new AssertionError("The gateway never came to " + set.moment() + " " + set.count(), ex);
		}
		finally {
			arm(null);
		}
	}

	private static void letTimePass(long millis) throws Exception {
		new CompletableFuture<Void>().completeOnTimeout(null, millis, TimeUnit.MILLISECONDS).get();
	}

	private static int part(KillPoint point, int whole) {
		return Math.max(1, (int) Math.round(point.share() * whole));
	}

	private void newProcess() {
		this.sourceReads.set(0);
		this.journalReads.set(0);
		this.journalReadsBeforeWrites.set(0);
	}

	private synchronized void arm(@Nullable Order set) {
		this.order = set;
	}

	private void beforeJournalCall(Call call) {
		if (call.method().equals("GET")) {
			int reads = this.journalReads.incrementAndGet();
			if (this.taken.get() == 0) {
				this.journalReadsBeforeWrites.set(reads);
			}
			reached(Moment.READING_JOURNAL, reads);
			reached(Moment.READING_BACK, this.taken.get());
		}
		else if (isWrite(call) && reached(Moment.WRITE_NOT_TAKEN, this.taken.get())) {
			throw new IllegalStateException("The gateway is gone before its write took effect");
		}
	}

	/** Whether the order was carried out by this call. */
	private synchronized boolean reached(Moment moment, int count) {
		Order set = this.order;
		if (set == null || set.moment() != moment || count < set.count()) {
			return false;
		}
		this.order = null;
		try {
			set.victim().get(PATIENCE_SECONDS, TimeUnit.SECONDS).kill();
			return set.done().complete(null);
		}
		catch (InterruptedException | ExecutionException | TimeoutException ex) {
			return set.done().completeExceptionally(ex);
		}
	}

	/** Signing in is a POST as well, but changes nothing in the journal. */
	private static boolean isWrite(Call call) {
		return !call.method().equals("GET") && (call.path().contains("/works") || call.path().endsWith("/log-entries"));
	}

	/**
	 * What a run asks of the stand-ins.
	 *
	 * @param sourceReads reads of Classroom or Zoom
	 * @param journalReads reads of the journal before the first write
	 * @param writes writes that took effect
	 */
	record Counts(int sourceReads, int journalReads, int writes) {
	}

	/** Starts a gateway. */
	interface GatewayStart {

		GatewayProcess start() throws Exception;

	}

	private record Order(Moment moment, int count, CompletableFuture<GatewayProcess> victim,
			CompletableFuture<@Nullable Void> done) {
	}

}
