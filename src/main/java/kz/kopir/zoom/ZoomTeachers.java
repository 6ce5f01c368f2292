package kz.kopir.zoom;

import java.util.HashMap;
import java.util.Locale;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import kz.kopir.mapping.Table;
import kz.kopir.school.TeacherId;

/**
 * Which teacher of the journal a Zoom user is, as the school's table says: by address or
 * by Zoom's id.
 */
public final class ZoomTeachers {

	/** Columns of {@code mappings/zoom-teachers.csv}. */
	public static final List<String> COLUMNS = List.of("zoom_user", "teacher_id");

	/** Begins the host of a meeting that was told by a file of a known teacher. */
	public static final String KNOWN = "teacher/";

	private final Map<String, TeacherId> teachers;

	private ZoomTeachers(Map<String, TeacherId> teachers) {
		this.teachers = teachers;
	}

	/**
	 * Reads the table.
	 * @throws kz.kopir.mapping.MappingException when a user stands there twice with
	 * different teachers, or a cell is empty
	 */
	public static ZoomTeachers of(Table table) {
		Map<String, TeacherId> teachers = new HashMap<>();
		Map<String, Table.Row> rows = new HashMap<>();
		for (Table.Row row : table.rows()) {
			String user = row.require("zoom_user").toLowerCase(Locale.ROOT);
			TeacherId teacher = new TeacherId(row.require("teacher_id"));
			TeacherId before = teachers.putIfAbsent(user, teacher);
			if (before != null && !before.equals(teacher)) {
				throw row.twice("zoom_user", rows.get(user));
			}
			rows.putIfAbsent(user, row);
		}
		return new ZoomTeachers(teachers);
	}

	/** The teacher who held a meeting of this host. */
	public Optional<TeacherId> teacher(String host) {
		if (host.startsWith(KNOWN) && host.length() > KNOWN.length()) {
			return Optional.of(new TeacherId(host.substring(KNOWN.length())));
		}
		return Optional.ofNullable(this.teachers.get(host.toLowerCase(Locale.ROOT)));
	}

	/** The Zoom users of a teacher, by address or Zoom's id, in their order. */
	Set<String> usersOf(TeacherId teacher) {
		Set<String> users = new TreeSet<>();
		this.teachers.forEach((user, one) -> {
			if (one.equals(teacher)) {
				users.add(user);
			}
		});
		return users;
	}

}
