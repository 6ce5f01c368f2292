package kz.kopir.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import kz.kopir.rehearsal.RehearsalSettings;
import kz.kopir.rehearsal.world.World;
import kz.kopir.rehearsal.world.WorldSettings;

import org.springframework.util.FileSystemUtils;

/**
 * Measures the gateway for schools of several sizes and, with the same stand-ins started
 * afresh, a bare loop that makes the same requests. Arguments:
 * {@code --pupils=300,1500,15000}, {@code --parallelism=}, {@code --heap=} megabytes,
 * {@code --throttled=300} for the size at which the budgets are measured (0 for not),
 * {@code --folder=}.
 */
public final class Benchmark {

	/** How far beyond today the gateway reads the timetable. */
	private static final int DAYS_AHEAD = 14;

	private static final long SEED = 2026;

	private static final int PORT = 18097;

	private static final double REGRADED = 0.01;

	private final Arguments arguments;

	private final Report report = new Report(System.out);

	private Benchmark(Arguments arguments) {
		this.arguments = arguments;
	}

	public static void main(String[] arguments) throws IOException, InterruptedException {
		Benchmark benchmark = new Benchmark(Arguments.of(arguments));
		Path folder = benchmark.arguments.folder();
		FileSystemUtils.deleteRecursively(folder);
		Files.createDirectories(folder);
		benchmark.report.machine(benchmark.arguments);
		for (int pupils : benchmark.arguments.pupils()) {
			benchmark.measure(pupils, Files.createDirectory(folder.resolve(String.valueOf(pupils))));
		}
		if (benchmark.arguments.throttled() > 0) {
			new Throttled(benchmark.arguments, benchmark.report)
				.measure(Files.createDirectory(folder.resolve("throttled")));
		}
	}

	private void measure(int pupils, Path folder) throws IOException, InterruptedException {
		List<Measured> gateway = new ArrayList<>();
		List<Long> fewest = new ArrayList<>();
		List<Path> scripts = new ArrayList<>();
		String school = runGateway(pupils, folder, gateway, fewest, scripts);
		List<Measured> bare = runBare(pupils, folder, school, scripts);
		List<String> names = List.of("first run", "without change", "1 % regraded");
		for (int i = 0; i < names.size(); i++) {
			this.report.run(pupils, names.get(i), fewest.get(i), gateway.get(i), bare.get(i));
		}
	}

	/** Answers the school's id. */
	private String runGateway(int pupils, Path folder, List<Measured> results, List<Long> fewest, List<Path> scripts)
			throws IOException, InterruptedException {
		World world = World.generate(new WorldSettings(SEED, pupils, RehearsalSettings.defaults().now().toLocalDate()));
		try (StandIns standIns = StandIns.start(folder, "stand-ins", pupils, SEED);
				Gateway gateway = Gateway.start(folder, "gateway", standIns, this.arguments.heap(), PORT,
						List.of("--kopir.parallelism=" + this.arguments.parallelism()))) {
			for (int number = 1; number <= 3; number++) {
				if (number == 3) {
					standIns.regrade(REGRADED);
				}
				if (number > 1) {
					standIns.resetCounts();
					gateway.startRun();
				}
				gateway.awaitRuns(number);
				Watch watch = new Watch(gateway.process(), standIns);
				gateway.awaitEnd();
				GatewayDatabase.RunRow run = gateway.database().latest();
				this.report.ended(pupils, run);
				List<GatewayDatabase.Delivery> delivered = gateway.database().delivered(run.id());
				results.add(watch.end(run.millis(), gateway.database().records(run.id()) + delivered.size()));
				Map<String, Set<String>> courses = gateway.database().courses();
				Set<String> linked = new HashSet<>();
				courses.values().forEach(linked::addAll);
				fewest.add(new FewestRequests(world).of(linked, courses.size(), delivered.size(),
						(int) delivered.stream().map(GatewayDatabase.Delivery::classGroup).distinct().count()));
				Path script = folder.resolve("script-" + number + ".json");
				Script.of(standIns, gateway.database(), run, LocalDate.parse(run.to()).plusDays(DAYS_AHEAD).toString())
					.write(script);
				scripts.add(script);
			}
		}
		return String.valueOf(world.schoolId());
	}

	private List<Measured> runBare(int pupils, Path folder, String school, List<Path> scripts)
			throws IOException, InterruptedException {
		List<Measured> results = new ArrayList<>();
		try (StandIns standIns = StandIns.start(folder, "stand-ins-afresh", pupils, SEED);
				JavaProcess process = JavaProcess.start(folder, "bare", this.arguments.heap(), Map.of(), BareLoop.class,
						List.of(standIns.classroom(), standIns.kundelik(), standIns.serviceAccountKey().toString(),
								standIns.administrator(), school, folder.resolve("bare.db").toString(),
								String.valueOf(this.arguments.parallelism())))) {
			process.awaitOutput("ready", 60);
			for (int i = 0; i < scripts.size(); i++) {
				if (i == 2) {
					standIns.regrade(REGRADED);
				}
				standIns.resetCounts();
				Watch watch = new Watch(process, standIns);
				process.process().getOutputStream().write((scripts.get(i) + "\n").getBytes(StandardCharsets.UTF_8));
				process.process().getOutputStream().flush();
				String output = process.awaitOutput("end " + scripts.get(i), this.arguments.timeoutSeconds());
				String[] end = output.substring(output.indexOf("end " + scripts.get(i))).trim().split("\\s+");
				results.add(watch.end(Long.parseLong(end[2]), Long.parseLong(end[3])));
			}
		}
		return results;
	}

}
