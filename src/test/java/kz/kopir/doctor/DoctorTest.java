package kz.kopir.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class DoctorTest {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

	private static final SchoolId FIRST = new SchoolId("school-1");

	private static final SchoolId SECOND = new SchoolId("school-2");

	@Test
	void allIsWellWhenNothingIsWrong() {
		Diagnosis diagnosis = examine(of(null, (findings) -> findings.fine(Check.JAVA, 17), Check.JAVA));
		assertThat(diagnosis.level()).isEqualTo(Level.OK);
		assertThat(diagnosis.level().exitCode()).isZero();
		assertThat(diagnosis.at()).isEqualTo(CLOCK.instant());
	}

	@Test
	void theWorstFindingDecides() {
		Examination warning = of(null,
				(findings) -> findings.wrong(Check.JAVA, Ailment.JAVA_MEMORY, Map.of("megabytes", "64")), Check.JAVA);
		Examination wrong = of(null, (findings) -> findings.wrong(Check.TIME_ZONE, Ailment.TIME_ZONE_OLD, Map.of()),
				Check.TIME_ZONE);
		assertThat(examine(warning).level().exitCode()).isEqualTo(1);
		assertThat(examine(wrong, warning).level().exitCode()).isEqualTo(2);
	}

	@Test
	void whatIsNotToldWasNotLookedAtAndIsNoFaultOfItsOwn() {
		Diagnosis diagnosis = examine(of(FIRST, (findings) -> {
		}, Check.ZOOM_SIGN_IN, Check.ZOOM_SCOPES));
		assertThat(diagnosis.findings()).extracting(Finding::level)
			.containsExactly(Level.NOT_CHECKED, Level.NOT_CHECKED);
		assertThat(diagnosis.level()).isEqualTo(Level.OK);
	}

	@Test
	void anExaminationThatBreaksOffDoesNotKeepTheOthersFromBeingMade() {
		Diagnosis diagnosis = examine(of(null, (findings) -> {
			findings.fine(Check.POLICY, "2026-09-01");
			throw new IllegalStateException("Кто-то Ученик, 10");
		}, Check.POLICY, Check.CALENDAR, Check.EDIT_PERIOD),
				of(null, (findings) -> findings.fine(Check.TABLES, 6), Check.TABLES));
		assertThat(diagnosis.findings()).extracting(Finding::check, Finding::level)
			.containsExactly(tuple(Check.POLICY, Level.OK), tuple(Check.CALENDAR, Level.WRONG),
					tuple(Check.EDIT_PERIOD, Level.NOT_CHECKED), tuple(Check.TABLES, Level.OK));
		assertThat(diagnosis.findings().get(1).ailment()).isEqualTo(Ailment.BROKEN);
		assertThat(diagnosis.findings().get(1).details())
			.containsExactly(Map.entry("failure", "IllegalStateException"));
	}

	@Test
	void anExaminationThatTakesTooLongIsBrokenOffAndMayTellNothingAfterwards() throws Exception {
		CountDownLatch never = new CountDownLatch(1);
		CountDownLatch told = new CountDownLatch(1);
		Diagnosis diagnosis = examine(of(null, (findings) -> {
			try {
				never.await();
			}
			finally {
				findings.fine(Check.DATABASE, "too late");
				told.countDown();
			}
		}, Check.DATABASE), of(null, (findings) -> findings.fine(Check.TABLES, 6), Check.TABLES));
		told.await();
		assertThat(diagnosis.findings()).extracting(Finding::ailment).containsExactly(Ailment.TOO_SLOW, null);
	}

	@Test
	void findingsAreToldAtOnceAndOnlyOfTheSchoolThatIsAskedFor() {
		List<Check> told = new ArrayList<>();
		Doctor doctor = doctor(of(null, (findings) -> findings.fine(Check.JAVA, 17), Check.JAVA),
				of(FIRST, (findings) -> findings.fine(Check.TABLES, 6), Check.TABLES),
				of(SECOND, (findings) -> findings.fine(Check.FILES, 1), Check.FILES));
		assertThat(doctor.schools()).containsExactly(FIRST, SECOND);
		doctor.examine(SECOND, (finding) -> told.add(finding.check()));
		assertThat(told).containsExactly(Check.JAVA, Check.FILES);
	}

	private static Diagnosis examine(Examination... examinations) {
		return doctor(examinations).examine(null, (finding) -> {
		});
	}

	private static Doctor doctor(Examination... examinations) {
		return new Doctor(List.of(examinations), CLOCK, Duration.ofMillis(300));
	}

	private static Examination of(@Nullable SchoolId school, Body look, Check... checks) {
		return new Examination() {

			@Override
			public List<Check> checks() {
				return List.of(checks);
			}

			@Override
			public @Nullable SchoolId school() {
				return school;
			}

			@Override
			public void examine(Findings findings) throws Exception {
				look.at(findings);
			}

		};
	}

	private interface Body {

		void at(Findings findings) throws Exception;

	}

}
