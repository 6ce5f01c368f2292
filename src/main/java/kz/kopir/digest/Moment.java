package kz.kopir.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import kz.kopir.staff.StaffMember;

/**
 * One question which mails are due: when, about what, and what was told before.
 *
 * @param now the moment
 * @param today its day in the school's time zone
 * @param facts what is open
 * @param directed the concerns among the facts with those to whom they are told
 * @param past what was told
 */
record Moment(Instant now, LocalDate today, DigestFacts facts, List<Directed> directed, Past past) {

	Moment {
		directed = List.copyOf(directed);
	}

	/**
	 * A mail of fresh concerns, then of those that are still open.
	 * @param longest most of them that the mail tells
	 */
	Letter letter(LetterKind kind, StaffMember to, List<Addressed> fresh, List<Addressed> open, int longest) {
		List<Addressed> firstFresh = first(fresh, longest);
		List<Addressed> firstOpen = first(open, longest - firstFresh.size());
		Sections sections = new Sections(this.facts.classGroups());
		List<Letter.Section> all = new ArrayList<>(sections.of(firstFresh, true));
		all.addAll(sections.of(firstOpen, false));
		int leftOut = fresh.size() + open.size() - firstFresh.size() - firstOpen.size();
		return new Letter(kind, to, this.today, all, leftOut, fresh.size(), List.of());
	}

	private static List<Addressed> first(List<Addressed> concerns, int longest) {
		return concerns.subList(0, Math.min(concerns.size(), longest));
	}

	/** Whether a person got a mail of a kind today. */
	boolean hasMailToday(StaffMember person, LetterKind kind) {
		return this.past.hasMail(person.key(), kind, this.today, this.today);
	}

}
