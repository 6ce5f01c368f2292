package kz.kopir.flow;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import kz.kopir.rehearsal.kundelik.KundelikStandIn;
import kz.kopir.rehearsal.world.CriteriaSectionFacts;
import kz.kopir.sync.ControlDesk;
import kz.kopir.sync.ControlItem;
import kz.kopir.sync.SummativeScoreRow;

/**
 * Teachers who type the scores that the gateway hands them into the journal: most of them
 * the day after, every third work a week later, every fifth work with one mistake that is
 * mended after a week.
 */
final class Typists {

	private static final int LATE = 7;

	private final KundelikStandIn journal;

	private final ControlDesk desk;

	private final Map<String, LocalDate> handed = new HashMap<>();

	private final Set<String> mistaken = new HashSet<>();

	Typists(KundelikStandIn journal, ControlDesk desk) {
		this.journal = journal;
		this.desk = desk;
	}

	void type(LocalDate today, List<ControlItem> items) {
		for (ControlItem item : items) {
			List<SummativeScoreRow> waiting = this.desk.scores(item.school(), item.classGroup())
				.stream()
				.filter((score) -> score.coursework().equals(item.coursework()) && isToBeTyped(score, today, item))
				.toList();
			if (waiting.isEmpty() || item.part() == null || item.term() == null) {
				continue;
			}
			LocalDate since = this.handed.computeIfAbsent(item.coursework(), (id) -> today);
			int patience = (number(item) % 3 == 0) ? LATE : 1;
			if (!today.isBefore(since.plusDays(patience))) {
				boolean mistake = number(item) % 5 == 0 && this.mistaken.add(item.coursework());
				for (SummativeScoreRow score : waiting) {
					int wanted = score.wanted();
					int typed = (mistake && wanted > 0) ? wanted - 1 : wanted;
					mistake = mistake && typed == wanted;
					this.journal.putCriteriaMarkByHand(section(item), Long.parseLong(score.pupil().value()), typed);
				}
			}
		}
	}

	/** A mistake is mended when the gateway has told it for some time. */
	private boolean isToBeTyped(SummativeScoreRow score, LocalDate today, ControlItem item) {
		LocalDate since = this.handed.get(item.coursework());
		return score.state().equals("handed-over")
				|| score.state().equals("differs") && since != null && !today.isBefore(since.plusDays(LATE));
	}

	private long section(ControlItem item) {
		return this.journal.criteriaSections(Long.parseLong(item.classGroup()))
			.stream()
			.filter((one) -> one.subjectId() == Long.parseLong(item.subject()) && one.term() == item.term()
					&& one.part() == item.part())
			.mapToLong(CriteriaSectionFacts::id)
			.findFirst()
			.orElseThrow();
	}

	private static long number(ControlItem item) {
		return Long.parseLong(item.coursework()) / 97;
	}

}
