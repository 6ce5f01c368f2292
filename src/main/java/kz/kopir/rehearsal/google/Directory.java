package kz.kopir.rehearsal.google;

import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import kz.kopir.rehearsal.google.Caller.Role;
import kz.kopir.rehearsal.world.PupilFacts;
import kz.kopir.rehearsal.world.TeacherFacts;
import kz.kopir.rehearsal.world.World;
import org.jspecify.annotations.Nullable;

/**
 * The Google accounts of the school: its teachers, its pupils, one administrator and the
 * mailbox from which the school writes.
 */
final class Directory {

	private static final String ADMIN_ID = "100000000000000000002";

	private static final String MAILBOX_ID = "100000000000000000003";

	private final Map<String, Person> byId = new HashMap<>();

	private final Map<String, Person> byEmail = new HashMap<>();

	private final Person admin;

	Directory(World world) {
		for (TeacherFacts teacher : world.teachers()) {
			add(new Person(teacher.googleId(), teacher.email(), teacher.firstName(), teacher.lastName(), Role.TEACHER));
		}
		for (PupilFacts pupil : world.pupils()) {
			add(new Person(pupil.googleId(), pupil.email(), pupil.googleGivenName(), pupil.googleFamilyName(),
					Role.PUPIL));
		}
		this.admin = new Person(ADMIN_ID, "admin" + schoolDomain(world), "Classroom", "Admin", Role.ADMIN);
		add(this.admin);
		add(new Person(MAILBOX_ID, world.mailbox(), "Хабарлама", "Мектеп", Role.STAFF));
	}

	/** The domain of most addresses: some people use a private one. */
	private static String schoolDomain(World world) {
		Map<String, Integer> domains = new HashMap<>();
		for (TeacherFacts teacher : world.teachers()) {
			domains.merge(teacher.email().substring(teacher.email().indexOf('@')), 1, Integer::sum);
		}
		return Collections.max(domains.entrySet(), Map.Entry.comparingByValue()).getKey();
	}

	private void add(Person person) {
		this.byId.put(person.id(), person);
		this.byEmail.put(person.email().toLowerCase(Locale.ROOT), person);
	}

	Person admin() {
		return this.admin;
	}

	/** The account with an id or an address, or null when there is none. */
	@Nullable Person find(String idOrEmail) {
		Person person = this.byId.get(idOrEmail);
		return (person != null) ? person : this.byEmail.get(idOrEmail.toLowerCase(Locale.ROOT));
	}

	/**
	 * The id of the user that a parameter names.
	 * @param user an id, an address, or {@code me}
	 * @param caller who asks
	 * @return the user's id
	 * @throws ApiError 404 when there is no such user
	 */
	String userId(String user, Caller caller) {
		if (user.equals("me")) {
			return caller.userId();
		}
		Person person = find(user);
		if (person == null) {
			throw ApiError.notFound();
		}
		return person.id();
	}

}
