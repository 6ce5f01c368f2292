package kz.kopir.roster;

import java.util.List;

import kz.kopir.school.ClassGroup;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.ClassroomUser;
import kz.kopir.school.ClassroomUserId;
import kz.kopir.school.Course;
import kz.kopir.school.CourseId;
import kz.kopir.school.Pupil;
import kz.kopir.school.PupilId;
import kz.kopir.school.Subject;
import kz.kopir.school.SubjectId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

class RosterProperties {

	@Property(tries = 300)
	void aNameNeverLinksAPupil(@ForAll("names") String last, @ForAll("names") String first,
			@ForAll("names") String email) {
		ClassroomUser user = new ClassroomUser(new ClassroomUserId("11"), email, last, first, first + " " + last);
		Pupil pupil = new Pupil(new PupilId("1"), last, first, null);
		List<PupilLinkRow> rows = List.of(new PupilLinkRow("someone@else.kz", pupil.id()));
		assertThat(new PupilLinker(rows).link(List.of(user), List.of(pupil), (id) -> true).values())
			.allMatch(Linking.Unlinked.class::isInstance);
	}

	@Property(tries = 300)
	void aNameNeverLinksACourse(@ForAll("names") String name, @ForAll("names") String section,
			@ForAll("names") String description) {
		Course course = new Course(new CourseId("9"), name, section, description, new ClassroomUserId("1"),
				Course.State.ACTIVE);
		ClassGroup classGroup = new ClassGroup(new ClassGroupId("70"), section, 7, null);
		Subject subject = new Subject(new SubjectId("4"), name);
		assertThat(new CourseLinker(List.of()).link(course, List.of(),
				new SchoolNames(List.of(classGroup), List.of(subject))))
			.isInstanceOf(Linking.Unlinked.class);
	}

	@Property(tries = 300)
	void noDescriptionOrAliasMakesLinkingThrow(@ForAll("codes") String description, @ForAll("codes") String alias) {
		Course course = new Course(new CourseId("9"), "Алгебра", "7А", description, new ClassroomUserId("1"),
				Course.State.ACTIVE);
		ClassGroup classGroup = new ClassGroup(new ClassGroupId("70"), "7А", 7, null);
		Subject subject = new Subject(new SubjectId("4"), "Алгебра");
		assertThat(new CourseLinker(List.of()).link(course, List.of(alias),
				new SchoolNames(List.of(classGroup), List.of(subject))))
			.isNotNull();
	}

	@Property(tries = 300)
	void foldingTakesAnyTextAndGivesLettersOnly(@ForAll String name) {
		assertThat(Names.fold(name)).matches("[a-z]*");
	}

	@Provide
	Arbitrary<String> names() {
		return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(30),
				Arbitraries.of("Қасымова", "Әсел", "7А", "7 «А»", "Алгебра", "Ұлан", "Amir"));
	}

	@Provide
	Arbitrary<String> codes() {
		return Arbitraries
			.of("kopir:", "d:", "p:", "kopir.", "70", "/", "4", ".", "7А", "Алгебра", "\n", ";", " ", "\u0000")
			.list()
			.ofMaxSize(12)
			.map((parts) -> String.join("", parts));
	}

}
