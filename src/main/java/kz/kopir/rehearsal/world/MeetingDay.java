package kz.kopir.rehearsal.world;

import java.util.List;

/**
 * The meetings of a day and what truly happened in them.
 *
 * @param meetings by start
 * @param truth every lesson of the day
 */
record MeetingDay(List<MeetingFacts> meetings, List<LessonTruth> truth) {
}
