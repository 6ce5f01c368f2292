package kz.kopir.rehearsal.world;

import java.time.LocalDate;
import java.util.List;

/**
 * The tables that the rehearsal school keeps by hand for attendance.
 */
final class ZoomTables {

	private static final int MISSING_EVERY = 11;

	private static final int FIRST_MISSING = 7;

	private final Classes classes;

	private final ZoomUsers users;

	ZoomTables(Classes classes, ZoomUsers users) {
		this.classes = classes;
		this.users = users;
	}

	String teachers() {
		StringBuilder csv = new StringBuilder("zoom_user,teacher_id\n");
		List<ZoomUserFacts> all = this.users.teachers();
		for (int i = 0; i < all.size(); i++) {
			if (i % MISSING_EVERY != FIRST_MISSING) {
				ZoomUserFacts user = all.get(i);
				csv.append((i % 4 == 1) ? user.id() : user.email()).append(',').append(user.personId()).append('\n');
			}
		}
		return csv.toString();
	}

	String participants() {
		StringBuilder csv = new StringBuilder("kind,key,pupil_id\n");
		for (int i = 0; i < this.classes.pupils().size(); i++) {
			PupilFacts pupil = this.classes.pupils().get(i);
			String row = switch (this.users.known(i)) {
				case REGISTRANT -> "registrant," + this.users.registrantId(i);
				case CUSTOMER_KEY -> "customer-key," + this.users.customerKey(i);
				case ACCOUNT -> (i % 2 == 0) ? "email," + pupil.email() : "user," + this.users.pupilId(i);
				case NOT -> "";
			};
			if (!row.isEmpty()) {
				csv.append(row).append(',').append(pupil.personId()).append('\n');
			}
		}
		return csv.toString();
	}

	static String distance(LocalDate day) {
		return "scope,id,shift,from,to,ground,order\nschool,,," + day + "," + day + ",1,№ 214 " + day + "\n";
	}

}
