package kz.kopir.roster;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import kz.kopir.problem.ProblemCode;
import kz.kopir.school.ClassroomUser;
import kz.kopir.school.ClassroomUserId;
import kz.kopir.school.Pupil;
import kz.kopir.school.PupilId;

/**
 * Links the users of a course's roster to pupils. The only evidence is the school's table
 * of user ids and addresses; names are compared to suggest and never link.
 */
public final class PupilLinker {

	private static final String EVIDENCE_ID = "pupil-link-table-user-id";

	private static final String EVIDENCE_EMAIL = "pupil-link-table-email";

	private final Map<String, Set<PupilId>> rows = new HashMap<>();

	/**
	 * Takes the school's table.
	 * @param rows the links that a person confirmed
	 */
	public PupilLinker(List<PupilLinkRow> rows) {
		rows.forEach(
				(row) -> this.rows.computeIfAbsent(row.classroomUser(), (user) -> new HashSet<>()).add(row.pupil()));
	}

	/**
	 * Links a roster.
	 * @param roster the course's pupils as Classroom knows them
	 * @param pupilsOfClassGroup the pupils of the linked class group
	 * @param inSchool whether the journal knows a pupil in this school; tells a pupil of
	 * another class group from an id that nobody has
	 * @return one linking for each user of the roster, in the roster's order; evidence is
	 * {@code pupil-link-table-user-id} or {@code pupil-link-table-email}
	 */
	public Map<ClassroomUserId, Linking<PupilId>> link(List<ClassroomUser> roster, List<Pupil> pupilsOfClassGroup,
			Predicate<PupilId> inSchool) {
		Map<ClassroomUserId, Set<PupilId>> claims = new LinkedHashMap<>();
		Set<ClassroomUserId> byId = new HashSet<>();
		for (ClassroomUser user : roster) {
			// A page read twice may show a user twice: what both say counts.
			Set<PupilId> claim = claims.computeIfAbsent(user.id(), (id) -> new HashSet<>());
			Set<PupilId> ofId = this.rows.getOrDefault(PupilLinkRow.key(user.id().value()), Set.of());
			if (!ofId.isEmpty()) {
				byId.add(user.id());
			}
			claim.addAll(ofId);
			if (user.email() != null) {
				claim.addAll(this.rows.getOrDefault(PupilLinkRow.key(user.email()), Set.of()));
			}
		}
		Map<PupilId, Integer> claimants = new HashMap<>();
		claims.values().forEach((claim) -> claim.forEach((pupil) -> claimants.merge(pupil, 1, Integer::sum)));
		Set<PupilId> inClassGroup = pupilsOfClassGroup.stream().map(Pupil::id).collect(Collectors.toSet());
		// Folding names costs more than all else here, and most rosters need none.
		boolean complete = claims.values().stream().noneMatch(Set::isEmpty);
		PupilSuggestions suggestions = new PupilSuggestions(complete ? List.of() : roster, pupilsOfClassGroup);
		Map<ClassroomUserId, Linking<PupilId>> linkings = new LinkedHashMap<>();
		claims.forEach((user, claim) -> {
			if (claim.isEmpty()) {
				linkings.put(user,
						new Linking.Unlinked<>(ProblemCode.PUPIL_NOT_LINKED, details(user), suggestions.of(user)));
			}
			else if (claim.size() > 1 || claimants.get(claim.iterator().next()) > 1) {
				linkings.put(user, new Linking.Unlinked<>(ProblemCode.PUPIL_LINK_AMBIGUOUS, details(user), List.of()));
			}
			else {
				linkings.put(user, settle(user, claim.iterator().next(), inClassGroup, inSchool,
						byId.contains(user) ? EVIDENCE_ID : EVIDENCE_EMAIL));
			}
		});
		return linkings;
	}

	private static Linking<PupilId> settle(ClassroomUserId user, PupilId pupil, Set<PupilId> inClassGroup,
			Predicate<PupilId> inSchool, String evidence) {
		if (inClassGroup.contains(pupil)) {
			return new Linking.Linked<>(pupil, evidence);
		}
		Map<String, String> details = details(user);
		details.put("pupil", pupil.value());
		details.put("inSchool", inSchool.test(pupil) ? "yes" : "no");
		return new Linking.Unlinked<>(ProblemCode.PUPIL_NOT_IN_CLASS_GROUP, details, List.of());
	}

	private static Map<String, String> details(ClassroomUserId user) {
		Map<String, String> details = new LinkedHashMap<>();
		details.put("classroomUser", user.value());
		return details;
	}

}
