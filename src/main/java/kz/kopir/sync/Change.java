package kz.kopir.sync;

import java.time.LocalDate;
import java.util.Locale;

import kz.kopir.grading.WantedWork;
import kz.kopir.school.PupilId;
import org.jspecify.annotations.Nullable;

/**
 * One change of a plan. Its text form holds no value.
 *
 * @param key the entry
 * @param action what is done
 * @param from value that must stand in the journal for the change to be right, or null
 * @param to value that shall stand there
 * @param reason the rule that wants it
 * @param journalId the journal's id of what is changed or adopted, or null; for a score
 * of a БЖБ or ТЖБ the section on which it stands
 * @param work the wanted work, for a work
 * @param pupil whose mark, for a mark
 * @param fingerprint of the source's record
 * @param lastDay last day on which the journal takes it, or null without limit
 */
record Change(EntryKey key, Action action, @Nullable String from, String to, String reason, @Nullable String journalId,
		@Nullable WantedWork work, @Nullable PupilId pupil, String fingerprint, @Nullable LocalDate lastDay) {

	@Override
	public String toString() {
		return "Change[" + this.action + " " + this.key + "]";
	}

	/** What is done to an entry. */
	enum Action {

		ADD, CHANGE, ADOPT;

		String code() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
