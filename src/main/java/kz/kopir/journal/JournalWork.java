package kz.kopir.journal;

import java.time.LocalDate;

import kz.kopir.school.LessonId;
import kz.kopir.school.WorkId;
import org.jspecify.annotations.Nullable;

/**
 * A work as the journal holds it: a homework or a column that carries marks. Its text
 * form holds no wording.
 *
 * @param id the journal's id
 * @param lesson lesson on which it stands
 * @param homework whether it is a homework
 * @param text its wording, may be empty
 * @param target the day for which it is due, or null
 */
public record JournalWork(WorkId id, LessonId lesson, boolean homework, String text, @Nullable LocalDate target) {

	@Override
	public String toString() {
		return "JournalWork[" + this.id + "]";
	}

}
