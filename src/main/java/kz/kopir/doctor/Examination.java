package kz.kopir.doctor;

import java.util.List;

import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what belongs together. It may end early when something is so wrong that the
 * rest cannot be looked at.
 */
interface Examination {

	/** What it looks at, in this order. */
	List<Check> checks();

	/** Whose; null for the whole gateway. */
	@Nullable SchoolId school();

	/**
	 * Looks.
	 * @param findings takes what is found
	 * @throws Exception when it breaks off; only the kind of failure is told
	 */
	void examine(Findings findings) throws Exception;

}
