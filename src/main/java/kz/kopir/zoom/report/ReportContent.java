package kz.kopir.zoom.report;

import java.util.List;

import kz.kopir.school.Meeting;
import kz.kopir.school.MeetingRow;

/**
 * What a report file tells.
 *
 * @param meetings its meetings
 * @param faults rows that cannot be used
 */
public record ReportContent(List<ReportedMeeting> meetings, List<RowFault> faults) {

	/**
	 * A meeting of the file.
	 *
	 * @param meeting the meeting
	 * @param rows its participants
	 * @param unusableRows how many rows of it cannot be used
	 */
	public record ReportedMeeting(Meeting meeting, List<MeetingRow> rows, int unusableRows) {
	}

	/**
	 * A row that cannot be used.
	 *
	 * @param line line of the file, from 1
	 * @param mistake what is wrong with it, without its content
	 */
	public record RowFault(int line, String mistake) {
	}

}
