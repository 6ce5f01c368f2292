package kz.kopir.digest;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import kz.kopir.deadline.SchoolCalendar;
import kz.kopir.mapping.SampleTables;
import kz.kopir.school.ClassGroupId;
import kz.kopir.staff.Staff;

/**
 * A school that asks which mails are due and keeps what it told. Nobody in it is real.
 * The daily mail is at 17:00, the weekly one on Mondays at 8:00, quiet from 20:00 to
 * 7:00, escalation after 3 school days, at most 3 problems in a list.
 */
final class MailDesk {

	static final DigestPolicy POLICY = new DigestPolicy(LocalTime.of(17, 0), DayOfWeek.MONDAY, LocalTime.of(8, 0), 3, 3,
			LocalTime.of(20, 0), LocalTime.of(7, 0));

	static final Staff STAFF = Staff.of(SampleTables.of(Staff.COLUMNS, "it,it-staff,Support,it@school.example,ru,,,",
			"head,deputy-head|teacher,Deputy head,head@school.example,kk,,31,",
			"teacher,teacher|class-teacher,Teacher One,one@school.example,,100000000000000000017,41,71",
			"other,teacher,Teacher Two,two@school.example,ru,,42,"));

	private final Digest digest;

	private final List<Told> told = new ArrayList<>();

	private List<Concern> concerns = List.of();

	private List<Concern> overdue = List.of();

	private List<WeekFigures> weeks = List.of();

	MailDesk() {
		this(shippedCalendar(), POLICY);
	}

	MailDesk(SchoolCalendar calendar, DigestPolicy policy) {
		this.digest = new Digest(STAFF, calendar, policy, SampleConcern.ALMATY);
	}

	static SchoolCalendar shippedCalendar() {
		return SchoolCalendar.of(SampleTables.shipped("calendar.csv", SchoolCalendar.COLUMNS));
	}

	/** One that teaches six days a week, and on Sunday 22 November, too. */
	static SchoolCalendar busyCalendar() {
		return SchoolCalendar.of(
				SampleTables.of(SchoolCalendar.COLUMNS, "2026-27,term,2,2026-11-02,2026-12-27,order",
						"2026-27,holiday,,2026-12-16,,law", "2026-27,workday,,2026-11-22,,decree"),
				Set.of(DayOfWeek.SUNDAY));
	}

	MailDesk open(SampleConcern... open) {
		this.concerns = Arrays.stream(open).map(SampleConcern::get).toList();
		return this;
	}

	MailDesk open(List<Concern> open) {
		this.concerns = open;
		return this;
	}

	MailDesk overdue(SampleConcern... late) {
		this.overdue = Arrays.stream(late).map(SampleConcern::get).toList();
		return this;
	}

	MailDesk weeks(WeekFigures... figures) {
		this.weeks = List.of(figures);
		return this;
	}

	/** The mails that are due, without sending them. */
	List<Letter> due(Instant now) {
		return this.digest.due(now, facts());
	}

	Digest digest() {
		return this.digest;
	}

	DigestFacts facts() {
		return new DigestFacts(this.concerns, Map.of(new ClassGroupId("71"), "7 «А»", new ClassGroupId("72"), "7 «Ә»"),
				this.told, this.weeks, this.overdue);
	}

	/** The mails that go out at a moment; asked again at once, none is due any more. */
	List<Letter> send(Instant now) {
		List<Letter> letters = due(now);
		letters.forEach((letter) -> this.told.addAll(letter.tells()));
		return letters;
	}

	/** The same as text: kind, person, and what it tells. */
	List<String> send(String time) {
		return send(SampleConcern.at(time)).stream().map(MailDesk::text).toList();
	}

	static String text(Letter letter) {
		Stream<String> sections = letter.sections()
			.stream()
			.map((section) -> (section.fresh() ? "new " : "open ") + section.classGroup() + " "
					+ section.items().stream().map(Letter.Item::problem).toList());
		return String.join(" ", Stream.concat(Stream.of(letter.kind() + " to " + letter.to().key()), sections).toList())
				+ ((letter.leftOut() > 0) ? " and " + letter.leftOut() + " more" : "");
	}

}
