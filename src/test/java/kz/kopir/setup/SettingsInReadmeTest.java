package kz.kopir.setup;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The README tells every setting.
 */
class SettingsInReadmeTest {

	@Test
	void everySettingOfASchoolAndOfTheGatewayStandsInTheTable() throws IOException {
		String readme = Files.readString(Path.of("README.md"));
		String table = readme.substring(readme.indexOf("### Settings"), readme.indexOf("### Tables and mappings"));
		assertThat(names(KopirSettings.class)).allSatisfy((name) -> assertThat(table).contains(name + "`"));
	}

	private static List<String> names(Class<?> settings) {
		List<String> names = new ArrayList<>();
		for (RecordComponent component : settings.getRecordComponents()) {
			if (component.getName().equals("schools")) {
				names.addAll(names(KopirSettings.School.class));
			}
			else if (component.getType().isRecord()) {
				names.addAll(names(component.getType()));
			}
			else {
				names.add(component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
			}
		}
		return names;
	}

}
