package kz.kopir.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import kz.kopir.rehearsal.kundelik.JournalMark;
import kz.kopir.rehearsal.kundelik.JournalWork;
import kz.kopir.rehearsal.kundelik.KundelikStandIn;
import kz.kopir.rehearsal.world.World;

/**
 * What stands in a journal, without the ids that depend on the order of writing: two
 * journals are the same when these are equal.
 *
 * @param works each work's lesson and content, with the number of times it stands there
 * @param marks the values of each pupil's marks by work and pupil
 */
record JournalPage(Map<String, Integer> works, Map<String, List<String>> marks, Map<String, Integer> scores) {

	static JournalPage of(KundelikStandIn journal, World world) {
		Map<Long, String> names = new HashMap<>();
		Map<String, Integer> works = new TreeMap<>();
		for (JournalWork work : journal.works()) {
			String name = String.join("|", String.valueOf(work.lessonId()), work.type(), work.markType(),
					String.valueOf(work.markCount()), String.valueOf(work.targetDate()), work.text());
			names.put(work.id(), name);
			works.merge(name, 1, Integer::sum);
		}
		Map<String, List<String>> marks = new TreeMap<>();
		for (JournalMark mark : journal.marks()) {
			marks.computeIfAbsent(names.get(mark.workId()) + "|" + mark.personId(), (key) -> new ArrayList<>())
				.add(mark.value());
		}
		Map<String, Integer> scores = new TreeMap<>();
		world.groups()
			.forEach((group) -> journal.criteriaMarks(group.id())
				.forEach((score) -> scores.put(score.sectionId() + "|" + score.personId(), score.value())));
		return new JournalPage(works, marks, scores);
	}

	/** Works or marks that stand there more than once. */
	List<String> doubles() {
		List<String> doubles = new ArrayList<>();
		this.works.forEach((work, times) -> {
			if (times > 1) {
				doubles.add(work);
			}
		});
		this.marks.forEach((cell, values) -> {
			if (values.size() > 1) {
				doubles.add(cell);
			}
		});
		return doubles;
	}

	/** Its text form holds no mark. */
	@Override
	public String toString() {
		return "JournalPage[" + this.works.size() + " works, " + this.marks.size() + " marks, " + this.scores.size()
				+ " scores]";
	}

}
