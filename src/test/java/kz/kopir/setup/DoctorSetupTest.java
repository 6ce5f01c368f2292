package kz.kopir.setup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import kz.kopir.doctor.Ailment;
import kz.kopir.doctor.Check;
import kz.kopir.doctor.Diagnosis;
import kz.kopir.doctor.DoctorCommand;
import kz.kopir.doctor.Finding;
import kz.kopir.doctor.Level;
import kz.kopir.rehearsal.Rehearsal;
import kz.kopir.rehearsal.RehearsalSettings;
import kz.kopir.rehearsal.google.ClassroomSettings;
import kz.kopir.rehearsal.http.Effect;
import kz.kopir.rehearsal.http.Fault;
import kz.kopir.rehearsal.kundelik.KundelikSettings;
import kz.kopir.testing.PolicyText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The doctor without a gateway, for the rehearsal school with one thing wrong at a time.
 */
class DoctorSetupTest {

	private static final String SCHOOL = "kopir.schools.rehearsal.";

	private static final String CLASSROOM = "https://www.googleapis.com/auth/classroom.";

	private static final int PUPILS = 40;

	@TempDir
	private Path folder;

	private final Map<String, Object> settings = new LinkedHashMap<>();

	private Clock realClock = Clock.systemUTC();

	private Rehearsal rehearsal;

	@BeforeEach
	void start() {
		start(ClassroomSettings.defaults());
	}

	private void start(ClassroomSettings classroom) {
		if (this.rehearsal != null) {
			this.rehearsal.close();
		}
		this.rehearsal = Rehearsal.start(
				new RehearsalSettings(2026, PUPILS, LocalDateTime.parse("2026-11-20T17:00"), this.folder, 0, 0),
				classroom, KundelikSettings.defaults());
		this.settings.putAll(this.rehearsal.gatewaySettings());
		this.settings.put("kopir.database.url", "jdbc:sqlite:" + this.folder.resolve("kopir.db"));
		this.settings.put("kopir.log-file", this.folder.resolve("logs/kopir.log").toString());
		this.settings.put("kopir.retry.first-delay-ms", "10");
	}

	@AfterEach
	void stop() {
		this.rehearsal.close();
	}

	@Test
	void aSchoolInOrderIsFoundInOrderAndNothingIsWrittenToAnybody() throws IOException {
		Diagnosis diagnosis = examine();
		assertThat(troubles(diagnosis)).isSubsetOf(Ailment.USERS_WITHOUT_LICENCE);
		assertThat(diagnosis.findings()).extracting(Finding::check).contains(Check.values());
		assertThat(diagnosis.count(Level.NOT_CHECKED)).isZero();
		assertThat(diagnosis.level().exitCode()).isLessThan(2);
		assertThat(this.rehearsal.kundelik().counts().latest()).isNotEmpty()
			.noneMatch((seen) -> !seen.method().equals("GET") && !seen.path()
				.matches("/v2/(authorizations|edu-groups/students|criteriajournalsections/many|lessons/many)"));
		assertThat(this.folder.resolve("kopir.db")).doesNotExist();
	}

	@Test
	void aWrongSecretOfTheJournalIsToldAtTheSignIn() throws IOException {
		this.settings.put(SCHOOL + "journal.client-secret", "wrong-secret");
		Diagnosis diagnosis = examine();
		assertOnly(diagnosis, Check.JOURNAL_SIGN_IN, Ailment.JOURNAL_REFUSES);
		assertThat(levels(diagnosis, Check.JOURNAL_SCHOOL)).containsExactly(Level.NOT_CHECKED);
		assertThat(diagnosis.toString()).doesNotContain("wrong-secret");
	}

	@Test
	void aLockedAccountOfTheJournalIsToldWhereItSeesNothing() throws IOException {
		this.rehearsal.kundelikFaults()
			.add(Fault.next("GET", "/v2/schools/[0-9]+", 100, Effect.answer(403, "application/json",
					"{\"type\":\"systemForbidden\",\"description\":\"Somebody is locked\"}", null)));
		Diagnosis diagnosis = examine();
		assertOnly(diagnosis, Check.JOURNAL_SCHOOL, Ailment.JOURNAL_LOCKED);
		assertThat(levels(diagnosis, Check.JOURNAL_SIGN_IN)).containsExactly(Level.OK);
		assertThat(diagnosis.toString()).doesNotContain("Somebody");
	}

	@Test
	void anotherSchoolsNumberIsTold() throws IOException {
		this.settings.put(SCHOOL + "journal.school-id", "1000009999999");
		assertOnly(examine(), Check.JOURNAL_SCHOOL, Ailment.SCHOOL_NOT_FOUND);
	}

	@Test
	void aJournalThatIsAwayIsAskedOnceOnly() throws IOException {
		this.settings.put("kopir.retry.attempts", "6");
		this.rehearsal.kundelikFaults().add(Fault.next("GET", "/v2/schools/[0-9]+", 2, Effect.maintenance()));
		assertOnly(examine(), Check.JOURNAL_SIGN_IN, Ailment.JOURNAL_AWAY);
		assertThat(this.rehearsal.kundelikFaults().remaining()).as("the second strike").isEqualTo(1);
	}

	@Test
	void aCriteriaJournalThatCannotBeReadLeavesTheRestAlone() throws IOException {
		this.rehearsal.kundelikFaults()
			.add(Fault.next("GET", "/v2/edu-group/.*criteria-marks-sections", 100, Effect.serverError()));
		assertOnly(examine(), Check.JOURNAL_CRITERIA, Ailment.CRITERIA_UNREADABLE);
	}

	@Test
	void aScopeThatGoogleDoesNotGrantIsNamed() throws IOException {
		start(ClassroomSettings.defaults()
			.withAllowedScopes(without(ClassroomSettings.defaults().allowedScopes(), CLASSROOM + "topics.readonly")));
		Diagnosis diagnosis = examine();
		assertOnly(diagnosis, Check.CLASSROOM_SCOPES, Ailment.SCOPES_MISSING);
		assertThat(one(diagnosis, Ailment.SCOPES_MISSING).details()).containsEntry("scopes",
				CLASSROOM + "topics.readonly");
	}

	@Test
	void anAdministratorWhoIsNotThereIsToldAtTheSignIn() throws IOException {
		this.settings.put(SCHOOL + "google.subject", "nobody@school.example");
		Diagnosis diagnosis = examine();
		assertOnly(diagnosis, Check.CLASSROOM_SIGN_IN, Ailment.CLASSROOM_REFUSES);
		assertThat(diagnosis.toString()).doesNotContain("nobody@");
	}

	@Test
	void coursesThatClassroomDoesNotShowAreTold() throws IOException {
		this.rehearsal.classroomFaults()
			.add(Fault.next("GET", "/v1/courses", 10, Effect.answer(200, "application/json", "{}", null)));
		assertOnly(examine(), Check.CLASSROOM_COURSES, Ailment.NO_COURSES);
	}

	@Test
	void aWrongSecretOfZoomIsToldAtTheSignIn() throws IOException {
		this.settings.put(SCHOOL + "zoom.client-secret", "wrong-secret");
		assertOnly(examine(), Check.ZOOM_SIGN_IN, Ailment.ZOOM_REFUSES);
	}

	@Test
	void aScopeThatTheZoomAppDoesNotHaveIsNamed() throws IOException {
		this.rehearsal.zoom()
			.change((switches) -> switches.withScopes(without(switches.scopes(), "user:read:list_users:admin")));
		Diagnosis diagnosis = examine();
		assertOnly(diagnosis, Check.ZOOM_SCOPES, Ailment.ZOOM_SCOPES_MISSING);
		assertThat(one(diagnosis, Ailment.ZOOM_SCOPES_MISSING).details()).containsEntry("scopes",
				"user:read:list_users:admin");
	}

	@Test
	void aClockThatIsOffIsToldForEachServer() throws IOException {
		this.realClock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-3));
		assertOnly(examine(), Check.CLOCK, Ailment.CLOCK_OFF);
	}

	@Test
	void aTableThatCannotBeReadIsToldWithItsPlaceAndTheOthersAreReadAllTheSame() throws IOException {
		Files.writeString(this.folder.resolve("pupil-links.csv"), "classroom_user,pupil\n1,2\n");
		this.settings.put(SCHOOL + "course-links", this.folder.resolve("none.csv").toString());
		Diagnosis diagnosis = examine();
		assertOnly(diagnosis, Check.TABLES, Ailment.TABLE_UNUSABLE);
		assertThat(refusals(diagnosis)).hasSize(2)
			.anyMatch((refusal) -> refusal.contains("pupil-links.csv"))
			.anyMatch((refusal) -> refusal.contains("none.csv"));
	}

	@Test
	void aPolicyThatNobodyApprovedIsToldWithTheField() throws IOException {
		Files.writeString(this.folder.resolve("policies/2026-09-01.yml"), PolicyText.shipped().toString());
		Diagnosis diagnosis = examine();
		assertOnly(diagnosis, Check.POLICY, Ailment.POLICY_UNUSABLE);
		assertThat(refusals(diagnosis)).singleElement().asString().contains("director.name is empty");
		assertThat(levels(diagnosis, Check.CALENDAR)).containsExactly(Level.OK);
	}

	@Test
	void anEditPeriodThatEndsBeforeTheTermOfPublicationIsAWarning() throws IOException {
		Files.writeString(this.folder.resolve("policies/2026-09-01.yml"),
				PolicyText.approved().with("edit-period-days", "2").with("section-school-days", "5").toString());
		assertOnly(examine(), Check.EDIT_PERIOD, Ailment.EDIT_PERIOD_SHORT);
	}

	@Test
	void aKeyThatIsNotThereIsToldBothAsFileAndAtTheSignIn() throws IOException {
		Files.delete(this.folder.resolve("service-account.json"));
		assertThat(troubles(examine())).contains(Ailment.FILE_MISSING, Ailment.CLASSROOM_REFUSES);
	}

	@Test
	void anIncompleteAccountIsToldAndTheOtherSystemsAreAskedAllTheSame() throws IOException {
		this.settings.remove(SCHOOL + "zoom.client-secret");
		Diagnosis diagnosis = examine();
		assertThat(troubles(diagnosis)).contains(Ailment.SETTING_UNUSABLE);
		assertThat(refusals(diagnosis)).anyMatch((refusal) -> refusal.contains(SCHOOL + "zoom"));
		assertThat(levels(diagnosis, Check.JOURNAL_SCHOOL)).containsExactly(Level.OK);
		assertThat(levels(diagnosis, Check.CLASSROOM_COURSES)).containsExactly(Level.OK);
	}

	@Test
	void settingsThatCannotBeUnderstoodAreNamedWithoutTheirValue() throws IOException {
		this.settings.put("kopir.parallelism", "many-threads");
		Diagnosis diagnosis = examine();
		assertThat(troubles(diagnosis)).containsExactly(Ailment.SETTING_UNUSABLE);
		assertThat(refusals(diagnosis)).singleElement()
			.asString()
			.contains("kopir.parallelism")
			.doesNotContain("many-");
		assertThat(levels(diagnosis, Check.DATABASE)).containsExactly(Level.OK);
	}

	@Test
	void aBrokenRouteFileIsNamed() throws IOException {
		Files.writeString(this.folder.resolve("mine.camel.yaml"), "- route:\n    id: mine\n    form: x\n");
		this.settings.put("kopir.routes", "file:" + this.folder + "/*.camel.yaml");
		assertThat(refusals(examine())).anyMatch((refusal) -> refusal.contains("mine.camel.yaml"));
	}

	@Test
	void theReportHoldsNoSecretAndNoNameOfAChildAndEndsWithTheCodeForScripts() throws IOException {
		this.settings.put(SCHOOL + "journal.client-secret", "wrong-secret");
		for (String language : List.of("kk", "ru", "en")) {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			int code;
			try (DoctorSetup setup = open()) {
				code = DoctorCommand.of("--lang=" + language, "--school=rehearsal")
					.run(setup.doctor(), new PrintStream(out, true, StandardCharsets.UTF_8));
			}
			String text = out.toString(StandardCharsets.UTF_8);
			assertThat(code).isEqualTo(2);
			assertThat(text).contains("rehearsal").contains("->");
			assertThat(text).doesNotContain("wrong-secret", this.rehearsal.classroom().adminEmail());
			assertThat(this.rehearsal.world().pupils())
				.allSatisfy((pupil) -> assertThat(text).doesNotContain(pupil.lastName(), pupil.email()));
		}
	}

	@Test
	void aSchoolThatIsNotServedIsToldWithThoseThatAre() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (DoctorSetup setup = open()) {
			assertThat(DoctorCommand.of("--lang=en", "--school=another")
				.run(setup.doctor(), new PrintStream(out, true, StandardCharsets.UTF_8))).isEqualTo(2);
		}
		assertThat(out.toString(StandardCharsets.UTF_8)).contains("another").contains("rehearsal");
	}

	private Diagnosis examine() throws IOException {
		try (DoctorSetup setup = open()) {
			return setup.doctor().examine(null, (finding) -> {
			});
		}
	}

	private DoctorSetup open() throws IOException {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("school", this.settings));
		new YamlPropertySourceLoader().load("usual", new ClassPathResource("application.yml"))
			.forEach(environment.getPropertySources()::addLast);
		return DoctorSetup.of(environment, new DefaultResourceLoader(), this.rehearsal.clock(), this.realClock);
	}

	/** What is wrong is this, and nothing else. */
	private static void assertOnly(Diagnosis diagnosis, Check check, Ailment ailment) {
		assertThat(levels(diagnosis, check)).contains(ailment.level());
		assertThat(without(troubles(diagnosis), Ailment.USERS_WITHOUT_LICENCE)).containsExactly(ailment);
		assertThat(diagnosis.level()).isEqualTo(ailment.level());
	}

	private static Set<Ailment> troubles(Diagnosis diagnosis) {
		return diagnosis.findings()
			.stream()
			.flatMap((finding) -> Stream.ofNullable(finding.ailment()))
			.collect(Collectors.toSet());
	}

	private static List<Level> levels(Diagnosis diagnosis, Check check) {
		return diagnosis.findings()
			.stream()
			.filter((finding) -> finding.check() == check)
			.map(Finding::level)
			.distinct()
			.toList();
	}

	private static Finding one(Diagnosis diagnosis, Ailment ailment) {
		return diagnosis.findings()
			.stream()
			.filter((finding) -> finding.ailment() == ailment)
			.findFirst()
			.orElseThrow();
	}

	private static List<String> refusals(Diagnosis diagnosis) {
		return diagnosis.findings()
			.stream()
			.flatMap((finding) -> Stream.ofNullable(finding.details().get("refusal")))
			.toList();
	}

	private static <T> Set<T> without(Set<T> all, T one) {
		return all.stream().filter((other) -> !other.equals(one)).collect(Collectors.toSet());
	}

}
