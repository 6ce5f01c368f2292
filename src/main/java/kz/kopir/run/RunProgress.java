package kz.kopir.run;

import java.util.Map;
import java.util.Optional;

/**
 * What runs under way have counted so far.
 */
public interface RunProgress {

	/**
	 * The counts of a run by name, for example {@code classGroups} and
	 * {@code classGroups.done}.
	 * @return nothing when this process does not carry the run out
	 */
	Optional<Map<String, Long>> counts(String runId);

}
