package kz.kopir.digest;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import kz.kopir.deadline.SchoolCalendar;
import kz.kopir.problem.Owner;
import kz.kopir.staff.MissingPerson;
import kz.kopir.staff.Staff;
import kz.kopir.staff.StaffMember;

/**
 * Says which mails are due. People are written to on school days outside of the quiet
 * hours only, whatever it is.
 * <ul>
 * <li>DAILY: at most one a day for each person, from the policy's hour on, when something
 * is new for the person: an opening that no mail told yet, or whose snooze is over. It
 * lists what is new, then what is still open, the newest first, up to the policy's
 * number. What is left out stays new and stands in the mail of the next school day.</li>
 * <li>URGENT: what cannot wait, each opening once for each person, all of it in one mail.
 * It is not new for the daily mail any more, but listed there.</li>
 * <li>ESCALATION: what the people concerned were told and nobody reacted to for the
 * policy's number of school days. It goes to the deputy heads once for each opening, from
 * the hour of the daily mail on, at most one mail a day. A deputy head's own problems are
 * told to nobody above.</li>
 * <li>WEEKLY: the deputy heads' overview, if there is anything to tell.</li>
 * </ul>
 * A clock that is set back repeats nothing: what was told counts whatever the day.
 */
public final class Digest {

	private final Staff staff;

	private final WritingHours hours;

	private final OwnMails own;

	private final HeadMails heads;

	/**
	 * @param staff the people of the school
	 * @param calendar its school days
	 * @param policy what it decided
	 * @param zone its time zone
	 */
	public Digest(Staff staff, SchoolCalendar calendar, DigestPolicy policy, ZoneId zone) {
		this.staff = staff;
		this.hours = new WritingHours(calendar, policy, zone);
		this.own = new OwnMails(policy, this.hours);
		this.heads = new HeadMails(staff, calendar, policy, this.hours);
	}

	/**
	 * The mails that are due.
	 * @param now the moment
	 * @param facts what is open and what was told
	 * @return the mails; the same question gives them again until what they tell is kept
	 * and stands among the facts
	 */
	public List<Letter> due(Instant now, DigestFacts facts) {
		if (!this.hours.areOpen(now)) {
			return List.of();
		}
		List<Directed> directed = facts.concerns().stream().map(this::directed).toList();
		Moment moment = new Moment(now, this.hours.day(now), facts, directed, new Past(facts.told()));
		List<Letter> letters = new ArrayList<>();
		for (StaffMember person : this.staff.members()) {
			this.own.urgent(person, moment).ifPresent((letter) -> {
				letters.add(letter);
				// What was told urgently just now is not new for the daily mail any more.
				moment.past().add(letter);
			});
			this.own.daily(person, moment).ifPresent(letters::add);
			if (person.roles().contains(Owner.DEPUTY_HEAD)) {
				this.heads.escalation(person, moment).ifPresent(letters::add);
				this.heads.weekly(person, moment).ifPresent(letters::add);
			}
		}
		return List.copyOf(letters);
	}

	/** Whether people may be written to at a moment. */
	public boolean isTimeToWrite(Instant now) {
		return this.hours.areOpen(now);
	}

	/**
	 * Who should be told something that is open and does not stand in the table of staff.
	 * The IT staff is told it instead, and should complete the table.
	 */
	public Set<MissingPerson> missing(Instant now, DigestFacts facts) {
		return facts.concerns()
			.stream()
			.filter((concern) -> concern.isStillOpen(now))
			.map((concern) -> directed(concern).recipients().missing())
			.filter(Objects::nonNull)
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private Directed directed(Concern concern) {
		return new Directed(concern, this.staff.recipients(concern.owner(), concern.ownerRef(), concern.classGroup()));
	}

}
