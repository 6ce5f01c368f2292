package kz.kopir.mail;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import kz.kopir.digest.Letter;
import kz.kopir.digest.LetterKind;
import kz.kopir.digest.WeekFigures;
import kz.kopir.problem.Owner;
import kz.kopir.problem.ProblemTexts;
import kz.kopir.school.ClassGroupId;
import kz.kopir.staff.StaffMember;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LettersTest {

	private static final Letter.Item NEW = new Letter.Item("p-1", 2, new ProblemTexts("бір\nекі", "один", "one"),
			Instant.parse("2026-11-20T03:00:00Z"), Instant.parse("2026-11-21T00:00:00Z"));

	private static final Letter.Item OLD = SampleSchool.item("p-2");

	private static final Letter.Item LAST = SampleSchool.item("p-3");

	private static final StaffMember PERSON = new StaffMember("t-1", Set.of(Owner.TEACHER, Owner.CLASS_TEACHER),
			"Person", "t-1@school.example", null, "42", null, Set.of(new ClassGroupId("70")));

	private static final Letter LETTER = new Letter(LetterKind.DAILY, PERSON, SampleSchool.FRIDAY,
			List.of(new Letter.Section("7 «А»", List.of(NEW, OLD)), new Letter.Section(null, List.of(LAST))), 3);

	@Test
	void aLetterIsReadAsItWasKept() {
		assertThat(Letters.read(Letters.write(LETTER))).isEqualTo(LETTER);
	}

	@Test
	void whatIsGoneIsLeftOutAndSoAreSectionsWithoutAnything() {
		StaffMember now = SampleSchool.member("t-1", "corrected@school.example");
		Letter rest = Letters.with(LETTER, now, Set.of(OLD));
		assertThat(rest).isEqualTo(new Letter(LetterKind.DAILY, now, SampleSchool.FRIDAY,
				List.of(new Letter.Section("7 «А»", List.of(OLD))), 3));
		assertThat(Letters.isWorthwhile(rest)).isTrue();
		assertThat(Letters.isWorthwhile(Letters.with(LETTER, now, Set.of()))).isFalse();
	}

	/** Whoever gives letters another field says here what becomes of it. */
	@Test
	void nothingElseOfALetterGetsLostOnTheWay() {
		assertThat(fields(Letter.class)).containsExactly("kind", "to", "day", "sections", "leftOut", "fresh", "weeks");
		assertThat(fields(Letter.Section.class)).containsExactly("classGroup", "items", "fresh");
		List<WeekFigures> weeks = List.of(new WeekFigures(LocalDate.of(2026, 11, 16), 2, 1, 0, 1));
		Letter.Section open = new Letter.Section("7 «А»", List.of(OLD), false);
		Letter full = new Letter(LetterKind.DAILY, PERSON, SampleSchool.FRIDAY,
				List.of(new Letter.Section("7 «А»", List.of(NEW, LAST)), open), 1, 3, weeks);
		assertThat(Letters.read(Letters.write(full))).isEqualTo(full);
		assertThat(Letters.with(full, PERSON, Set.of(NEW, OLD))).isEqualTo(new Letter(LetterKind.DAILY, PERSON,
				SampleSchool.FRIDAY, List.of(new Letter.Section("7 «А»", List.of(NEW)), open), 1, 2, weeks));
	}

	@Test
	void whatIsStillOpenMakesNoMailByItself() {
		Letter letter = new Letter(LetterKind.DAILY, PERSON, SampleSchool.FRIDAY,
				List.of(new Letter.Section("7 «А»", List.of(NEW)), new Letter.Section("7 «А»", List.of(OLD), false)), 0,
				1, List.of());
		assertThat(Letters.isWorthwhile(Letters.with(letter, PERSON, Set.of(OLD)))).isFalse();
	}

	@Test
	void aLetterThatCannotBeReadIsNotShown() {
		assertThatThrownBy(() -> Letters.read("{\"kind\":\"DAILY\",\"to\":\"t-1@school.example\"}"))
			.isInstanceOf(IllegalStateException.class)
			.hasNoCause()
			.hasMessageNotContaining("@");
	}

	private static List<String> fields(Class<?> record) {
		return Arrays.stream(record.getRecordComponents()).map(RecordComponent::getName).toList();
	}

}
