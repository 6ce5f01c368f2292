package kz.kopir.roster;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import kz.kopir.school.ClassroomUser;
import kz.kopir.school.ClassroomUserId;
import kz.kopir.school.Pupil;
import kz.kopir.school.PupilId;

/**
 * Suggests a pupil whose name folds to the same key. Nothing is suggested when two pupils
 * could be meant, or when two users could be that pupil.
 */
final class PupilSuggestions {

	private final Map<ClassroomUserId, Set<PupilId>> pupils = new HashMap<>();

	private final Map<PupilId, Set<ClassroomUserId>> users = new HashMap<>();

	PupilSuggestions(List<ClassroomUser> roster, List<Pupil> pupilsOfClassGroup) {
		if (roster.isEmpty()) {
			return;
		}
		Map<String, Set<PupilId>> byKey = new HashMap<>();
		for (Pupil pupil : pupilsOfClassGroup) {
			Names.keysOf(pupil).forEach((key) -> byKey.computeIfAbsent(key, (k) -> new HashSet<>()).add(pupil.id()));
		}
		for (ClassroomUser user : roster) {
			for (String key : Names.keysOf(user)) {
				for (PupilId pupil : byKey.getOrDefault(key, Set.of())) {
					this.pupils.computeIfAbsent(user.id(), (id) -> new HashSet<>()).add(pupil);
					this.users.computeIfAbsent(pupil, (id) -> new HashSet<>()).add(user.id());
				}
			}
		}
	}

	List<Suggestion> of(ClassroomUserId user) {
		Set<PupilId> candidates = this.pupils.getOrDefault(user, Set.of());
		if (candidates.size() != 1) {
			return List.of();
		}
		PupilId pupil = candidates.iterator().next();
		return (this.users.get(pupil).size() == 1) ? List.of(new Suggestion(pupil.value(), "name-spelled-alike"))
				: List.of();
	}

}
