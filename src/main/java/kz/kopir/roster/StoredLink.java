package kz.kopir.roster;

import java.time.Instant;

/**
 * A link as it is remembered.
 *
 * @param kind what it joins
 * @param sourceId Classroom's id of the course or user
 * @param target what it is linked to, in a stable text of the linking's own
 * @param evidence why, for example {@code table:pupils.csv}
 * @param seenRun the run that saw it last
 * @param decidedAt since when target and evidence are these
 */
public record StoredLink(LinkKind kind, String sourceId, String target, String evidence, String seenRun,
		Instant decidedAt) {
}
