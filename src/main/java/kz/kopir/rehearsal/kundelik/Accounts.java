package kz.kopir.rehearsal.kundelik;

import java.util.List;

import kz.kopir.rehearsal.world.LessonFacts;
import kz.kopir.rehearsal.world.TeacherFacts;
import kz.kopir.rehearsal.world.World;
import org.jspecify.annotations.Nullable;

/**
 * Who stands behind the tokens of the settings.
 */
final class Accounts {

	private Accounts() {
	}

	/** The service account of the gateway: an administrator of the school. */
	static Account administrator(World world) {
		return new Account(world.schoolId() + 700_000_017, world.schoolId() + 800_000_031, "Қызметтік", "Жазба", null,
				"Male", List.of("EduStaff", Account.ADMINISTRATOR), true);
	}

	/** A user of another school. */
	static Account stranger(World world) {
		return new Account(world.schoolId() + 700_000_034, world.schoolId() + 800_000_062, "Бөтен", "Адам", null,
				"Male", List.of("EduStaff"), false);
	}

	static Account teacher(World world, @Nullable Long wanted) {
		long personId = (wanted != null) ? wanted : firstTeacher(world);
		TeacherFacts teacher = world.teachers()
			.stream()
			.filter((one) -> one.personId() == personId)
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("The rehearsal school has no teacher with the person id "
					+ personId + "; take one of World.teachers() for teacherPersonId"));
		return new Account(teacher.userId(), teacher.personId(), teacher.lastName(), teacher.firstName(),
				teacher.middleName(), teacher.sex(), List.of("EduStaff"), true);
	}

	private static long firstTeacher(World world) {
		return world.groups()
			.stream()
			.flatMap((group) -> world.lessons(group.id()).stream())
			.map(LessonFacts::teacherIds)
			.filter((teachers) -> !teachers.isEmpty())
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("The rehearsal school has no lesson with a teacher"))
			.get(0);
	}

}
