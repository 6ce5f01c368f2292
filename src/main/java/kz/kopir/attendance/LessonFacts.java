package kz.kopir.attendance;

import java.util.List;
import java.util.Map;
import java.util.Set;

import kz.kopir.school.AttendanceStatus;
import kz.kopir.school.LessonSlot;
import kz.kopir.school.Pupil;
import kz.kopir.school.PupilId;

/**
 * What is known of a lesson. Its text form holds no name.
 *
 * @param slot the lesson
 * @param grade year of study, 0 to 12
 * @param pupils the whole class group, for namesakes
 * @param covered whose attendance is judged: those at a distance
 * @param meetings the meetings of the lesson
 * @param aliases {@link ParticipantNames#key} to the pupil that a teacher confirmed
 * @param decisions what a person decided
 * @param moreExpected whether the lesson is not over or its data will be pulled again
 * @param linkUnclear whether a meeting may or may not be this lesson's
 */
public record LessonFacts(LessonSlot slot, int grade, List<Pupil> pupils, Set<PupilId> covered,
		List<MeetingFacts> meetings, Map<String, PupilId> aliases, Map<PupilId, AttendanceStatus> decisions,
		boolean moreExpected, boolean linkUnclear) {

	public LessonFacts {
		pupils = List.copyOf(pupils);
		covered = Set.copyOf(covered);
		meetings = List.copyOf(meetings);
		aliases = Map.copyOf(aliases);
		decisions = Map.copyOf(decisions);
	}

	@Override
	public String toString() {
		return "LessonFacts[" + this.slot.lesson().id() + "]";
	}

}
