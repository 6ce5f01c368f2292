package kz.kopir.manage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import kz.kopir.school.Term;
import kz.kopir.summative.SummativeNames;
import kz.kopir.sync.ControlItem;
import org.jspecify.annotations.Nullable;

/**
 * The results of all forms of control of a term, as page data.
 *
 * @param term number of the term
 * @param from its first day
 * @param to its last day
 * @param works graded works
 * @param withoutState works of which a grade is neither in the journal, nor handed over,
 * nor excluded
 * @param graded grades that were given back
 * @param standing grades that the journal shows
 * @param handedOver grades that a person is to type
 * @param items the works
 */
record ControlView(int term, LocalDate from, LocalDate to, int works, int withoutState, int graded, int standing,
		int handedOver, List<Item> items) {

	static ControlView of(Term term, List<ControlItem> items) {
		return new ControlView(term.number(), term.start(), term.finish(), items.size(),
				(int) items.stream().filter((item) -> !item.hasState()).count(),
				items.stream().mapToInt(ControlItem::graded).sum(),
				items.stream().mapToInt(ControlItem::standing).sum(),
				items.stream().mapToInt(ControlItem::handedOver).sum(), items.stream().map(Item::of).toList());
	}

	/**
	 * One work.
	 */
	record Item(String classGroup, String classGroupName, String subject, String teacher, String course,
			String coursework, String title, String kind, @Nullable String summative, LocalDate day,
			@Nullable LocalDate publishBy, @Nullable Instant onTimeUntil, @Nullable Instant journalLocks,
			@Nullable String stage, int handedIn, int graded, int standing, int handedOver, int open,
			List<String> codes, @Nullable String excluded, String policy) {

		static Item of(ControlItem item) {
			Integer part = item.part();
			return new Item(item.classGroup(), item.classGroupName(), item.subjectName(), item.teacher(), item.course(),
					item.coursework(), item.title(), item.kind(), (part != null) ? SummativeNames.of(part) : null,
					item.day(), item.lastDay(), item.onTimeUntil(), item.journalLocks(),
					(item.stage() != null) ? item.stage().name().toLowerCase(Locale.ROOT) : null, item.handedIn(),
					item.graded(), item.standing(), item.handedOver(), item.open(), item.codes(), item.excluded(),
					item.policy());
		}

	}

}
