package kz.kopir.doctor;

import java.util.List;
import java.util.Map;

import kz.kopir.mapping.MappingException;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * Whether each of several things can be read; one that cannot does not hide the others.
 *
 * @param check what it is
 * @param ailment what it is called when one cannot be read
 * @param school whose, or null
 * @param readings reads each of them
 */
record ReadingExamination(Check check, Ailment ailment, @Nullable SchoolId school,
		List<Reading> readings) implements Examination {

	@Override
	public List<Check> checks() {
		return List.of(this.check);
	}

	@Override
	public void examine(Findings findings) {
		int fine = 0;
		for (Reading reading : this.readings) {
			try {
				reading.read();
				fine++;
			}
			catch (Unusable | MappingException ex) {
				findings.wrong(this.check, this.ailment, Map.of("refusal", String.valueOf(ex.getMessage())));
			}
		}
		if (fine == this.readings.size()) {
			findings.fine(this.check, fine);
		}
	}

}
