package kz.kopir.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

import kz.kopir.testing.PolicyText;
import kz.kopir.testing.TestDatabase;
import kz.kopir.mapping.MappingException;
import kz.kopir.testing.DrivenClock;
import kz.kopir.testing.OnBothDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A new version of a policy is taken while the gateway runs, or refused as a whole.
 */
@OnBothDatabases
class PolicyRulesTest {

	private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

	private final DrivenClock clock = new DrivenClock();

	@TempDir
	private Path folder;

	private final TestDatabase database;

	PolicyRulesTest(TestDatabase database) {
		this.database = database;
	}

	private PolicyRules rules;

	@BeforeEach
	void start() throws IOException {
		this.database.empty();
		put("a.yml", PolicyText.approved());
		this.rules = rules(this.clock);
	}

	@Test
	void aNewVersionIsTakenWithTheNextRun() throws IOException {
		put("b.yml", PolicyText.approved().with("valid-from", "2026-11-20").with("section-school-days", "5"));
		assertThat(sectionDays()).isEqualTo(3);
		assertThat(this.rules.refresh()).isEmpty();
		assertThat(sectionDays()).isEqualTo(5);
		assertThat(this.rules.rules().policy().version()).isEqualTo("2026-11-20");
	}

	@Test
	void aVersionThatIsPutThereEarlyTakesOverOnItsDay() throws IOException {
		put("b.yml", PolicyText.approved().with("valid-from", "2026-11-21").with("section-school-days", "5"));
		this.rules.refresh();
		assertThat(sectionDays()).isEqualTo(3);
		this.clock.set("2026-11-21T00:00");
		assertThat(sectionDays()).isEqualTo(5);
	}

	@Test
	void aMalformedVersionIsRefusedWithItsPlaceAndTheRunningOneStays() throws IOException {
		put("b.yml", PolicyText.approved().with("valid-from", "2026-11-20").with("section-school-days", "five"));
		assertThat(this.rules.refresh()).get().satisfies((refused) -> {
			assertThat(refused.file()).endsWith("b.yml");
			assertThat(refused.line()).isPositive();
			assertThat(refused.column()).isNotEmpty();
		});
		assertThat(sectionDays()).isEqualTo(3);
	}

	@Test
	void aVersionThatNobodyApprovedIsRefused() throws IOException {
		put("b.yml", PolicyText.approved().with("valid-from", "2026-11-20").with("protocol", ""));
		assertThat(this.rules.refresh()).get()
			.satisfies((refused) -> assertThat(refused).hasMessageContaining("council.protocol is empty"));
		assertThat(sectionDays()).isEqualTo(3);
	}

	@Test
	void whenTheLastVersionIsTakenAwayTheRunningOneStays() throws IOException {
		Files.delete(this.folder.resolve("a.yml"));
		assertThat(this.rules.refresh()).isPresent();
		assertThat(sectionDays()).isEqualTo(3);
	}

	@Test
	void aVersionByWhichSomethingWasDecidedIsNotChangedInPlace() throws IOException {
		put("a.yml", PolicyText.approved().with("section-school-days", "5"));
		assertThat(this.rules.refresh()).get()
			.satisfies((refused) -> assertThat(refused)
				.hasMessageContaining("publication.section-school-days was 3 and is 5"));
		assertThat(sectionDays()).isEqualTo(3);
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> rules(this.clock));
	}

	@Test
	void aVersionByWhichSomethingWasDecidedIsNotTakenAway() throws IOException {
		put("b.yml", PolicyText.approved().with("valid-from", "2026-11-20"));
		assertThat(this.rules.refresh()).isEmpty();
		this.rules.rules();
		Files.delete(this.folder.resolve("a.yml"));
		assertThat(this.rules.refresh()).get()
			.satisfies((refused) -> assertThat(refused).hasMessageContaining("The version of 2026-09-01"));
	}

	@Test
	void aVersionThatDoesNotCountYetMayBeChangedAndACommentAlways() throws IOException {
		put("b.yml", PolicyText.approved().with("valid-from", "2026-11-21").with("section-school-days", "5"));
		assertThat(this.rules.refresh()).isEmpty();
		put("b.yml", PolicyText.approved().with("valid-from", "2026-11-21").with("section-school-days", "4"));
		Files.writeString(this.folder.resolve("a.yml"), "# read by the director\n" + PolicyText.approved());
		assertThat(this.rules.refresh()).isEmpty();
		this.clock.set("2026-11-21T00:00");
		assertThat(sectionDays()).isEqualTo(4);
	}

	@Test
	void theSchoolsOwnDaysAreSchoolDaysOrNot() throws IOException {
		put("b.yml",
				PolicyText.approved()
					.with("valid-from", "2026-11-20")
					.with("holidays", "[2026-11-23]")
					.with("workdays", "[2026-11-21]"));
		this.rules.refresh();
		assertThat(this.rules.rules().calendar().isSchoolDay(LocalDate.of(2026, 11, 23))).isFalse();
		assertThat(this.rules.rules().calendar().isSchoolDay(LocalDate.of(2026, 11, 21))).isTrue();
	}

	private int sectionDays() {
		return this.rules.rules().policy().publication().sectionSchoolDays();
	}

	private void put(String file, PolicyText policy) throws IOException {
		Files.writeString(this.folder.resolve(file), policy.toString());
	}

	private PolicyRules rules(Clock clock) {
		KopirSettings.School school = new Binder(new MapConfigurationPropertySource(
				Map.of("school.policies", this.folder.toString(), "school.journal.school-id", "1")))
			.bind("school", KopirSettings.School.class)
			.get();
		return new PolicyRules("rehearsal", school, new Tables(new DefaultResourceLoader(), "classpath:mappings"),
				new PolicyRegister(this.database.template()), clock, ALMATY);
	}

}
