package kz.kopir.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import kz.kopir.mapping.MappingException;
import kz.kopir.school.SchoolId;
import kz.kopir.staff.Staff;
import kz.kopir.staff.StaffBook;
import kz.kopir.staff.StaffMember;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Each school has its own people, and a mistake in their table stops the start.
 */
class StaffSettingsTest {

	private static final String PEOPLE = String.join(",", Staff.COLUMNS)
			+ "\nit,it-staff|deputy-head,Support,it@school.example,ru,,,\n";

	@TempDir
	private Path folder;

	@Test
	void aSchoolHasThePeopleOfItsTableAndNobodyWithoutOne() throws IOException {
		Files.writeString(this.folder.resolve("staff.csv"), PEOPLE);
		StaffBook book = book(
				Map.of("one.staff", this.folder.resolve("staff.csv").toString(), "two.cron", "0 0 8 * * ?"));
		assertThat(book.of(new SchoolId("one")).members()).extracting(StaffMember::key).containsExactly("it");
		assertThat(book.of(new SchoolId("two")).isEmpty()).isTrue();
		assertThatIllegalArgumentException().isThrownBy(() -> book.of(new SchoolId("three")))
			.withMessageContaining("three");
	}

	@Test
	void aMistakeIsToldWithItsPlaceWhenTheGatewayStarts() throws IOException {
		Path file = Files.writeString(this.folder.resolve("staff.csv"), PEOPLE.replace("ru", "de"));
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> book(Map.of("one.staff", file.toString())))
			.withMessageContaining(file + ", line 2, column language");
	}

	private static StaffBook book(Map<String, String> schools) {
		Map<String, String> settings = new LinkedHashMap<>();
		schools.forEach((name, value) -> settings.put("kopir.schools." + name, value));
		KopirSettings bound = new Binder(new MapConfigurationPropertySource(settings))
			.bind("kopir", KopirSettings.class)
			.get();
		return new SchoolsConfiguration().staffBook(bound, new DefaultResourceLoader());
	}

}
