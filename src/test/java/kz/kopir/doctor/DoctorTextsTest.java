package kz.kopir.doctor;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import kz.kopir.school.SchoolId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DoctorTextsTest {

	private static final List<DoctorTexts> ALL = Arrays.stream(Language.values()).map(DoctorTexts::in).toList();

	@Test
	void theThreeLanguagesSayTheSameThings() {
		Set<String> expected = new TreeSet<>(
				Set.of("title", "gateway", "school", "summary", "notChecked", "unknownSchool"));
		Arrays.stream(Level.values()).forEach((level) -> expected.add("level." + level));
		Arrays.stream(Check.values()).forEach((check) -> expected.add(check + ".name"));
		Arrays.stream(Ailment.values()).forEach((ailment) -> {
			expected.add(ailment + ".what");
			expected.add(ailment + ".do");
		});
		assertThat(ALL).allSatisfy((texts) -> assertThat(texts.keys()).isEqualTo(expected));
		DoctorTexts first = ALL.get(0);
		expected.forEach((key) -> assertThat(ALL)
			.allSatisfy((texts) -> assertThat(texts.placeholders(key)).as(key).isEqualTo(first.placeholders(key))));
	}

	@ParameterizedTest
	@EnumSource
	void everyAilmentSaysAllItsDetailsAndWhatToDo(Ailment ailment) {
		Map<String, String> details = new HashMap<>();
		ailment.details().forEach((detail) -> details.put(detail, "<" + detail + ">"));
		for (DoctorTexts texts : ALL) {
			String what = texts.what(ailment, details);
			assertThat(what).doesNotContain("{", "}", "''");
			ailment.details().forEach((detail) -> assertThat(what).contains("<" + detail + ">"));
			assertThat(texts.remedy(ailment, details)).hasSizeGreaterThan(15).doesNotContain("{", "}", "''");
		}
	}

	@Test
	void everyLanguageIsItself() {
		assertThat(DoctorTexts.in(Language.KK).remedy(Ailment.TIME_ZONE_OLD, Map.of())).containsPattern("[әғқңөұүһі]");
		assertThat(DoctorTexts.in(Language.RU).remedy(Ailment.TIME_ZONE_OLD, Map.of())).containsPattern("[а-я]")
			.doesNotContainPattern("[әғқңөұүһі]");
		assertThat(DoctorTexts.in(Language.EN).remedy(Ailment.TIME_ZONE_OLD, Map.of())).doesNotContainPattern("[а-я]");
	}

	@Test
	void kazakhIsSpokenUnlessAnotherLanguageIsAskedFor() {
		assertThat(DoctorCommand.of().language()).isEqualTo(Language.KK);
		assertThat(DoctorCommand.of("--lang=ru", "--school=s1", "--kopir.parallelism=2"))
			.isEqualTo(new DoctorCommand(new SchoolId("s1"), Language.RU, List.of("--kopir.parallelism=2")));
		assertThatThrownBy(() -> DoctorCommand.of("--lang=de")).hasMessageContaining("kk, ru, en")
			.hasMessageContaining("de");
	}

}
