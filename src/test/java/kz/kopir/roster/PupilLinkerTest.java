package kz.kopir.roster;

import java.util.List;
import java.util.Map;

import kz.kopir.mapping.MappingException;
import kz.kopir.mapping.SampleTables;
import kz.kopir.problem.ProblemCode;
import kz.kopir.school.ClassroomUser;
import kz.kopir.school.ClassroomUserId;
import kz.kopir.school.Pupil;
import kz.kopir.school.PupilId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PupilLinkerTest {

	private static final List<Pupil> CLASS = List.of(pupil("1", "Қасымова", "Әсел"), pupil("2", "Үлан", "Әмір"),
			pupil("3", "Ұлан", "Амир"), pupil("4", "Жұмабаев", "Ерсұлтан"));

	@Test
	void theSchoolsTableLinksByIdAndByAddressInAnyCase() {
		Map<ClassroomUserId, Linking<PupilId>> linkings = link(List.of(row("11", "1"), row("P2@School.KZ", "2")),
				user("11", null), user("12", "p2@school.kz"));
		assertThat(linkings).containsOnly(
				Map.entry(id("11"), new Linking.Linked<>(new PupilId("1"), "pupil-link-table-user-id")),
				Map.entry(id("12"), new Linking.Linked<>(new PupilId("2"), "pupil-link-table-email")));
	}

	@Test
	void twoRowsThatSayTheSameLink() {
		assertThat(link(List.of(row("11", "1"), row("a@b.kz", "1"), row("11", "1")), user("11", "A@b.kz")))
			.containsEntry(id("11"), new Linking.Linked<>(new PupilId("1"), "pupil-link-table-user-id"));
	}

	@Test
	void conflictingRowsLinkNobodyConcerned() {
		Map<ClassroomUserId, Linking<PupilId>> linkings = link(
				List.of(row("11", "1"), row("a@b.kz", "2"), row("12", "2"), row("13", "4")), user("11", "a@b.kz"),
				user("12", null), user("13", null));
		assertCode(linkings, "11", ProblemCode.PUPIL_LINK_AMBIGUOUS);
		assertCode(linkings, "12", ProblemCode.PUPIL_LINK_AMBIGUOUS);
		assertThat(linkings.get(id("13"))).isInstanceOf(Linking.Linked.class);
	}

	@Test
	void twoUsersForOnePupilLinkNeither() {
		Map<ClassroomUserId, Linking<PupilId>> linkings = link(List.of(row("11", "1"), row("12", "1")),
				user("11", null), user("12", null));
		assertCode(linkings, "11", ProblemCode.PUPIL_LINK_AMBIGUOUS);
		assertCode(linkings, "12", ProblemCode.PUPIL_LINK_AMBIGUOUS);
	}

	@Test
	void aUserWhoAppearsOnTwoPagesIsOneUser() {
		assertThat(link(List.of(row("11", "1")), user("11", null), user("11", null)).get(id("11")))
			.isInstanceOf(Linking.Linked.class);
	}

	@Test
	void aPupilOfAnotherClassGroupIsNotLinkedHere() {
		Map<ClassroomUserId, Linking<PupilId>> linkings = link(List.of(row("11", "50"), row("12", "99")),
				user("11", null), user("12", null));
		assertThat(linkings).containsEntry(id("11"), new Linking.Unlinked<>(ProblemCode.PUPIL_NOT_IN_CLASS_GROUP,
				Map.of("classroomUser", "11", "pupil", "50", "inSchool", "yes"), List.of()));
		assertThat(linkings).containsEntry(id("12"), new Linking.Unlinked<>(ProblemCode.PUPIL_NOT_IN_CLASS_GROUP,
				Map.of("classroomUser", "12", "pupil", "99", "inSchool", "no"), List.of()));
	}

	@Test
	void aNameSpelledAlikeOnlySuggests() {
		Linking<PupilId> linking = link(List.of(), named("11", "Kassymova", "Asel")).get(id("11"));
		assertThat(linking).isEqualTo(new Linking.Unlinked<>(ProblemCode.PUPIL_NOT_LINKED,
				Map.of("classroomUser", "11"), List.of(new Suggestion("1", "name-spelled-alike"))));
	}

	@Test
	void nothingIsSuggestedWhenTwoPupilsCouldBeMeant() {
		assertThat(suggestions(link(List.of(), named("11", "Ulan", "Amir")), "11")).isEmpty();
		assertThat(suggestions(link(List.of(row("12", "2")), named("11", "Ұлан", "Амир"), user("12", null)), "11"))
			.isEmpty();
	}

	@Test
	void nothingIsSuggestedWhenTwoUsersCouldBeThePupil() {
		Map<ClassroomUserId, Linking<PupilId>> linkings = link(List.of(), named("11", "Қасымова", "Әсел"),
				named("12", "Asel", "Qasymova"));
		assertThat(suggestions(linkings, "11")).isEmpty();
		assertThat(suggestions(linkings, "12")).isEmpty();
	}

	@Test
	void theOrderOfTheRosterIsKept() {
		assertThat(link(List.of(), user("13", null), user("11", null), user("12", null)).keySet())
			.containsExactly(id("13"), id("11"), id("12"));
	}

	@Test
	void noTextFormShowsAnAddressOrASuggestion() {
		assertThat(row("p2@school.kz", "2")).hasToString("PupilLinkRow[2]");
		assertThat(link(List.of(), named("11", "Kassymova", "Asel")).get(id("11")).toString())
			.isEqualTo("Unlinked[PUPIL_NOT_LINKED, {classroomUser=11}]");
	}

	@Test
	void aRowWithAnEmptyCellIsRefusedWithItsPlaceAndWithoutTheAddress() {
		assertThatExceptionOfType(MappingException.class)
			.isThrownBy(() -> PupilLinkRow.of(SampleTables.of(PupilLinkRow.COLUMNS, "p2@school.kz,")))
			.withMessageContaining("line 2, column pupil_id")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("p2"));
	}

	@Test
	void theShippedTableIsEmpty() {
		assertThat(PupilLinkRow.of(SampleTables.shipped("pupil-links.csv", PupilLinkRow.COLUMNS))).isEmpty();
	}

	private static Map<ClassroomUserId, Linking<PupilId>> link(List<PupilLinkRow> rows, ClassroomUser... roster) {
		return new PupilLinker(rows).link(List.of(roster), CLASS, new PupilId("50")::equals);
	}

	private static List<Suggestion> suggestions(Map<ClassroomUserId, Linking<PupilId>> linkings, String user) {
		assertThat(linkings.get(id(user))).isInstanceOf(Linking.Unlinked.class);
		return ((Linking.Unlinked<PupilId>) linkings.get(id(user))).suggestions();
	}

	private static void assertCode(Map<ClassroomUserId, Linking<PupilId>> linkings, String user, ProblemCode code) {
		assertThat(linkings.get(id(user))).isInstanceOfSatisfying(Linking.Unlinked.class,
				(unlinked) -> assertThat(unlinked.code()).isEqualTo(code));
	}

	private static PupilLinkRow row(String user, String pupil) {
		return new PupilLinkRow(user, new PupilId(pupil));
	}

	private static ClassroomUserId id(String value) {
		return new ClassroomUserId(value);
	}

	private static ClassroomUser user(String id, @Nullable String email) {
		return new ClassroomUser(id(id), email, null, null, null);
	}

	private static ClassroomUser named(String id, String family, String given) {
		return new ClassroomUser(id(id), null, family, given, given + " " + family);
	}

	private static Pupil pupil(String id, String last, String first) {
		return new Pupil(new PupilId(id), last, first, null);
	}

}
