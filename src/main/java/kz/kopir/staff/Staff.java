package kz.kopir.staff;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

import kz.kopir.mapping.Table;
import kz.kopir.problem.Owner;
import kz.kopir.school.ClassGroupId;
import org.jspecify.annotations.Nullable;

/**
 * The people of a school and who of them is told what.
 */
public final class Staff {

	/** Columns of {@code mappings/staff.csv}. */
	public static final List<String> COLUMNS = List.of("key", "roles", "name", "email", "language", "classroom_id",
			"journal_id", "class_groups");

	private final List<StaffMember> members;

	private Staff(List<StaffMember> members) {
		this.members = List.copyOf(members);
	}

	/**
	 * Reads the table.
	 * @param table table with {@link #COLUMNS}
	 * @throws kz.kopir.mapping.MappingException when a cell cannot be understood, a key,
	 * an address or an id stands there twice, or a table with people in it has no deputy
	 * head or no IT staff
	 */
	public static Staff of(Table table) {
		List<StaffRow> rows = table.rows().stream().map(StaffRow::of).toList();
		Map<String, Table.Row> keys = new HashMap<>();
		Map<String, Table.Row> addresses = new HashMap<>();
		// Problems name a teacher by either id, so the two must not be mixed up either.
		Map<String, Table.Row> ids = new HashMap<>();
		for (StaffRow row : rows) {
			StaffMember member = row.member();
			once("key", member.key(), row.row(), keys);
			once("email", member.email().toLowerCase(Locale.ROOT), row.row(), addresses);
			once("classroom_id", member.classroomId(), row.row(), ids);
			once("journal_id", member.journalId(), row.row(), ids);
		}
		Staff staff = new Staff(rows.stream().map(StaffRow::member).toList());
		if (!staff.isEmpty()) {
			staff.require(table, Owner.IT_STAFF, "it-staff");
			staff.require(table, Owner.DEPUTY_HEAD, "deputy-head");
		}
		return staff;
	}

	private static void once(String column, @Nullable String value, Table.Row row, Map<String, Table.Row> seen) {
		if (value == null) {
			return;
		}
		Table.Row first = seen.putIfAbsent(value, row);
		if (first != null) {
			throw row.wrong(column,
					(first == row) ? "Classroom and journal have the same id here."
							: "It already stands in line " + first.line() + ".",
					"Give each person one line, with all roles in it, and each line its own key, address and ids.");
		}
	}

	private void require(Table table, Owner role, String word) {
		if (all(role).isEmpty()) {
			throw table.wrong("roles", "Nobody has the role " + word + ".",
					"Give it to a person: what reaches nobody else is told to the IT staff, and what nobody reacts to "
							+ "to a deputy head.");
		}
	}

	/** Whether nobody stands in the table, so that nobody can be told anything. */
	public boolean isEmpty() {
		return this.members.isEmpty();
	}

	/** Everybody, in the order of the table. */
	public List<StaffMember> members() {
		return this.members;
	}

	/** Those who have a role, in the order of the table. */
	public List<StaffMember> all(Owner role) {
		return among((member) -> member.roles().contains(role));
	}

	/**
	 * Who is told a problem. When the teacher or class teacher does not stand in the
	 * table, the IT staff is told instead, so that nothing is lost, and the answer says
	 * who is missing.
	 * @param owner who can mend it
	 * @param ownerRef which teacher, by the id of Classroom or of the journal
	 * @param classGroup the class group it belongs to
	 */
	public Recipients recipients(Owner owner, @Nullable String ownerRef, @Nullable ClassGroupId classGroup) {
		List<StaffMember> people = switch (owner) {
			case TEACHER -> (ownerRef == null) ? List.<StaffMember>of() : teachers(ownerRef);
			case CLASS_TEACHER -> (classGroup == null) ? List.<StaffMember>of() : classTeachers(classGroup);
			case DEPUTY_HEAD, IT_STAFF -> all(owner);
		};
		if (!people.isEmpty()) {
			return new Recipients(people, null);
		}
		return new Recipients(all(Owner.IT_STAFF), new MissingPerson(owner, switch (owner) {
			case TEACHER -> ownerRef;
			case CLASS_TEACHER -> (classGroup != null) ? classGroup.value() : null;
			case DEPUTY_HEAD, IT_STAFF -> null;
		}));
	}

	/** Whoever holds the course is its teacher, also a deputy head who teaches. */
	private List<StaffMember> teachers(String ref) {
		return among((member) -> ref.equals(member.classroomId()) || ref.equals(member.journalId()));
	}

	private List<StaffMember> classTeachers(ClassGroupId classGroup) {
		return among(
				(member) -> member.roles().contains(Owner.CLASS_TEACHER) && member.classGroups().contains(classGroup));
	}

	private List<StaffMember> among(Predicate<StaffMember> condition) {
		return this.members.stream().filter(condition).toList();
	}

}
