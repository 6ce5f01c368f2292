package kz.kopir.problem;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import kz.kopir.school.ClassGroupId;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * A problem as it is remembered.
 *
 * @param id its id, the same for the same school, code and subject
 * @param school the school
 * @param code the catalogue's code
 * @param subject what it is about
 * @param classGroup the class group it belongs to, null if to none
 * @param owner who can mend it
 * @param ownerRef which teacher, by an id of the source
 * @param deadline until when it can be mended
 * @param open whether its cause is still there
 * @param details the values in its texts
 * @param texts what happened, what it means and what to do, a line each
 * @param firstRun the run that opened it (again)
 * @param lastRun the run that saw it last
 * @param openedAt when it was opened (again)
 * @param updatedAt when a run last saw or closed it
 * @param closedAt when it was closed, null while it is open
 * @param lines the entries or pupils concerned
 */
public record StoredProblem(String id, SchoolId school, ProblemCode code, String subject,
		@Nullable ClassGroupId classGroup, Owner owner, @Nullable String ownerRef, @Nullable Instant deadline,
		boolean open, Map<String, String> details, ProblemTexts texts, String firstRun, String lastRun,
		Instant openedAt, Instant updatedAt, @Nullable Instant closedAt, List<Problem.Line> lines) {
}
