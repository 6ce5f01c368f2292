package kz.kopir.rehearsal.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import com.sun.net.httpserver.HttpServer;

/**
 * An HTTP server on loopback that plays an outside system. It counts what it is asked,
 * plays scripted faults, and has its administration under {@code /_rehearsal/}:
 * {@code GET} and {@code DELETE requests} (counts), {@code POST faults} (adds the faults
 * of a JSON script, see {@link FaultScript}), {@code GET} and {@code DELETE faults}.
 * Other paths under {@code /_rehearsal/} belong to the handler; they are neither counted
 * nor struck by faults.
 */
public final class StandIn implements AutoCloseable {

	private static final int THREADS = 32;

	private static final int WAITING = 1024;

	private final HttpServer server;

	private final ThreadPoolExecutor threads;

	private final RequestCounts counts = new RequestCounts();

	private final List<CallObserver> observers = new CopyOnWriteArrayList<>();

	private final CountDownLatch closing = new CountDownLatch(1);

	private StandIn(HttpServer server, ThreadPoolExecutor threads) {
		this.server = server;
		this.threads = threads;
	}

	/**
	 * Starts a stand-in.
	 * @param name a short name for its threads and messages
	 * @param port the port on 127.0.0.1; 0 for any that is free
	 * @param handler what answers the calls
	 * @param faults the faults to play; may be filled later
	 * @return the running stand-in
	 * @throws UncheckedIOException when the port cannot be had
	 */
	public static StandIn start(String name, int port, Handler handler, FaultScript faults) {
		// without it every answer over a kept-alive connection waits 40 ms; read once by
		// the JDK
		System.setProperty("sun.net.httpserver.nodelay", "true");
		HttpServer server;
		try {
			server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(
					"The stand-in " + name + " cannot listen on port " + port
							+ " of 127.0.0.1: another program holds it, or it may not be used. Choose another port.",
					ex);
		}
		StandIn standIn = new StandIn(server, threads(name));
		server.setExecutor(standIn.threads);
		server.createContext("/",
				new Exchanges(name, handler, faults, standIn.counts, standIn.observers, standIn.closing));
		server.start();
		return standIn;
	}

	private static ThreadPoolExecutor threads(String name) {
		AtomicInteger number = new AtomicInteger();
		return new ThreadPoolExecutor(THREADS, THREADS, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING),
				(task) -> {
					Thread thread = new Thread(task, "rehearsal-" + name + "-" + number.incrementAndGet());
					thread.setDaemon(true);
					return thread;
				}, new ThreadPoolExecutor.CallerRunsPolicy());
	}

	/**
	 * Where it listens.
	 * @return the address without a slash at the end, for example
	 * {@code http://127.0.0.1:41234}
	 */
	public URI url() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	/**
	 * What it was asked.
	 * @return the live counts
	 */
	public RequestCounts counts() {
		return this.counts;
	}

	/**
	 * Runs something before each call, on the thread that will answer it.
	 * @param action what to run
	 */
	public void onCall(Consumer<Call> action) {
		observe(new CallObserver() {
			@Override
			public void before(Call call) {
				action.accept(call);
			}
		});
	}

	/**
	 * Adds an observer of every call.
	 * @param observer the observer
	 */
	public void observe(CallObserver observer) {
		this.observers.add(observer);
	}

	/**
	 * Stops listening, drops open connections and ends all waiting faults.
	 */
	@Override
	public void close() {
		this.closing.countDown();
		this.server.stop(0);
		this.threads.shutdownNow();
	}

}
