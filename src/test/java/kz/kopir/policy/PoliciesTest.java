package kz.kopir.policy;

import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;

import kz.kopir.digest.DigestPolicy;
import kz.kopir.grading.GradingPolicy;
import kz.kopir.mapping.MappingException;
import kz.kopir.testing.PolicyText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * A policy counts from its day, approved and whole, or not at all.
 */
class PoliciesTest {

	private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 20);

	@Test
	void theApprovedPolicyCountsFromItsDay() {
		Policies policies = Policies.of(Map.of("a.yml", PolicyText.approved().toString()));
		assertThat(policies.on(LocalDate.of(2026, 8, 31))).isEmpty();
		SchoolPolicy policy = policies.on(LocalDate.of(2026, 9, 1)).orElseThrow();
		assertThat(policy.version()).isEqualTo("2026-09-01");
		assertThat(policy.council().protocol()).isEqualTo("№ 1");
		assertThat(policy.marks().grading()).isEqualTo(GradingPolicy.usual());
		assertThat(policy.marks().percentRounding()).isEqualTo(RoundingMode.HALF_UP);
		assertThat(policy.publication().late()).isEqualTo(SchoolPolicy.Late.HOLD);
		assertThat(policy.quietHours()).isEqualTo(new SchoolPolicy.QuietHours(LocalTime.of(20, 0), LocalTime.of(7, 0)));
		assertThat(policy.digest()).isEqualTo(new DigestPolicy(LocalTime.of(17, 0), DayOfWeek.MONDAY,
				LocalTime.of(8, 0), 3, 15, LocalTime.of(20, 0), LocalTime.of(7, 0)));
	}

	@Test
	void aNewVersionTakesOverOnItsDayAndTheOldOneStays() {
		Policies policies = Policies.of(Map.of("a.yml", PolicyText.approved().toString(), "b.yml",
				PolicyText.approved().with("valid-from", "2026-11-20").with("section-school-days", "5").toString()));
		assertThat(policies.on(NOVEMBER.minusDays(1)).orElseThrow().publication().sectionSchoolDays()).isEqualTo(3);
		assertThat(policies.on(NOVEMBER).orElseThrow().publication().sectionSchoolDays()).isEqualTo(5);
		assertThat(policies.versions()).hasSize(2);
	}

	@Test
	void twoVersionsOfOneDayAreRefused() {
		assertThat(
				refusal(Map.of("a.yml", PolicyText.approved().toString(), "b.yml", PolicyText.approved().toString())))
			.contains("b.yml")
			.contains("2026-09-01");
	}

	@Test
	void thePolicyAsItComesIsNotApproved() {
		assertThat(refusal(PolicyText.shipped())).contains("a.yml").contains("director.name is empty");
	}

	@ParameterizedTest
	@ValueSource(strings = { "protocol", "phone", "email" })
	void eachFieldOfTheApprovalIsNeededAndNamed(String field) {
		assertThat(refusal(PolicyText.approved().with(field, ""))).contains("." + field + " is empty");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			valid-from          | first of September | valid-from: «first of September» does not fit here
			section-school-days | three              | three
			section-school-days | 0                  | publication.section-school-days is 0
			section-school-days | 2.5                | 2.5
			term-school-days    |                    | term
			brake-share         | 1.5                | plans.brake-share is 1.5
			late                | never              | never
			week-days           | 7                  | week-days is 7
			percent-rounding    | half-even          | HALF_EVEN
			sections-per-term   | 5                  | summatives.sections-per-term is 5
			late-approvers      | []                 | publication.late-approvers is empty
			from                | evening            | evening
			approvers           | []                 | plans.approvers is empty
			formative-scale     | [0, 15]            | marks.formative-scale has 2
			term-scale          | [0, 65, 40, 85]    | term-scale is
			daily-at            | "20:00"            | is 20:00, but nobody is written to from 20:00 to 07:00
			daily-at            | "06:59"            | mail.daily-at is 06:59
			daily-at            | "19:31"            | at least 30 minutes before they
			daily-at            |                    | mail.daily-at is empty
			weekly-day          |                    | mail.weekly-day is empty
			weekly-at           |                    | mail.weekly-at is empty
			to                  |                    | quiet-hours.to is empty
			daily-at            | afternoon          | afternoon
			weekly-at           | "03:00"            | mail.weekly-at is 03:00
			weekly-day          | holiday            | holiday
			from                | "16:00"            | is 17:00, but nobody is written to from 16:00 to 07:00
			escalate-after-school-days | 0           | mail.escalate-after-school-days is 0
			longest-list        | 101                | mail.longest-list is 101
			second-from         | noon               | shifts.second-from
			deciders            | []                 | control.deciders is empty
			holidays            | [2026-11-31]       | days.holidays
			""")
	void aFieldThatCannotBeReadIsNamedWithLineAndColumn(String field, String value, String told) {
		MappingException refused = refused(PolicyText.approved().with(field, (value != null) ? value : ""));
		assertThat(refused.line()).isGreaterThan(1);
		assertThat(refused.column()).isNotEmpty();
		assertThat(refused).hasMessageContaining(told);
	}

	@ParameterizedTest
	@CsvSource({ "19:30,20:00,07:00", "07:00,20:00,07:00", "23:30,00:00,00:00", "00:00,12:00,12:00",
			"12:00,13:00,13:30", "23:30,00:00,06:00" })
	void mailsGoOutAtAnyTimeThatLeavesHalfAnHourBeforeQuietHours(String at, String from, String to) {
		PolicyText policy = PolicyText.approved()
			.with("daily-at", '"' + at + '"')
			.with("weekly-at", '"' + at + '"')
			.with("from", '"' + from + '"')
			.with("to", '"' + to + '"');
		assertThat(Policies.of(Map.of("a.yml", policy.toString())).versions()).hasSize(1);
	}

	@Test
	void aMisspelledFieldIsNotPassedOver() {
		assertThat(refusal(
				Map.of("a.yml", PolicyText.approved().toString().replace("edit-period-days:", "edit-period-day:"))))
			.contains("edit-period-day")
			.contains("line ");
	}

	@Test
	void aForgottenFieldHasNoSilentDefault() {
		assertThat(refusal(Map.of("a.yml", PolicyText.approved().toString().replace("  convert-scores: false\n", ""))))
			.containsIgnoringCase("convert-scores");
		String withoutMail = PolicyText.approved().toString().replaceFirst("(?s)\nmail:.*", "\n");
		assertThat(refusal(Map.of("a.yml", withoutMail))).contains("'mail'");
		assertThat(refusal(Map.of("a.yml", withoutMail + "mail:\n"))).contains("mail is empty");
	}

	@Test
	void whatIsNoYamlIsRefusedWithItsPlace() {
		assertThat(refusal(Map.of("a.yml", "valid-from: 2026-09-01\n\tdirector: {"))).contains("a.yml, line 1, column");
		assertThat(refusal(Map.of("a.yml", ""))).contains("a.yml");
	}

	private static String refusal(PolicyText text) {
		return refused(text).getMessage();
	}

	private static MappingException refused(PolicyText text) {
		return catchThrowableOfType(MappingException.class, () -> Policies.of(Map.of("a.yml", text.toString())));
	}

	private static String refusal(Map<String, String> files) {
		return catchThrowableOfType(MappingException.class, () -> Policies.of(files)).getMessage();
	}

}
