package kz.kopir.journal;

import java.util.List;

import kz.kopir.school.CriteriaSection;
import org.jspecify.annotations.Nullable;

/**
 * What the criteria journal holds for one class group.
 *
 * @param sections its sections: each БЖБ and ТЖБ with its maximum
 * @param marks the scores on them
 * @param trouble why it could not be read; then it is not known what stands there. Null
 * when it was read
 */
public record CriteriaJournal(List<CriteriaSection> sections, List<JournalCriteriaMark> marks,
		@Nullable String trouble) {

	/** Nothing was asked. */
	public static CriteriaJournal empty() {
		return new CriteriaJournal(List.of(), List.of(), null);
	}

	/** Stands for a criteria journal that could not be read. */
	public static CriteriaJournal unreadable(String trouble) {
		return new CriteriaJournal(List.of(), List.of(), trouble);
	}

}
