package kz.kopir.roster;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import kz.kopir.school.ClassroomUser;
import kz.kopir.school.ClassroomUserId;
import kz.kopir.school.Pupil;
import kz.kopir.school.PupilId;

/**
 * Links the users of a course's roster to pupils.
 */
public final class PupilLinker {

	public PupilLinker(List<PupilLinkRow> rows) {
	}

	/**
	 * Links a roster.
	 * @param roster the course's pupils as Classroom knows them
	 * @param pupilsOfClassGroup the pupils of the linked class group
	 * @param inSchool whether the journal knows a pupil in another class group
	 * @return one linking for each user of the roster, in the roster's order
	 */
	public Map<ClassroomUserId, Linking<PupilId>> link(List<ClassroomUser> roster, List<Pupil> pupilsOfClassGroup,
			Predicate<PupilId> inSchool) {
		throw new UnsupportedOperationException();
	}

}
