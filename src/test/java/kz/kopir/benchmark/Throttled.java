package kz.kopir.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures how much of an allowed rate the gateway uses, when servers refuse more.
 */
final class Throttled {

	/** Google's own: 1,200 requests a minute for a user. */
	private static final int CLASSROOM_PER_SECOND = 20;

	private static final int KUNDELIK_PER_SECOND = 200;

	private static final int KUNDELIK_WINDOW_MILLIS = 1500;

	private static final int PORT = 18098;

	private static final long SEED = 2026;

	private final Arguments arguments;

	private final Report report;

	Throttled(Arguments arguments, Report report) {
		this.arguments = arguments;
		this.report = report;
	}

	void measure(Path folder) throws IOException, InterruptedException {
		Measured reading = measure(folder, "classroom", List.of("--kopir.schools.rehearsal.write=",
				"--kopir.classroom.requests-per-second-and-user=" + CLASSROOM_PER_SECOND));
		this.report.throttled("reading of Classroom", CLASSROOM_PER_SECOND, reading, requests(reading, "/v1/"));
		Measured writing = measure(folder, "kundelik",
				List.of("--kopir.kundelik.requests-per-second=" + KUNDELIK_PER_SECOND));
		this.report.throttled("writing to Kundelik", KUNDELIK_PER_SECOND, writing, requests(writing, "/v2/"));
	}

	private Measured measure(Path folder, String name, List<String> settings) throws IOException, InterruptedException {
		try (StandIns standIns = StandIns.start(folder, "stand-ins-" + name, this.arguments.throttled(), SEED)) {
			if (name.equals("classroom")) {
				standIns.limitClassroom(CLASSROOM_PER_SECOND * 60);
			}
			else {
				standIns.limitKundelik(KUNDELIK_PER_SECOND * KUNDELIK_WINDOW_MILLIS / 1000, KUNDELIK_WINDOW_MILLIS);
			}
			try (Gateway gateway = Gateway.start(folder, "gateway-" + name, standIns, this.arguments.heap(), PORT,
					settings)) {
				gateway.awaitRuns(1);
				Watch watch = new Watch(gateway.process(), standIns);
				gateway.awaitEnd();
				GatewayDatabase.RunRow run = gateway.database().latest();
				this.report.ended(this.arguments.throttled(), run);
				return watch.end(run.millis(), gateway.database().records(run.id()));
			}
		}
	}

	/** Answered requests to one of the servers; refused ones brought nothing. */
	private static long requests(Measured measured, String version) {
		return measured.requests()
			.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().contains(" " + version) && entry.getKey().endsWith(" 200"))
			.mapToLong((entry) -> entry.getValue())
			.sum();
	}

}
