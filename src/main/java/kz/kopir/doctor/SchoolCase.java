package kz.kopir.doctor;

import java.util.List;
import java.util.function.Supplier;

import kz.kopir.deadline.SchoolCalendar;
import kz.kopir.policy.SchoolPolicy;
import kz.kopir.school.SchoolId;

/**
 * A school as its settings describe it. What can fail is a function, so that it fails in
 * its own examination.
 *
 * @param id the school
 * @param settings what is put together from its settings at the start
 * @param files files with keys and tokens
 * @param folders folders that it names
 * @param tables reads each of its tables
 * @param policy the version of its policy that counts today
 * @param calendar its calendar, under that policy if there is one
 * @param zoom whether it gives access to Zoom
 * @param world what speaks with the outside systems for it
 */
public record SchoolCase(SchoolId id, List<Reading> settings, List<NamedPath> files, List<NamedPath> folders,
		List<Reading> tables, Supplier<SchoolPolicy> policy, Supplier<SchoolCalendar> calendar, boolean zoom,
		OutsideWorld world) {

	public SchoolCase {
		settings = List.copyOf(settings);
		files = List.copyOf(files);
		folders = List.copyOf(folders);
		tables = List.copyOf(tables);
	}

}
