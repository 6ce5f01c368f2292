package kz.kopir.digest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import kz.kopir.staff.StaffMember;

/**
 * The mails to those who can mend a problem: what is urgent, and the daily one.
 */
final class OwnMails {

	private final DigestPolicy policy;

	private final WritingHours hours;

	OwnMails(DigestPolicy policy, WritingHours hours) {
		this.policy = policy;
		this.hours = hours;
	}

	/**
	 * Everything urgent that was not told urgently yet, in one mail: nothing of it can
	 * wait for a second one.
	 */
	Optional<Letter> urgent(StaffMember person, Moment moment) {
		List<Addressed> urgent = moment.directed()
			.stream()
			.filter((one) -> one.isFor(person) && isUrgent(one.concern(), person, moment))
			.map(Directed::asTheirs)
			.sorted(Addressed.MOST_URGENT)
			.toList();
		return urgent.isEmpty() ? Optional.empty()
				: Optional.of(moment.letter(LetterKind.URGENT, person, urgent, List.of(), urgent.size()));
	}

	private boolean isUrgent(Concern concern, StaffMember person, Moment moment) {
		return concern.isAsked(moment.now()) && switch (concern.urgency()) {
			case DAILY -> false;
			case AT_ONCE -> !wasTold(concern, person, moment);
			case AT_DEADLINE -> concern.deadline() != null && this.hours.isNear(concern.deadline(), moment.now())
					&& !moment.past().wasTold(person.key(), concern, LetterKind.URGENT);
		};
	}

	Optional<Letter> daily(StaffMember person, Moment moment) {
		if (!this.hours.isDailyHour(moment.now()) || moment.hasMailToday(person, LetterKind.DAILY)) {
			return Optional.empty();
		}
		Map<Boolean, List<Addressed>> open = moment.directed()
			.stream()
			.filter((one) -> one.isFor(person) && one.concern().isStillOpen(moment.now()))
			.map(Directed::asTheirs)
			.sorted(Addressed.NEWEST)
			.collect(Collectors.partitioningBy((one) -> isNew(one.concern(), person, moment)));
		List<Addressed> fresh = open.get(true);
		return fresh.isEmpty() ? Optional.empty() : Optional
			.of(moment.letter(LetterKind.DAILY, person, fresh, open.get(false), this.policy.longestList()));
	}

	private boolean isNew(Concern concern, StaffMember person, Moment moment) {
		return concern.isAsked(moment.now())
				&& (!wasTold(concern, person, moment) || isSnoozeOver(concern, person, moment));
	}

	private static boolean wasTold(Concern concern, StaffMember person, Moment moment) {
		return moment.past().lastDay(person.key(), concern).isPresent();
	}

	/** Whoever asks not to be reminded until a day wants to be reminded on it. */
	private boolean isSnoozeOver(Concern concern, StaffMember person, Moment moment) {
		Instant until = concern.snoozedUntil();
		return until != null && !until.isAfter(moment.now())
				&& moment.past()
					.lastDay(person.key(), concern)
					.filter((day) -> day.isBefore(this.hours.day(until)))
					.isPresent();
	}

}
