package kz.kopir.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import kz.kopir.journal.ClassGroupJournal;
import kz.kopir.school.CourseContent;
import kz.kopir.school.PupilId;

/**
 * All that the plan of a class group is made from.
 *
 * @param order what is to be done
 * @param inSchool whether the journal knows a pupil at all
 * @param contents what was read of its courses
 * @param journal what the journal holds
 * @param summatives what its БЖБ and ТЖБ are planned from
 * @param excluded courseworks that a person keeps out of the journal, as
 * {@link EntryKey#source()}
 * @param ledger what the ledger knows, by the text of the entry's key
 * @param today the day of the run, Asia/Almaty
 * @param now the moment of the run
 * @param zone in which the school's days are counted
 */
record ClassGroupFacts(ClassGroupOrder order, Predicate<PupilId> inSchool, List<CourseContent> contents,
		ClassGroupJournal journal, SummativeFacts summatives, Set<String> excluded, Map<String, LedgerEntry> ledger,
		LocalDate today, Instant now, ZoneId zone) {

	EntryFacts entries() {
		return new EntryFacts(this.order, this.ledger, this.today, this.now);
	}

	@Override
	public String toString() {
		return "ClassGroupFacts[" + this.order + "]";
	}

}
