package kz.kopir.journal;

import java.util.List;

import kz.kopir.school.Lesson;

/**
 * What the journal holds for one class group between two days.
 *
 * @param question what was asked
 * @param lessons lessons of the timetable
 * @param works works on these lessons
 * @param marks marks on these works
 */
public record ClassGroupJournal(JournalQuestion question, List<Lesson> lessons, List<JournalWork> works,
		List<JournalMark> marks) {
}
