package kz.kopir.attendance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import kz.kopir.school.MeetingRow;
import kz.kopir.school.Pupil;
import kz.kopir.school.PupilId;

/**
 * Says which pupil a row is, on strong evidence alone: what the source named, an alias
 * that a teacher confirmed, a full name that one pupil of the class group has.
 */
final class ParticipantLinker {

	private final List<Pupil> pupils;

	private final Map<String, Set<PupilId>> fullNames;

	private final Map<String, PupilId> aliases;

	private final Map<String, Set<MeetingRow>> rowsByName;

	ParticipantLinker(List<Pupil> pupils, Map<String, PupilId> aliases, List<MeetingRow> rows) {
		this.pupils = pupils;
		this.fullNames = ParticipantNames.fullNames(pupils);
		this.aliases = aliases;
		this.rowsByName = rows.stream()
			.filter((row) -> !row.staff() && row.pupil() == null)
			.collect(Collectors.groupingBy((row) -> ParticipantNames.key(row.name()), Collectors.toSet()));
	}

	Optional<Link> link(MeetingRow row) {
		if (row.pupil() != null) {
			return Optional.of(new Link(row.pupil(), (row.evidence() != null) ? row.evidence() : "source"));
		}
		// What names several pupils by id or by name names none of them.
		if (row.evidence() != null || ParticipantNames.areGivenNames(row.name(), this.pupils)) {
			return Optional.empty();
		}
		String key = ParticipantNames.key(row.name());
		Set<PupilId> named = this.fullNames.getOrDefault(key, Set.of());
		PupilId alias = this.aliases.get(key);
		if (alias != null && named.isEmpty()) {
			return areParallel(key) ? Optional.empty() : Optional.of(new Link(alias, "alias"));
		}
		if (named.size() != 1 || (alias != null && !named.contains(alias))) {
			return Optional.empty();
		}
		return Optional.of(new Link(named.iterator().next(), "full-name"));
	}

	/** Two devices that are called «iPhone» at once may be two children. */
	private boolean areParallel(String key) {
		Set<MeetingRow> rows = this.rowsByName.getOrDefault(key, Set.of());
		return rows.stream()
			.anyMatch((one) -> rows.stream()
				.anyMatch((other) -> !one.equals(other) && one.join().isBefore(other.leave())
						&& other.join().isBefore(one.leave())));
	}

	record Link(PupilId pupil, String evidence) {
	}

}
