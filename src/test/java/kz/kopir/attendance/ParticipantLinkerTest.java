package kz.kopir.attendance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import kz.kopir.school.MeetingRow;
import kz.kopir.school.Pupil;
import kz.kopir.school.PupilId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ParticipantLinkerTest {

	private static final Instant NINE = Instant.parse("2027-02-26T04:00:00Z");

	private static final Pupil ALI = pupil("1", "Сынақов", "Али", "Үлгіұлы");

	private static final Pupil DANA = pupil("2", "Мысалова", "Дана", null);

	/** Surname and given name read like the given names of the two others. */
	private static final Pupil ALI_DANA = pupil("3", "Али", "Дана", null);

	private static final List<Pupil> CLASS = List.of(ALI, DANA);

	@ParameterizedTest
	@ValueSource(strings = { "registrant-id", "customer-key", "own-account-user", "own-account-email" })
	void whomTheSourceNamesWinsOverAliasAndName(String evidence) {
		MeetingRow row = row("Мысалова Дана", ALI.id(), evidence);
		assertThat(link(CLASS, Map.of("мысалова дана", DANA.id()), row))
			.contains(new ParticipantLinker.Link(ALI.id(), evidence));
	}

	@Test
	void idsThatNameDifferentPupilsNameNobodyWhateverTheNameSays() {
		MeetingRow row = row("Мысалова Дана", null, "contradicting-ids");
		assertThat(link(CLASS, Map.of(), row)).isEmpty();
		assertThat(link(CLASS, Map.of("мысалова дана", DANA.id()), row)).isEmpty();
		assertThat(link(CLASS, Map.of("дана", DANA.id()), row("Дана", null, "contradicting-ids"))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Али, Дана", "Али#Дана", "АЛИ ,  дана 🙂", "Дана, Али", "Әли, Дана", "Ali#Dana" })
	void givenNamesOfTheClassAreTwoChildrenAndNeverOneWhoIsCalledLikeBoth(String name) {
		List<Pupil> pupils = List.of(ALI, DANA, ALI_DANA);
		assertThat(link(pupils, Map.of(), row(name))).isEmpty();
		assertThat(link(pupils, Map.of(ParticipantNames.key(name), ALI_DANA.id()), row(name))).isEmpty();
		assertThat(new ParticipantSuggestions(pupils).of(name))
			.contains(new LinkSuggestion(ALI.id(), "several-children"),
					new LinkSuggestion(DANA.id(), "several-children"))
			.extracting(LinkSuggestion::evidence)
			.containsOnly("several-children");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Али, Дана", "Али#Дана", "Дана, Али", "Али Дана" })
	void aCommaBetweenSurnameAndGivenNameIsNoListWhenNobodyIsCalledSo(String name) {
		assertThat(link(List.of(DANA, ALI_DANA), Map.of(), row(name)))
			.contains(new ParticipantLinker.Link(ALI_DANA.id(), "full-name"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Сынақов Али", "Али Сынақов", "Сынақов Али Үлгіұлы", "Али Үлгіұлы Сынақов" })
	void aFullNameThatOnePupilHasLinksInEachOrderAndWithPatronymic(String name) {
		assertThat(link(CLASS, Map.of(), row(name))).contains(new ParticipantLinker.Link(ALI.id(), "full-name"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "  СЫНАҚОВ   али ", "Сынақов\u00A0Али", "Сын\u00ADақов\u200B \u2066Али\u2069",
			"\uFEFFСынақов Али", "🦁Сынақов🦁Али👍🏽", "Сынақов#Али", "Сынақов, Али", "Сынақов\tАли\u0000",
			"Сынақов Али (Host)", "Сынақов Али (организатор)", "Сынақов Али 🇰🇿" })
	void caseBlanksInvisibleCharactersEmojiAndCommasPlayNoPart(String name) {
		assertThat(link(CLASS, Map.of(), row(name))).contains(new ParticipantLinker.Link(ALI.id(), "full-name"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Сынаков Али", "Сынақов Әли", "Synakov Ali", "Сынақов Aли", "Сынақов Али 7А", "Сынақов",
			"Али", "Сынақов А.", "Сынақов Али Мысалұлы", "Сынақов Али мама", "iPhone Сынақов Али", "Сынақов-Али",
			"СынақовАли", "Сынақов и Али", "", " ", "🙂" })
	void anotherSpellingOrHalfANameNeverLinks(String name) {
		assertThat(link(CLASS, Map.of(), row(name))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "Ұлан, Улан", "Әли, Али", "Ілияс, Илияс", "Құралай, Куралай", "Ғани, Гани", "Өмір, Омір",
			"Үміт, Уміт" })
	void aKazakhLetterIsAnotherNameThanTheRussianOne(String kazakh, String russian) {
		Pupil one = pupil("1", "Сынақов", kazakh, null);
		Pupil other = pupil("2", "Сынақов", russian, null);
		assertThat(link(List.of(one, other), Map.of(), row("Сынақов " + kazakh))).map(ParticipantLinker.Link::pupil)
			.contains(one.id());
		assertThat(link(List.of(one, other), Map.of(), row(russian + " Сынақов"))).map(ParticipantLinker.Link::pupil)
			.contains(other.id());
		assertThat(link(List.of(one), Map.of(), row("Сынақов " + russian))).isEmpty();
	}

	@Test
	void namesakesAreNeverLinkedByTheirNameNotEvenByAnAlias() {
		Pupil namesake = pupil("9", "Сынақов", "Али", "Мысалұлы");
		List<Pupil> pupils = List.of(ALI, namesake);
		assertThat(link(pupils, Map.of(), row("Сынақов Али"))).isEmpty();
		assertThat(link(pupils, Map.of("сынақов али", ALI.id()), row("Сынақов Али"))).isEmpty();
		assertThat(link(pupils, Map.of(), row("Сынақов Али Мысалұлы"))).map(ParticipantLinker.Link::pupil)
			.contains(namesake.id());
	}

	@Test
	void twoPupilsWhoseNamesAreEachOtherTurnedRoundAreNamesakes() {
		List<Pupil> pupils = List.of(pupil("1", "Мерей", "Дәулет", null), pupil("2", "Дәулет", "Мерей", null));
		assertThat(link(pupils, Map.of(), row("Мерей Дәулет"))).isEmpty();
	}

	@Test
	void anAliasThatATeacherConfirmedLinks() {
		assertThat(link(CLASS, Map.of("cool cat", DANA.id()), row("Cool  CAT 😺")))
			.contains(new ParticipantLinker.Link(DANA.id(), "alias"));
		assertThat(link(CLASS, Map.of("cool cat", DANA.id()), row("Cool Cats"))).isEmpty();
	}

	@Test
	void anAliasThatIsTheFullNameOfAnotherPupilLinksNobody() {
		assertThat(link(CLASS, Map.of("мысалова дана", ALI.id()), row("Мысалова Дана"))).isEmpty();
		assertThat(link(CLASS, Map.of("мысалова дана", DANA.id()), row("Мысалова Дана")))
			.contains(new ParticipantLinker.Link(DANA.id(), "full-name"));
	}

	@Test
	void anAliasThatTwoUseAtOnceLinksNeither() {
		MeetingRow one = row("iPhone", 0, 20);
		MeetingRow other = row("IPHONE", 10, 30);
		ParticipantLinker linker = new ParticipantLinker(CLASS, Map.of("iphone", DANA.id()), List.of(one, other));
		assertThat(linker.link(one)).isEmpty();
		assertThat(linker.link(other)).isEmpty();
	}

	@Test
	void anAliasOfOneWhoLeftAndCameBackLinksBothStays() {
		MeetingRow one = row("iPhone", 0, 10);
		MeetingRow other = row("iPhone", 10, 30);
		ParticipantLinker linker = new ParticipantLinker(CLASS, Map.of("iphone", DANA.id()),
				List.of(one, other, other));
		assertThat(linker.link(one)).isPresent();
		assertThat(linker.link(other)).isPresent();
	}

	@Test
	void anAliasIsNotParallelToItsUsersWhomTheSourceNamesOrStaff() {
		MeetingRow one = row("iPhone", 0, 20);
		MeetingRow named = row("iPhone", ALI.id(), "registrant-id");
		MeetingRow staff = new MeetingRow("iPhone", NINE, NINE.plusSeconds(600), false, true, null, null);
		assertThat(new ParticipantLinker(CLASS, Map.of("iphone", DANA.id()), List.of(one, named, staff)).link(one))
			.contains(new ParticipantLinker.Link(DANA.id(), "alias"));
	}

	@Test
	void aPupilWithoutGivenNameOrSurnameIsNeverLinkedByName() {
		Pupil half = pupil("1", "Сынақов", " ", null);
		assertThat(link(List.of(half), Map.of(), row("Сынақов"))).isEmpty();
		assertThat(link(List.of(half), Map.of(), row(""))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "Сынақов Али 7А; name-with-class", "7 «А» Али; name-with-class", "Али 7-Б; name-with-class",
					"Synakov Ali; name-spelled-alike", "Synaqov Äli; name-spelled-alike",
					"Сынаков Али; name-spelled-alike", "СынақовАли; name-spelled-alike",
					"iPhone (Сынақов Али); device-name", "Redmi Али; device-name", "Redmi Note 9 Pro Али; device-name",
					"Galaxy A12 Сынақов; device-name", "мама Сынақов Али; parent-name", "Али мамасы; parent-name",
					"Сынақов; surname-only", "Synakov; surname-only", "Али; given-name-only", "Ali; given-name-only" })
	void aNameThatLinksToNobodySuggestsWithItsEvidence(String name, String evidence) {
		assertThat(link(CLASS, Map.of(), row(name))).isEmpty();
		assertThat(new ParticipantSuggestions(CLASS).of(name)).containsExactly(new LinkSuggestion(ALI.id(), evidence));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Али и Дана", "Али мен Дана", "Али және Дана", "Ali and Dana", "Али & Дана", "Али+Дана",
			"Али/Дана", "Сынақов Али, Мысалова Дана", "Сынақов Али # Мысалова Дана", "Сынақов Али (Мысалова Дана)" })
	void twoChildrenOnOneDeviceAreSuggestedBoth(String name) {
		assertThat(link(CLASS, Map.of(), row(name))).isEmpty();
		assertThat(new ParticipantSuggestions(CLASS).of(name)).containsExactly(
				new LinkSuggestion(ALI.id(), "several-children"), new LinkSuggestion(DANA.id(), "several-children"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "iPhone", "77011234567", "7А", "", "🙂", "мама", "zzz", "Zoom user" })
	void aNameThatSaysNothingSuggestsNobody(String name) {
		assertThat(new ParticipantSuggestions(CLASS).of(name)).isEmpty();
	}

	private static Optional<ParticipantLinker.Link> link(List<Pupil> pupils, Map<String, PupilId> aliases,
			MeetingRow row) {
		return new ParticipantLinker(pupils, aliases, List.of(row)).link(row);
	}

	private static MeetingRow row(String name) {
		return row(name, null, null);
	}

	private static MeetingRow row(String name, int from, int to) {
		return new MeetingRow(name, NINE.plusSeconds(60L * from), NINE.plusSeconds(60L * to), false, false, null, null);
	}

	private static MeetingRow row(String name, @Nullable PupilId pupil, @Nullable String evidence) {
		return new MeetingRow(name, NINE, NINE.plusSeconds(600), false, false, pupil, evidence);
	}

	private static Pupil pupil(String id, String lastName, String firstName, @Nullable String middleName) {
		return new Pupil(new PupilId(id), lastName, firstName, middleName);
	}

}
