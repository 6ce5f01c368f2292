package kz.kopir.testing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import kz.kopir.attendance.ParticipantNames;
import kz.kopir.rehearsal.world.MeetingFacts;
import kz.kopir.rehearsal.world.ParticipantFacts;
import kz.kopir.rehearsal.world.World;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.PupilId;
import kz.kopir.school.SchoolId;
import kz.kopir.sync.AttendanceMemory;

/**
 * What the teachers of the generated school answer when they are asked who was who.
 */
public final class WhoIsWho {

	private WhoIsWho() {
	}

	/** Confirms the names that only one person of a class group used on a day. */
	public static void confirmed(World world, LocalDate day, SchoolId school, AttendanceMemory memory) {
		Map<Long, Long> groups = new HashMap<>();
		world.attendanceTruth(day).forEach((lesson) -> groups.put(lesson.lesson().id(), lesson.lesson().groupId()));
		Map<String, Set<Long>> users = new HashMap<>();
		for (MeetingFacts meeting : world.meetings(day)) {
			for (ParticipantFacts participant : meeting.participants()) {
				for (Long lesson : meeting.lessonIds()) {
					String key = groups.get(lesson) + "/" + ParticipantNames.key(participant.name());
					users.computeIfAbsent(key, (name) -> new HashSet<>())
						.add((participant.personId() != null) ? participant.personId() : 0L);
				}
			}
		}
		users.forEach((key, persons) -> {
			Long person = persons.iterator().next();
			if (persons.size() == 1 && world.pupil(person) != null) {
				memory.confirm(school, new ClassGroupId(key.substring(0, key.indexOf('/'))),
						key.substring(key.indexOf('/') + 1), new PupilId(person.toString()), "teacher");
			}
		});
	}

}
