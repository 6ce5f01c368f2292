package kz.kopir.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An SMTP server that answers each command as it is told, once.
 */
final class SmtpScript implements AutoCloseable {

	/** The connection is cut instead of an answer. */
	static final String CUT = "cut";

	/** There is no answer. */
	static final String SILENCE = "silence";

	/** Mails that came to their end. */
	final AtomicInteger taken = new AtomicInteger();

	private final Map<String, String> told = new ConcurrentHashMap<>();

	private final CountDownLatch closing = new CountDownLatch(1);

	private final ServerSocket socket;

	SmtpScript() {
		try {
			this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		daemon(this::serve).start();
	}

	int port() {
		return this.socket.getLocalPort();
	}

	/**
	 * The next command of this kind is answered so.
	 * @param command EHLO, MAIL, RCPT, DATA, or END for the end of the content
	 */
	SmtpScript next(String command, String answer) {
		this.told.put(command, answer);
		return this;
	}

	private void serve() {
		while (!this.socket.isClosed()) {
			try {
				Socket client = this.socket.accept();
				daemon(() -> talk(client)).start();
			}
			catch (SocketException closed) {
				return;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	private void talk(Socket client) {
		try (client;
				BufferedReader reader = new BufferedReader(
						new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
				OutputStream stream = client.getOutputStream()) {
			say(stream, "220 ready");
			String line = reader.readLine();
			while (line != null) {
				String command = line.split("[ :]")[0].toUpperCase(Locale.ROOT);
				boolean content = command.equals("DATA") && !this.told.containsKey(command);
				if (!answer(stream, command, content ? "354 go on" : "250 ok")
						|| (content && !content(reader, stream))) {
					return;
				}
				line = reader.readLine();
			}
		}
		catch (SocketException gone) {
			// The client went away, which is what some answers ask for.
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private boolean content(BufferedReader reader, OutputStream stream) throws IOException {
		String line = reader.readLine();
		while (line != null && !line.equals(".")) {
			line = reader.readLine();
		}
		if (line != null) {
			this.taken.incrementAndGet();
		}
		return answer(stream, "END", "250 taken");
	}

	private boolean answer(OutputStream stream, String command, String usual) throws IOException {
		String answer = this.told.remove(command);
		if (CUT.equals(answer)) {
			return false;
		}
		if (SILENCE.equals(answer)) {
			await();
			return false;
		}
		say(stream, (answer != null) ? answer : usual);
		return true;
	}

	private void await() {
		try {
			this.closing.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void say(OutputStream stream, String line) throws IOException {
		stream.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
		stream.flush();
	}

	private static Thread daemon(Runnable task) {
		Thread thread = new Thread(task, "smtp-script");
		thread.setDaemon(true);
		return thread;
	}

	@Override
	public void close() {
		this.closing.countDown();
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
