package kz.kopir.rehearsal.kundelik;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;

import kz.kopir.rehearsal.kundelik.KundelikSettings.Switches;
import kz.kopir.rehearsal.world.LessonFacts;

/**
 * Who may do what. That teachers of the timetable and administrators may write is
 * Kundelik's rule for its pages; that the API keeps it too, and the edit period's answer,
 * are choices of the rehearsal.
 */
final class Permission {

	static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

	private final School school;

	private final Supplier<Switches> switches;

	private final Clock clock;

	Permission(School school, Supplier<Switches> switches, Clock clock) {
		this.school = school;
		this.switches = switches;
		this.clock = clock;
	}

	/** The school's data are for those who belong to it. */
	School read(Request request) {
		if (!request.account().ofSchool()) {
			throw Refusal.forbidden("The user does not belong to the school");
		}
		return this.school;
	}

	School readSchool(Request request, long schoolId) {
		if (schoolId != this.school.id()) {
			throw Refusal.missing("school", schoolId);
		}
		return read(request);
	}

	/** What only administrators of the school may do here. */
	void administrator(Request request) {
		if (!request.account().administrator()) {
			throw Refusal.forbidden("The user is no administrator of the school");
		}
	}

	/** Works and marks of a lesson. */
	void write(Request request, LessonFacts lesson) {
		Account account = request.account();
		boolean teaches = account.ofSchool() && lesson.teacherIds().contains(account.personId());
		if (!account.administrator() && !teaches) {
			throw Refusal.forbidden("The user is neither a teacher of this lesson in the timetable nor administrator");
		}
		int days = this.switches.get().editPeriodDays();
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZONE);
		if (days > 0 && today.isAfter(lesson.date().plusDays(days))) {
			throw Refusal.forbidden("The edit period of this lesson is over: it ended " + days + " days after "
					+ lesson.date() + ". The school's administrator sets it");
		}
	}

}
