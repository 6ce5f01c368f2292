package kz.kopir.zoom;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import kz.kopir.school.LessonSlot;
import kz.kopir.school.TeacherId;

/**
 * Which teacher a Zoom user is: by the school's table, with the address or with Zoom's
 * id, or by the employee's id that the school keeps in Zoom.
 */
final class ZoomHosts {

	private final ZoomTeachers teachers;

	private final Map<String, ZoomRecords.User> users;

	/**
	 * @param teachers the school's table
	 * @param users users of the account by their address in lower case
	 */
	ZoomHosts(ZoomTeachers teachers, Map<String, ZoomRecords.User> users) {
		this.teachers = teachers;
		this.users = users;
	}

	Optional<TeacherId> teacher(String email) {
		Optional<ZoomRecords.User> user = Optional.ofNullable(this.users.get(email.toLowerCase(Locale.ROOT)));
		return this.teachers.teacher(email)
			.or(() -> user.flatMap((one) -> this.teachers.teacher(one.id())))
			.or(() -> user.map(ZoomRecords.User::employee).filter((id) -> !id.isBlank()).map(TeacherId::new));
	}

	/** Users without a licence who taught these lessons: there will never be a report. */
	List<ZoomRecords.User> basicTeachersOf(Collection<LessonSlot> slots) {
		Set<TeacherId> taught = new HashSet<>();
		slots.forEach((slot) -> taught.addAll(slot.teachers()));
		return this.users.values()
			.stream()
			.filter(ZoomRecords.User::isBasic)
			.filter((user) -> teacher(user.email()).filter(taught::contains).isPresent())
			.toList();
	}

}
