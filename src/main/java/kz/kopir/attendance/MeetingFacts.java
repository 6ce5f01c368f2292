package kz.kopir.attendance;

import java.util.List;

import kz.kopir.school.Meeting;
import kz.kopir.school.MeetingRow;

/**
 * What is known of a meeting of a lesson.
 *
 * @param meeting the meeting
 * @param rows its rows, in the order of the source
 * @param complete whether the source gave all rows, as far as can be told
 * @param unusableRows how many rows could not be read
 */
public record MeetingFacts(Meeting meeting, List<MeetingRow> rows, boolean complete, int unusableRows) {

	public MeetingFacts {
		rows = List.copyOf(rows);
	}

}
