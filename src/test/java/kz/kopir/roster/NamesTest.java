package kz.kopir.roster;

import java.util.Collections;

import kz.kopir.school.ClassroomUser;
import kz.kopir.school.ClassroomUserId;
import kz.kopir.school.Pupil;
import kz.kopir.school.PupilId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NamesTest {

	@ParameterizedTest
	@CsvSource({ "Қасымова,Касымова", "Қасымова,Kassymova", "Қасымова,Qasymova", "Қасымова,Kasymova",
			"Қасымова,Qasımova", "Қасымова,Kasimova", "Әсел,Асель", "Әсел,Asel", "Әсел,Ásel", "Әсел,Äsel",
			"Жұмабаев,Zhumabayev", "Жұмабаев,Zhumabaev", "Жұмабаев,Jumabaev", "Жұмабаев,Жумабаев", "Ерсұлтан,Yersultan",
			"Ерсұлтан,Ersūltan", "Шыңғыс,Shynggys", "Шыңғыс,Şıñğıs", "Шыңғыс,Shyńǵys", "Айгүл,Айгуль", "Айгүл,Aigul",
			"Айгүл,Aıgúl", "Айгүл,Aygul", "Алиев,Aliyev", "Юлия,Yuliya", "Юлия,Iuliia", "Мария,Mariya", "Мария,Mariia",
			"Джамиля,Jamilya", "Әубәкір,Áýbákir", "Өтеген,Otegen", "Өтеген,Ötegen", "Фёдор,Федор", "Ахмет,Akhmet",
			"Ахмет,Ahmet", "Максим,Maxim", "Қуаныш,Kuanysh", "Қуаныш,Qwanysh", "Нұрсұлтан,Nursultan" })
	void spellingsOfOneNameHaveOneKey(String name, String spelling) {
		assertThat(Names.fold(spelling)).isEqualTo(Names.fold(name)).isNotEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "Асан,Үсен", "Айгүл,Айбек", "Қасымова,Қасенова", "Ерлан,Арлан", "Дана,Дина", "Нұрлан,Нұрбол" })
	void differentNamesHaveDifferentKeys(String one, String other) {
		assertThat(Names.fold(one)).isNotEqualTo(Names.fold(other));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "iPhone \uD83D\uDE00", "12345" })
	void anythingCanBeFolded(String name) {
		assertThat(Names.fold(name)).matches("[a-z]*");
	}

	@Test
	void halfOfACharacterCanBeFolded() {
		assertThat(Names.fold("\uD800")).isEmpty();
	}

	@Test
	void theOrderOfNamesAndAPatronymicWrittenApartDoNotMatter() {
		Pupil pupil = new Pupil(new PupilId("1"), "Өтегенұлы", "Арман", "Серікұлы");
		assertThat(Names.keysOf(pupil)).contains(key("Арман Өтеген ұлы"), key("Otegenuly Arman"),
				key("Отегенулы Арман Серик улы"));
	}

	@Test
	void aUserWithOneNameOnlyHasNoPairOfNames() {
		ClassroomUser user = new ClassroomUser(new ClassroomUserId("1"), null, "", "Әсел", "Әсел");
		assertThat(Names.keysOf(user)).containsExactly(Names.fold("Әсел"));
		assertThat(Names.keysOf(user))
			.doesNotContainAnyElementsOf(Names.keysOf(new Pupil(new PupilId("1"), "Қасымова", "Әсел", null)));
	}

	private static String key(String fullName) {
		ClassroomUser user = new ClassroomUser(new ClassroomUserId("1"), null, null, null, fullName);
		return Collections.max(Names.keysOf(user));
	}

}
