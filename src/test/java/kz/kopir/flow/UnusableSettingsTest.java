package kz.kopir.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import kz.kopir.testing.PolicyText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A gateway that cannot work with its settings does not start, and says which and why.
 */
@ExtendWith(OutputCaptureExtension.class)
class UnusableSettingsTest {

	private final GatewayHouse house = GatewayHouse.shared();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			kopir.schools.rehearsal.cron | every morning | every morning
			kopir.schools.rehearsal.cron | 0 0 0 1 1 ? 2020 | never fires again
			kopir.schools.rehearsal.write | homework, everything | everything
			kopir.parallelism | many | many
			""")
	void aValueThatCannotBeReadIsNamed(String setting, String value, String told, CapturedOutput output) {
		assertRefused(Map.of(setting, value), output, setting.substring(setting.lastIndexOf('.') + 1), told);
	}

	@Test
	void aTableWithoutOneOfItsColumnsIsNamed(@TempDir Path folder, CapturedOutput output) throws IOException {
		Path table = Files.writeString(folder.resolve("pupils.csv"), "classroom_user,pupil\n1,2\n");
		assertRefused(Map.of("kopir.schools.rehearsal.pupil-links", table.toString()), output, table.toString(),
				"pupil_id");
	}

	@Test
	void aPolicyThatNobodyApprovedIsRefusedWithTheField(@TempDir Path folder, CapturedOutput output)
			throws IOException {
		Files.writeString(folder.resolve("a.yml"), PolicyText.shipped().toString());
		assertRefused(Map.of("kopir.schools.rehearsal.policies", folder.toString()), output, "a.yml",
				"director.name is empty");
	}

	@Test
	void aMalformedPolicyIsNamedWithItsPlace(@TempDir Path folder, CapturedOutput output) throws IOException {
		Files.writeString(folder.resolve("a.yml"), PolicyText.approved().with("brake-minimum", "-3").toString());
		assertRefused(Map.of("kopir.schools.rehearsal.policies", folder.toString()), output, "a.yml", "line",
				"plans.brake-minimum is -3");
	}

	@Test
	void aSchoolWithoutAPolicyForTodayIsNamed(@TempDir Path folder, CapturedOutput output) throws IOException {
		assertRefused(Map.of("kopir.schools.rehearsal.policies", folder.toString()), output, "rehearsal",
				"no policy that counts");
	}

	@Test
	void aMappingThatIsNoProgramIsNamed(@TempDir Path folder, CapturedOutput output) throws IOException {
		Path mappings = Path.of("mappings");
		try (var files = Files.walk(mappings)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				Path copy = folder.resolve(mappings.relativize(file));
				Files.createDirectories(copy.getParent());
				Files.copy(file, copy);
			}
		}
		Files.writeString(folder.resolve("classroom/submission.jq"), "{ id, pupil: .userId");
		assertRefused(Map.of("kopir.mappings", "file:" + folder), output, "classroom/submission.jq",
				"no valid jq program");
	}

	private void assertRefused(Map<String, String> wrong, CapturedOutput output, String... told) {
		Map<String, String> settings = GatewayStart.settings(this.house.rehearsal(), this.house.database());
		settings.putAll(wrong);
		assertThatThrownBy(() -> GatewayStart.start(settings, this.house.rehearsal().clock())).isNotNull();
		assertThat(output.getAll()).contains("APPLICATION FAILED TO START").contains("Action:").contains(told);
	}

}
