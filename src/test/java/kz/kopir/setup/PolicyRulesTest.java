package kz.kopir.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;

import kz.kopir.testing.PolicyText;
import kz.kopir.testing.DrivenClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A new version of a policy is taken while the gateway runs, or refused as a whole.
 */
class PolicyRulesTest {

	private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

	private final DrivenClock clock = new DrivenClock();

	@TempDir
	private Path folder;

	private PolicyRules rules;

	@BeforeEach
	void start() throws IOException {
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
				clock, ALMATY);
	}

}
