package kz.kopir.doctor;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the command line after {@value #COMMAND}: {@code --school} for one
 * school, {@code --lang} for {@code kk}, {@code ru} or {@code en}; everything else are
 * settings as for the gateway itself.
 *
 * @param school the school; null for all
 * @param language in which is told
 * @param settings the other arguments
 */
public record DoctorCommand(@Nullable SchoolId school, Language language, List<String> settings) {

	/** What stands on the command line. */
	public static final String COMMAND = "doctor";

	private static final String SCHOOL = "--school=";

	private static final String LANGUAGE = "--lang=";

	/**
	 * Reads the arguments after the command.
	 * @throws IllegalArgumentException when there is no such language; the message says
	 * which there are
	 */
	public static DoctorCommand of(String... arguments) {
		SchoolId school = null;
		Language language = Language.KK;
		List<String> settings = new ArrayList<>();
		for (String argument : arguments) {
			if (argument.startsWith(SCHOOL)) {
				school = new SchoolId(argument.substring(SCHOOL.length()));
			}
			else if (argument.startsWith(LANGUAGE)) {
				String code = argument.substring(LANGUAGE.length());
				language = Language.of(code)
					.orElseThrow(() -> new IllegalArgumentException("--lang takes one of "
							+ Arrays.stream(Language.values()).map(Language::code).toList() + ", not " + code + "."));
			}
			else {
				settings.add(argument);
			}
		}
		return new DoctorCommand(school, language, settings);
	}

	/**
	 * Lets the doctor work and prints what is found as it is found.
	 * @param doctor the doctor of the gateway
	 * @param out where it is printed
	 * @return the exit code: 0 when all is well, 1 with warnings, 2 when something is
	 * wrong
	 */
	public int run(Doctor doctor, PrintStream out) {
		DoctorPrint print = new DoctorPrint(out, this.language);
		if (this.school != null && !doctor.schools().contains(this.school)) {
			print.unknown(this.school, doctor.schools());
			return Level.WRONG.exitCode();
		}
		print.begin();
		Diagnosis diagnosis = doctor.examine(this.school, print::print);
		print.end(diagnosis);
		return diagnosis.level().exitCode();
	}

}
