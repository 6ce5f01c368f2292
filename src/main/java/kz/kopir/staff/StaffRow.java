package kz.kopir.staff;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import kz.kopir.mapping.Table;
import kz.kopir.problem.Owner;
import kz.kopir.school.ClassGroupId;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table of staff. Its errors name the place and never an address.
 *
 * @param row its place
 * @param member the person
 */
record StaffRow(Table.Row row, StaffMember member) {

	private static final Map<String, Owner> ROLES = Map.of("teacher", Owner.TEACHER, "class-teacher",
			Owner.CLASS_TEACHER, "deputy-head", Owner.DEPUTY_HEAD, "it-staff", Owner.IT_STAFF);

	private static final Map<String, String> LANGUAGES = Map.of("kk", "kk", "ru", "ru", "en", "en");

	private static final Pattern KEY = Pattern.compile("[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?");

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]+");

	private static final Pattern ROUNDED = Pattern.compile("\\d+(?:[.,]\\d+)?[eE]\\+?\\d+");

	private static final int LONGEST_KEY = 64;

	static StaffRow of(Table.Row row) {
		Set<Owner> roles = roles(row);
		StaffMember member = new StaffMember(key(row), roles, row.require("name"), email(row), language(row),
				id(row, "classroom_id"), id(row, "journal_id"), classGroups(row));
		if (roles.contains(Owner.TEACHER) && member.classroomId() == null && member.journalId() == null) {
			throw row.wrong("classroom_id", "Nothing says which teacher this is.",
					"Give the id in Classroom, the id in the journal, or both.");
		}
		if (roles.contains(Owner.CLASS_TEACHER) && member.classGroups().isEmpty()) {
			throw row.wrong("class_groups", "A class teacher has no class group here.",
					"Give the journal's ids of the class and its subgroups, joined with |.");
		}
		if (!roles.contains(Owner.CLASS_TEACHER) && !member.classGroups().isEmpty()) {
			throw row.wrong("class_groups", "Only a class teacher has class groups.",
					"Leave the cell empty, or add the role class-teacher.");
		}
		return new StaffRow(row, member);
	}

	private static String key(Table.Row row) {
		String key = row.require("key");
		if (!KEY.matcher(key).matches() || key.length() > LONGEST_KEY) {
			throw row.wrong("key", "«" + key + "» cannot be a key.",
					"Write up to 64 small letters a to z, digits, dots and hyphens, for example t.aigul-s.");
		}
		return key;
	}

	private static Set<Owner> roles(Table.Row row) {
		Set<Owner> roles = EnumSet.noneOf(Owner.class);
		for (String role : parts(row, "roles")) {
			Owner owner = ROLES.get(role);
			if (owner == null) {
				throw row.wrong("roles", "«" + role + "» is not known here.",
						"Write one or more of: " + ROLES.keySet().stream().sorted().collect(Collectors.joining(", "))
								+ "; join several with |.");
			}
			roles.add(owner);
		}
		if (roles.isEmpty()) {
			throw row.wrong("roles", "The cell names no role.", "Fill it in or remove the line.");
		}
		return roles;
	}

	private static String email(Table.Row row) {
		String email = row.require("email");
		// A Cyrillic letter that looks like a Latin one is the commonest slip, and
		// invisible.
		if (!email.chars().allMatch((letter) -> letter > ' ' && letter < '\u007f')) {
			throw row.wrong("email", "The address holds a blank or a letter that is not English.",
					"Type it again with the English keyboard.");
		}
		try {
			new InternetAddress(email, true).validate();
		}
		catch (AddressException ex) {
			throw row.wrong("email", "This is no e-mail address.", "Write one address like name@school.example.");
		}
		if (!email.matches("[^@<>]+@[^@]+\\.[^@.]{2,}")) {
			throw row.wrong("email", "This is no e-mail address.", "Write one address like name@school.example.");
		}
		return email;
	}

	private static @Nullable String language(Table.Row row) {
		return row.get("language").isEmpty() ? null : row.choose("language", LANGUAGES);
	}

	private static @Nullable String id(Table.Row row, String column) {
		String id = row.get(column);
		return id.isEmpty() ? null : id(row, column, id);
	}

	private static String id(Table.Row row, String column, String id) {
		if (ROUNDED.matcher(id).matches()) {
			throw row.wrong(column, "A spreadsheet has rounded the id: the last digits are lost.",
					"Format the column as text and put the id in again.");
		}
		if (!ID.matcher(id).matches()) {
			throw row.wrong(column, "This is no id.", "Write the id alone, as the system shows it.");
		}
		return id;
	}

	private static Set<ClassGroupId> classGroups(Table.Row row) {
		return parts(row, "class_groups").stream()
			.map((id) -> new ClassGroupId(id(row, "class_groups", id)))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private static List<String> parts(Table.Row row, String column) {
		return Arrays.stream(row.get(column).split("\\|"))
			.map(String::strip)
			.filter((part) -> !part.isEmpty())
			.toList();
	}

}
