package kz.kopir.journal.kundelik;

import java.util.List;
import java.util.Set;

import kz.kopir.school.AttendanceStatus;

/**
 * Which statuses Kundelik takes, while that is read.
 */
public final class AttendanceStatusReading {

	private final AttendanceRecords records;

	private final ExcusedAbsence excused;

	private Set<AttendanceStatus> statuses = Set.of();

	AttendanceStatusReading(AttendanceRecords records, ExcusedAbsence excused) {
		this.records = records;
		this.excused = excused;
	}

	/** Everything that is to be asked. */
	public List<KundelikRequest> getRequests() {
		return List.of(new KundelikRequest("logEntryStatuses", "/v2/lesson-log-entries/statuses", null,
				(answer) -> this.statuses = Set.copyOf(this.records.statuses(answer, this.excused))));
	}

	/** What was read. */
	public Set<AttendanceStatus> getStatuses() {
		return this.statuses;
	}

}
