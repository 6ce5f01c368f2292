package kz.kopir.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.Problems;
import kz.kopir.rehearsal.http.Effect;
import kz.kopir.rehearsal.http.Fault;
import kz.kopir.rehearsal.http.FaultScript;
import kz.kopir.rehearsal.world.PupilFacts;
import kz.kopir.rehearsal.world.World;
import kz.kopir.run.Run;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Logs and failure texts carry ids and codes, never a name, a mark or an address.
 */
class PrivacyTest {

	private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{N}@._+-]+|(?<=\\p{L})[._+-]|[._+-](?=\\p{L})");

	private static final Pattern MARK = Pattern
		.compile("(?i)\\b(mark|marks|grade|assignedGrade|points|value|балл|баға|оценка)\\b\"?\\s*[=:]\\s*\"?\\d");

	private final GatewayHouse house = GatewayHouse.shared();

	@Test
	void aWholeRunOfTheDefaultSchoolWithFaultsTellsNothingOfAnyChild() {
		this.house.newTermOfTheBigSchool();
		World world = this.house.rehearsal().world();
		PupilFacts pupil = world.pupils().get(5);
		String gossip = pupil.lastName() + " " + pupil.firstName() + " " + pupil.email() + " mark: 10";
		String json = "{\"type\":\"parameterInvalid\",\"description\":\"" + gossip + "\"}";
		FaultScript kundelik = this.house.rehearsal().kundelikFaults();
		FaultScript classroom = this.house.rehearsal().classroomFaults();
		String mark = "/v2/persons/[0-9]+/works/[0-9]+/mark";
		kundelik.add(Fault.after("POST", mark, 5, Effect.answer(400, "application/json", json, null)));
		kundelik.add(Fault.after("POST", mark, 10, Effect.answer(200, "text/html", gossip, null)));
		kundelik.add(Fault.after("POST", mark, 15, Effect.answer(500, "text/plain", gossip, null)));
		kundelik.add(Fault.after("POST", mark, 20, Effect.acceptedThenTimeout(Duration.ofSeconds(4))));
		kundelik.add(Fault.after("GET", "/v2/edu-groups/.*", 2, Effect.answer(200, "text/html", gossip, null)));
		classroom.add(Fault.after("GET", "/v1/courses/[0-9]+/students", 2,
				Effect.answer(404, "application/json", "{\"error\":{\"message\":\"" + gossip + "\"}}", null)));
		classroom.add(Fault.after("GET", "/v1/courses/[0-9]+/students", 4, Effect.answer(200, "application/json",
				"{\"students\":[{\"userId\":{\"x\":\"" + gossip + "\"},\"profile\":\"" + gossip + "\"}]}", null)));

		List<String> lines = new ArrayList<>();
		Run run = listening(lines, () -> this.house.run(GatewayHouse.BIG_SCHOOL));

		assertThat(kundelik.remaining() + classroom.remaining()).isZero();
		assertThat(lines).hasSizeGreaterThan(100).anyMatch((line) -> line.contains("code=PLANNED"));
		List<String> stored = this.house.bean(Problems.class)
			.ofRun(run.id())
			.stream()
			.flatMap((problem) -> Stream.concat(
					Stream.of(problem.texts().kk(), problem.texts().ru(), problem.texts().en(), problem.subject()),
					problem.lines().stream().map((line) -> line.entryKey() + " " + line.note())))
			.toList();
		assertThat(this.house.bean(Problems.class).open(GatewayHouse.BIG_SCHOOL))
			.anyMatch((problem) -> problem.code() == ProblemCode.JOURNAL_REFUSED);
		Set<String> telling = telling(world);
		assertThat(tells(pupil.lastName(), telling)).isTrue();
		assertThat(tells("sent to " + pupil.email(), telling)).isTrue();
		assertThat(tells("mark: 10", telling)).isTrue();
		assertThat(Stream.concat(lines.stream(), stored.stream()).filter((line) -> tells(line, telling)).toList())
			.isEmpty();
	}

	@Test
	void aDistanceLearningDayWithFaultsTellsNothingOfAnyChild() {
		AttendanceHouse zoomHouse = AttendanceHouse.shared();
		zoomHouse.newDay();
		zoomHouse.teachersConfirmWhoIsWho(AttendanceHouse.ASKING);
		World world = zoomHouse.world();
		PupilFacts pupil = world.pupils().get(5);
		String gossip = pupil.lastName() + " " + pupil.firstName() + " " + pupil.email();
		String json = "{\"code\":3001,\"message\":\"" + gossip + "\"}";
		FaultScript zoom = zoomHouse.zoomFaults();
		String participants = "/v2/report/meetings/.*";
		zoom.add(Fault.after("GET", participants, 1, Effect.answer(404, "application/json", json, null)));
		zoom.add(Fault.after("GET", participants, 4, Effect.answer(200, "text/html", gossip, null)));
		zoom.add(Fault.after("GET", participants, 8, Effect.answer(200, "application/json",
				"{\"participants\":[{\"name\":{\"x\":\"" + gossip + "\"},\"user_email\":7}]}", null)));
		zoom.add(Fault.after("GET", participants, 12,
				Effect.answer(403, "application/json", "{\"code\":9999,\"message\":\"" + gossip + "\"}", null)));
		FaultScript kundelik = zoomHouse.rehearsal().kundelikFaults();
		kundelik.add(Fault.after("POST", "/v2/lessons/[0-9]+/log-entries", 1, Effect.answer(400, "application/json",
				"{\"type\":\"parameterInvalid\",\"description\":\"" + gossip + "\"}", null)));
		zoomHouse.at(AttendanceHouse.DAY + "T20:30");

		List<String> lines = new ArrayList<>();
		Run run = listening(lines, () -> zoomHouse.run(AttendanceHouse.ASKING));

		assertThat(zoom.remaining() + kundelik.remaining()).isZero();
		assertThat(lines).anyMatch((line) -> line.contains("code=PLANNED"));
		List<String> stored = zoomHouse.bean(Problems.class)
			.ofRun(run.id())
			.stream()
			// IT staff must know which user is meant: the text names a teacher's address
			.filter((problem) -> problem.code() != ProblemCode.ZOOM_HOST_UNKNOWN
					&& problem.code() != ProblemCode.ZOOM_TEACHER_BASIC)
			.flatMap((problem) -> Stream.concat(
					Stream.of(problem.texts().kk(), problem.texts().ru(), problem.texts().en(), problem.subject()),
					problem.lines().stream().map((line) -> line.entryKey() + " " + line.note())))
			.toList();
		assertThat(stored).isNotEmpty();
		Set<String> telling = telling(world);
		world.meetings(AttendanceHouse.DAY)
			.stream()
			.flatMap((meeting) -> meeting.participants().stream())
			.filter((participant) -> participant.personId() != null && world.pupil(participant.personId()) != null)
			.flatMap((participant) -> WORD.splitAsStream(participant.name().toLowerCase(Locale.ROOT)))
			.filter((word) -> word.length() >= 5 && !word.matches("iphone|redmi|galaxy|samsung|xiaomi|huawei|.*\\d.*"))
			.forEach(telling::add);
		telling.removeAll(wordsOfTheCatalogue());
		assertThat(Stream.concat(lines.stream(), stored.stream()).filter((line) -> tells(line, telling)).toList())
			.isEmpty();
	}

	/** A participant may call himself by a word that every mail has, such as «ученик». */
	private static Set<String> wordsOfTheCatalogue() {
		Set<String> words = new HashSet<>();
		for (String language : List.of("kk", "ru", "en")) {
			try (InputStream bundle = Problems.class.getResourceAsStream("problems_" + language + ".properties")) {
				String text = new String(Objects.requireNonNull(bundle).readAllBytes(), StandardCharsets.UTF_8);
				WORD.splitAsStream(text.toLowerCase(Locale.ROOT)).forEach(words::add);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return words;
	}

	private static boolean tells(String line, Set<String> telling) {
		String lower = line.toLowerCase(Locale.ROOT);
		return MARK.matcher(line).find()
				|| lower.contains("@")
						&& telling.stream().anyMatch((word) -> word.contains("@") && lower.contains(word))
				|| WORD.splitAsStream(lower).anyMatch(telling::contains);
	}

	/** Names of four letters or more, in every spelling, and addresses. */
	private static Set<String> telling(World world) {
		Set<String> telling = new HashSet<>();
		for (PupilFacts pupil : world.pupils()) {
			Stream
				.of(pupil.lastName(), pupil.firstName(), String.valueOf(pupil.middleName()), pupil.googleFamilyName(),
						pupil.googleGivenName())
				.flatMap((name) -> Stream.of(name.split("[\\s-]+")))
				.filter((part) -> part.length() >= 4 && !part.equals("null"))
				.forEach((part) -> telling.add(part.toLowerCase(Locale.ROOT)));
			telling.add(pupil.email().toLowerCase(Locale.ROOT));
		}
		return telling;
	}

	private static Run listening(List<String> lines, Supplier<Run> action) {
		Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		Logger own = (Logger) LoggerFactory.getLogger("kz.kopir");
		AppenderBase<ILoggingEvent> listener = new AppenderBase<>() {

			@Override
			protected void append(ILoggingEvent event) {
				String failure = (event.getThrowableProxy() != null)
						? ThrowableProxyUtil.asString(event.getThrowableProxy()) : "";
				synchronized (lines) {
					lines.add(event.getFormattedMessage() + failure);
				}
			}

		};
		listener.setContext(root.getLoggerContext());
		listener.start();
		root.addAppender(listener);
		own.setLevel(Level.DEBUG);
		try {
			return action.get();
		}
		finally {
			own.setLevel(null);
			root.detachAppender(listener);
			listener.stop();
		}
	}

}
