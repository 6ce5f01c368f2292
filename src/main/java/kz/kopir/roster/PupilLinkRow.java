package kz.kopir.roster;

import java.util.List;
import java.util.Locale;

import kz.kopir.mapping.Table;
import kz.kopir.school.PupilId;

/**
 * A link that a person of the school confirmed. Its text form has no address.
 *
 * @param classroomUser Classroom's id of the user or the user's e-mail address, in lower
 * case
 * @param pupil the journal's pupil
 */
public record PupilLinkRow(String classroomUser, PupilId pupil) {

	/** Columns of {@code mappings/pupil-links.csv}. */
	public static final List<String> COLUMNS = List.of("classroom_user", "pupil_id");

	public PupilLinkRow {
		classroomUser = key(classroomUser);
		if (classroomUser.isEmpty()) {
			throw new IllegalArgumentException("A pupil link needs a Classroom user");
		}
	}

	/**
	 * The rows of a table with {@link #COLUMNS}. Rows that contradict each other are
	 * kept: they concern their pupils alone.
	 * @throws kz.kopir.mapping.MappingException when a cell is empty
	 */
	public static List<PupilLinkRow> of(Table table) {
		return table.rows()
			.stream()
			.map((row) -> new PupilLinkRow(row.require("classroom_user"), new PupilId(row.require("pupil_id"))))
			.toList();
	}

	static String key(String classroomUser) {
		return classroomUser.strip().toLowerCase(Locale.ROOT);
	}

	@Override
	public String toString() {
		return "PupilLinkRow[" + this.pupil + "]";
	}

}
