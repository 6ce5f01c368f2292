package kz.kopir.doctor;

import java.util.Map;

import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with one check.
 *
 * @param check what was looked at
 * @param school whose it is; null when it is of the whole gateway
 * @param level how it stands
 * @param ailment what is wrong; null unless something is
 * @param details the values in the ailment's texts
 * @param value what was found where nothing is wrong, in no language: a number, a
 * version, a day; empty when there is nothing to show
 */
public record Finding(Check check, @Nullable SchoolId school, Level level, @Nullable Ailment ailment,
		Map<String, String> details, String value) {

	public Finding {
		details = Map.copyOf(details);
	}

	static Finding of(Check check, @Nullable SchoolId school, Ailment ailment, Map<String, String> details) {
		assert details.keySet().containsAll(ailment.details()) : ailment + " needs " + ailment.details();
		return new Finding(check, school, ailment.level(), ailment, details, "");
	}

	static Finding fine(Check check, @Nullable SchoolId school, String value) {
		return new Finding(check, school, Level.OK, null, Map.of(), value);
	}

	static Finding notChecked(Check check, @Nullable SchoolId school) {
		return new Finding(check, school, Level.NOT_CHECKED, null, Map.of(), "");
	}

}
