package kz.kopir.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import kz.kopir.journal.JournalAttendance;
import kz.kopir.school.AttendanceStatus;
import org.jspecify.annotations.Nullable;

/**
 * What the journal shows of attendance. A pupil of whom it shows nothing was present:
 * whether a journal keeps an entry for that is its own matter.
 */
final class AttendanceStanding implements ReadBack.Standing {

	private final PlanExecution execution;

	private final Map<String, List<String>> values = new HashMap<>();

	AttendanceStanding(PlanExecution execution, List<JournalAttendance> journal) {
		this.execution = execution;
		journal.forEach((entry) -> this.values
			.computeIfAbsent(EntryKey.attendance(entry.lesson(), entry.pupil()).text(), (key) -> new ArrayList<>())
			.add(value(entry)));
	}

	/**
	 * A word of the journal that is not known is still a value that somebody put there.
	 */
	static String value(JournalAttendance entry) {
		AttendanceStatus status = entry.status();
		return (status != null) ? status.code() : "said:" + entry.said();
	}

	@Override
	public List<ReadBack.Found> of(Change change) {
		List<String> found = this.values.getOrDefault(change.key().text(), List.of());
		if (found.isEmpty() && change.to().equals(AttendanceStatus.PRESENT.code())) {
			return List.of(new ReadBack.Found(change.to(), null));
		}
		return found.stream().map((value) -> new ReadBack.Found(value, null)).toList();
	}

	@Override
	public About about(Change change) {
		return About.classGroup(this.execution.plan().order().classGroup())
			.with(Map.of("coursework", change.key().source(), "course", ""));
	}

	/** The value that stands for an entry, or null. */
	static @Nullable String now(Map<String, String> standing, EntryKey key, @Nullable String last) {
		String now = standing.get(key.text());
		boolean blank = now == null && AttendanceStatus.PRESENT.code().equals(last);
		return blank ? last : now;
	}

}
