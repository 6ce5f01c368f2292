package kz.kopir.manage;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import kz.kopir.doctor.Ailment;
import kz.kopir.doctor.Diagnosis;
import kz.kopir.doctor.Doctor;
import kz.kopir.doctor.DoctorTexts;
import kz.kopir.doctor.Finding;
import kz.kopir.doctor.Language;
import kz.kopir.doctor.Level;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * {@code /actuator/doctor}: looks whether everything that the running gateway needs is
 * there and works. Asks the outside systems, so it takes a while.
 */
@Component
@WebEndpoint(id = "doctor")
class DoctorEndpoint {

	private final Doctor doctor;

	DoctorEndpoint(Doctor doctor) {
		this.doctor = doctor;
	}

	@ReadOperation
	DiagnosisView examine(@Nullable String school) {
		if (school != null && this.doctor.schools().stream().noneMatch((one) -> one.value().equals(school))) {
			throw new RequestRefused(HttpStatus.BAD_REQUEST, "This gateway serves no such school.",
					"GET /actuator/doctor, argument school",
					"Name a school that this gateway serves, or none for all.");
		}
		Diagnosis diagnosis = this.doctor.examine((school != null) ? new SchoolId(school) : null, (finding) -> {
		});
		return new DiagnosisView(diagnosis.at(), word(diagnosis.level()), diagnosis.level().exitCode(),
				diagnosis.count(Level.OK), diagnosis.count(Level.WARNING), diagnosis.count(Level.WRONG),
				diagnosis.count(Level.NOT_CHECKED), diagnosis.findings().stream().map(DoctorEndpoint::view).toList());
	}

	private static FindingView view(Finding finding) {
		Ailment ailment = finding.ailment();
		SchoolId school = finding.school();
		return new FindingView(word(finding.check()), (school != null) ? school.value() : null, word(finding.level()),
				finding.value(), in((texts) -> texts.name(finding.check())), (ailment != null) ? ailment.name() : null,
				(ailment != null) ? in((texts) -> texts.what(ailment, finding.details())) : null,
				(ailment != null) ? in((texts) -> texts.remedy(ailment, finding.details())) : null);
	}

	private static Map<String, String> in(Function<DoctorTexts, String> text) {
		Map<String, String> languages = new LinkedHashMap<>();
		Arrays.stream(Language.values())
			.forEach((language) -> languages.put(language.code(), text.apply(DoctorTexts.in(language))));
		return languages;
	}

	private static String word(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

	/**
	 * What the doctor found.
	 *
	 * @param at when it was looked
	 * @param level ok, warning or wrong: the worst of all
	 * @param exitCode 0, 1 or 2, as the command {@code doctor} ends
	 * @param ok findings in order
	 * @param warnings findings at which somebody should look
	 * @param wrong findings that keep the gateway from working
	 * @param notChecked checks that could not be made
	 * @param findings each of them
	 */
	record DiagnosisView(Instant at, String level, int exitCode, long ok, long warnings, long wrong, long notChecked,
			List<FindingView> findings) {
	}

	/**
	 * One finding.
	 *
	 * @param check what was looked at
	 * @param school whose, or null
	 * @param level ok, not_checked, warning or wrong
	 * @param value what was found where nothing is wrong
	 * @param name what was looked at, in kk, ru and en
	 * @param code what is wrong, or null
	 * @param what the same in words
	 * @param remedy what to do
	 */
	record FindingView(String check, @Nullable String school, String level, String value, Map<String, String> name,
			@Nullable String code, @Nullable Map<String, String> what, @Nullable Map<String, String> remedy) {
	}

}
