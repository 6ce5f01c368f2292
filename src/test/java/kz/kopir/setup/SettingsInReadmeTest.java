package kz.kopir.setup;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The README tells every setting.
 */
class SettingsInReadmeTest {

	@Test
	void everySettingOfTheGatewayStandsInTheTable() throws Exception {
		String readme = Files.readString(Path.of("README.md"));
		String table = readme.substring(readme.indexOf("### Settings"), readme.indexOf("### Tables and mappings"));
		List<Class<?>> settings = settings();
		assertThat(settings).contains(KopirSettings.class).hasSizeGreaterThan(3);
		for (Class<?> record : settings) {
			assertThat(names(record)).as(record.getSimpleName())
				.allSatisfy((name) -> assertThat(table).contains(name + "`"));
		}
	}

	private static List<Class<?>> settings() throws ClassNotFoundException, IOException {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
		List<Class<?>> settings = new ArrayList<>();
		for (BeanDefinition found : scanner.findCandidateComponents("kz.kopir")) {
			settings.add(Class.forName(found.getBeanClassName()));
		}
		return settings;
	}

	private static List<String> names(Class<?> settings) {
		List<String> names = new ArrayList<>();
		for (RecordComponent component : settings.getRecordComponents()) {
			if (valueOf(component.getGenericType()) instanceof Class<?> value && value.isRecord()) {
				names.addAll(names(value));
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

	/** What a map of settings holds, else null. */
	private static Type valueOf(Type type) {
		return (type instanceof ParameterizedType map && map.getActualTypeArguments().length == 2)
				? map.getActualTypeArguments()[1] : null;
	}

}
