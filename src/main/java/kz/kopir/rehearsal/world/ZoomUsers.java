package kz.kopir.rehearsal.world;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The school's Zoom account: every teacher is a user, some unpaid; some pupils are users,
 * others are known by a registration or by a key of the school's own page.
 */
final class ZoomUsers {

	private static final int UNPAID_EVERY = 10;

	private static final int FIRST_UNPAID = 6;

	/** How a pupil can be known to Zoom beyond the name. */
	enum Known {

		REGISTRANT, CUSTOMER_KEY, ACCOUNT, NOT

	}

	private final long seed;

	private final List<ZoomUserFacts> users = new ArrayList<>();

	ZoomUsers(WorldSettings settings, Staff staff) {
		this.seed = settings.seed();
		for (int i = 0; i < staff.teachers().size(); i++) {
			TeacherFacts teacher = staff.teachers().get(i);
			this.users.add(new ZoomUserFacts(id(40, i), teacher.personId(), teacher.email(), teacher.lastName(),
					teacher.firstName(), i % UNPAID_EVERY != FIRST_UNPAID,
					4_000_000_000L + Dice.of(settings.seed(), 41, i).below(900_000_000)));
		}
	}

	List<ZoomUserFacts> teachers() {
		return this.users;
	}

	@Nullable ZoomUserFacts teacher(long personId) {
		return this.users.stream().filter((user) -> user.personId() == personId).findFirst().orElse(null);
	}

	Known known(int pupil) {
		int kind = Dice.of(this.seed, 42, pupil).below(100);
		return (kind < 12) ? Known.REGISTRANT
				: (kind < 20) ? Known.CUSTOMER_KEY : (kind < 40) ? Known.ACCOUNT : Known.NOT;
	}

	String pupilId(int pupil) {
		return id(43, pupil);
	}

	String registrantId(int pupil) {
		return id(44, pupil);
	}

	String customerKey(int pupil) {
		return "oq-" + id(45, pupil).substring(0, 12);
	}

	/** 16 bytes that look like one of Zoom's ids. */
	private String id(int kind, int index) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(this.seed, kind, index));
	}

	/**
	 * Id of an occurrence. Every fourth begins with a slash, has two slashes, a plus, or
	 * one slash within.
	 */
	static String uuid(long seed, long day, int index) {
		StringBuilder text = new StringBuilder(Base64.getEncoder().encodeToString(bytes(seed, 46 + day * 100, index)));
		switch (index % 8) {
			case 0 -> text.setCharAt(0, '/');
			case 2 -> text.replace(9, 11, "//");
			case 4 -> text.setCharAt(5, '+');
			case 6 -> text.setCharAt(14, '/');
			default -> {
				// as it fell
			}
		}
		return text.toString();
	}

	private static byte[] bytes(long seed, long kind, int index) {
		Dice dice = Dice.of(seed, kind, index);
		byte[] bytes = new byte[16];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) dice.below(256);
		}
		return bytes;
	}

}
