package kz.kopir.privacy;

import java.util.Set;

import kz.kopir.school.SchoolId;

/**
 * The schools of the settings.
 */
public interface ServedSchools {

	/** Their ids. */
	Set<SchoolId> ids();

}
