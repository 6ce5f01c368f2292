package kz.kopir.digest;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import kz.kopir.deadline.SchoolCalendar;
import kz.kopir.problem.Owner;
import kz.kopir.staff.Recipients;
import kz.kopir.staff.Staff;
import kz.kopir.staff.StaffMember;
import org.jspecify.annotations.Nullable;

/**
 * The mails to a deputy head about what others have to do: what nobody reacted to, and
 * the overview of the week.
 */
final class HeadMails {

	private static final int MOST_WEEKS = 8;

	private final Staff staff;

	private final SchoolCalendar calendar;

	private final DigestPolicy policy;

	private final WritingHours hours;

	HeadMails(Staff staff, SchoolCalendar calendar, DigestPolicy policy, WritingHours hours) {
		this.staff = staff;
		this.calendar = calendar;
		this.policy = policy;
		this.hours = hours;
	}

	Optional<Letter> escalation(StaffMember head, Moment moment) {
		if (!this.hours.isDailyHour(moment.now()) || moment.hasMailToday(head, LetterKind.ESCALATION)) {
			return Optional.empty();
		}
		List<Addressed> ignored = moment.directed()
			.stream()
			.filter((one) -> one.concern().isWithoutReaction() && isOfOthers(one, head))
			.filter((one) -> !moment.past().wasTold(head.key(), one.concern(), LetterKind.ESCALATION))
			.flatMap((one) -> ignored(one, moment))
			.sorted(Addressed.LONGEST)
			.toList();
		return ignored.isEmpty() ? Optional.empty() : Optional
			.of(moment.letter(LetterKind.ESCALATION, head, ignored, List.of(), this.policy.longestList()));
	}

	/**
	 * The school days count from the first mail, not from the opening: nobody can react
	 * to what nobody told.
	 */
	private Stream<Addressed> ignored(Directed one, Moment moment) {
		List<String> keys = one.recipients().people().stream().map(StaffMember::key).toList();
		return moment.past()
			.firstDay(keys, one.concern())
			.filter((day) -> isOver(day, moment.today()))
			.map(one::asIgnored)
			.stream();
	}

	private static boolean isOfOthers(Directed one, StaffMember head) {
		return one.concern().owner() != Owner.DEPUTY_HEAD && !one.isFor(head);
	}

	private boolean isOver(LocalDate told, LocalDate today) {
		return this.calendar.schoolDayAfter(told, this.policy.escalateAfterSchoolDays())
			.filter((last) -> !last.isAfter(today))
			.isPresent();
	}

	Optional<Letter> weekly(StaffMember head, Moment moment) {
		return this.hours.weekly(moment.now())
			.filter((week) -> !moment.past().hasMail(head.key(), LetterKind.WEEKLY, week.planned(), week.last()))
			.flatMap((week) -> weekly(week, head, moment));
	}

	private Optional<Letter> weekly(WritingHours.Weekly week, StaffMember head, Moment moment) {
		List<WeekFigures> weeks = moment.facts()
			.weeks()
			.stream()
			.filter((one) -> !one.week().isAfter(moment.today()))
			.sorted(Comparator.comparing(WeekFigures::week))
			.toList();
		List<Concern> overdue = moment.facts().overdue().stream().filter(Concern::isUnresolved).toList();
		// What came up after the day of a missed overview is a matter of the next one.
		boolean anything = overdue.stream().anyMatch((one) -> !this.hours.day(one.openedAt()).isAfter(week.due()))
				|| weeks.stream()
					.anyMatch((one) -> one.due() > 0 && !one.week().isAfter(week.latestWeek(moment.today())));
		if (!anything) {
			return Optional.empty();
		}
		List<Addressed> list = overdue.stream()
			.map((one) -> new Addressed(one, null, teacher(one.ownerRef()), null))
			.sorted(Addressed.LONGEST)
			.toList();
		Letter letter = moment.letter(LetterKind.WEEKLY, head, List.of(), list, this.policy.longestList());
		return Optional.of(letter.withWeeks(weeks.subList(Math.max(0, weeks.size() - MOST_WEEKS), weeks.size())));
	}

	private List<String> teacher(@Nullable String ref) {
		Recipients teacher = this.staff.recipients(Owner.TEACHER, ref, null);
		return (teacher.missing() != null) ? List.of() : teacher.people().stream().map(StaffMember::name).toList();
	}

}
