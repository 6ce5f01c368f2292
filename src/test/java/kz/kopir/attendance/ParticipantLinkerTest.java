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

	private static Optional<ParticipantLinker.Link> link(List<Pupil> pupils, Map<String, PupilId> aliases,
			MeetingRow row) {
		return new ParticipantLinker(pupils, aliases, List.of(row)).link(row);
	}

	private static MeetingRow row(String name) {
		return row(name, null, null);
	}

	private static MeetingRow row(String name, @Nullable PupilId pupil, @Nullable String evidence) {
		return new MeetingRow(name, NINE, NINE.plusSeconds(600), false, false, pupil, evidence);
	}

	private static Pupil pupil(String id, String lastName, String firstName, @Nullable String middleName) {
		return new Pupil(new PupilId(id), lastName, firstName, middleName);
	}

}
