package kz.kopir.staff;

import java.util.List;

import kz.kopir.mapping.MappingException;
import kz.kopir.mapping.SampleTables;
import kz.kopir.problem.Owner;
import kz.kopir.school.ClassGroupId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Who is told what. All people are made up.
 */
class StaffTest {

	private static final String IT = "it,it-staff,Support,it@school.example,ru,,,";

	private static final String HEAD = "head,deputy-head,Deputy head,head@school.example,kk,,31,";

	private static final String TEACHER = "t1,teacher|class-teacher,Teacher One,one@school.example,,100000000000000000017,"
			+ "41,71|72";

	private static final ClassGroupId CLASS = new ClassGroupId("71");

	private final Staff staff = of(IT, HEAD, TEACHER);

	@Test
	void theTableThatIsShippedIsEmptyAndNobodyIsToldAnything() {
		Staff shipped = Staff.of(SampleTables.shipped("staff.csv", Staff.COLUMNS));
		assertThat(shipped.isEmpty()).isTrue();
		Recipients nobody = shipped.recipients(Owner.IT_STAFF, null, null);
		assertThat(nobody.people()).isEmpty();
		assertThat(nobody.missing()).isEqualTo(new MissingPerson(Owner.IT_STAFF, null));
	}

	@Test
	void aLineTellsEverythingOfAPerson() {
		assertThat(this.staff.members()).hasSize(3);
		StaffMember teacher = this.staff.members().get(2);
		assertThat(teacher.key()).isEqualTo("t1");
		assertThat(teacher.roles()).containsExactlyInAnyOrder(Owner.TEACHER, Owner.CLASS_TEACHER);
		assertThat(teacher.name()).isEqualTo("Teacher One");
		assertThat(teacher.email()).isEqualTo("one@school.example");
		assertThat(teacher.language()).isNull();
		assertThat(teacher.classroomId()).isEqualTo("100000000000000000017");
		assertThat(teacher.journalId()).isEqualTo("41");
		assertThat(teacher.classGroups()).containsExactlyInAnyOrder(CLASS, new ClassGroupId("72"));
		assertThat(this.staff.members().get(0).language()).isEqualTo("ru");
	}

	@ParameterizedTest
	@CsvSource({ "TEACHER,100000000000000000017,t1", "TEACHER,41,t1", "TEACHER,31,head", "CLASS_TEACHER,,t1",
			"DEPUTY_HEAD,41,head", "IT_STAFF,41,it" })
	void aProblemIsToldToItsOwner(Owner owner, String ownerRef, String key) {
		Recipients recipients = this.staff.recipients(owner, ownerRef, CLASS);
		assertThat(recipients.people()).extracting(StaffMember::key).containsExactly(key);
		assertThat(recipients.missing()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "TEACHER,999,71,999", "TEACHER,,71,", "CLASS_TEACHER,41,73,73", "CLASS_TEACHER,41,," })
	void whatIsForSomebodyWhoDoesNotStandThereIsToldToTheItStaff(Owner owner, String ownerRef, String classGroup,
			String ref) {
		Recipients recipients = this.staff.recipients(owner, ownerRef,
				(classGroup == null) ? null : new ClassGroupId(classGroup));
		assertThat(recipients.people()).extracting(StaffMember::key).containsExactly("it");
		assertThat(recipients.missing()).isEqualTo(new MissingPerson(owner, ref));
	}

	@Test
	void everyoneOfARoleIsTold() {
		Staff two = of(IT, HEAD, "it2,it-staff,Support Two,it2@school.example,kk,,,");
		assertThat(two.recipients(Owner.IT_STAFF, null, null).people()).extracting(StaffMember::key)
			.containsExactly("it", "it2");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			t2,teacher,Two,two@school,kk,2,,             ; email        ; no e-mail address
			t2,teacher,Two,two.school.example,kk,2,,     ; email        ; no e-mail address
			t2,teacher,Two,a@b.kz x@y.kz,kk,2,,          ; email        ; blank
			t2,teacher,Two,а@school.example,kk,2,,       ; email        ; not English
			t2,teacher,Two,Two<two@school.example>,kk,2,,; email        ; no e-mail address
			t2,teacher,Two,,kk,2,,                       ; email        ; empty
			t2,teacher,,two@school.example,kk,2,,        ; name         ; empty
			t2,head,Two,two@school.example,kk,2,,        ; roles        ; «head»
			t2,|,Two,two@school.example,kk,2,,           ; roles        ; no role
			t2,teacher,Two,two@school.example,de,2,,     ; language     ; «de»
			T 2,teacher,Two,two@school.example,kk,2,,    ; key          ; «T 2»
			t1,teacher,Two,two@school.example,kk,2,,     ; key          ; line 4
			t2,teacher,Two,One@School.example,kk,2,,     ; email        ; line 4
			t2,teacher,Two,two@school.example,kk,41,,    ; classroom_id ; line 4
			t2,teacher,Two,two@school.example,kk,,41,    ; journal_id   ; line 4
			t2,teacher,Two,two@school.example,kk,5,5,    ; journal_id   ; same id
			t2,teacher,Two,two@school.example,kk,1.1E+20,,; classroom_id; rounded
			t2,teacher,Two,two@school.example,kk,a b,,   ; classroom_id ; no id
			t2,teacher,Two,two@school.example,kk,,,      ; classroom_id ; which teacher
			t2,class-teacher,Two,two@school.example,kk,,,; class_groups ; no class group
			t2,it-staff,Two,two@school.example,kk,,,71   ; class_groups ; Only a class teacher
			""")
	void aLineThatCannotBeRightIsRefusedWithItsPlace(String line, String column, String told) {
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> of(IT, HEAD, TEACHER, line))
			.withMessageContaining("table.csv, line 5, column " + column)
			.withMessageContaining(told)
			.withMessageNotContaining("two@school.example");
	}

	@Test
	void aTableWithPeopleNeedsADeputyHeadAndItStaff() {
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> of(HEAD, TEACHER))
			.withMessageContaining("column roles")
			.withMessageContaining("it-staff");
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> of(IT, TEACHER))
			.withMessageContaining("deputy-head");
	}

	@Test
	void aPersonIsNoMoreThanAKeyInALog() {
		assertThat(List.copyOf(this.staff.members()))
			.hasToString("[StaffMember[it], StaffMember[head], StaffMember[t1]]");
	}

	private static Staff of(String... lines) {
		return Staff.of(SampleTables.of(Staff.COLUMNS, lines));
	}

}
