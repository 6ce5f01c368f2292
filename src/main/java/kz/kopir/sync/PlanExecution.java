package kz.kopir.sync;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import kz.kopir.grading.WantedWork;
import kz.kopir.grading.WorkKind;
import kz.kopir.journal.JournalAnswer;
import kz.kopir.journal.JournalQuestion;
import kz.kopir.journal.JournalWrite;
import kz.kopir.school.AttendanceStatus;
import kz.kopir.school.LessonId;
import kz.kopir.school.PupilId;
import kz.kopir.school.WorkId;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a class group on its way into the journal: works are written first, because
 * marks stand on them.
 */
public final class PlanExecution {

	private final ClassGroupPlan plan;

	private final String planId;

	private final boolean writing;

	private final Map<String, Change> changes = new LinkedHashMap<>();

	private final Map<String, JournalAnswer> answers = new ConcurrentHashMap<>();

	private final Map<String, WorkId> standingWorks;

	private final Set<String> confirmed = ConcurrentHashMap.newKeySet();

	/**
	 * @param plan the plan
	 * @param planId its id
	 * @param standingWorks works of which the journal's id is known, by course and
	 * coursework
	 * @param writing whether it is executed now
	 */
	PlanExecution(ClassGroupPlan plan, String planId, Map<String, WorkId> standingWorks, boolean writing) {
		this.plan = plan;
		this.planId = planId;
		this.writing = writing;
		this.standingWorks = new ConcurrentHashMap<>(standingWorks);
		for (int i = 0; i < plan.changes().size(); i++) {
			this.changes.put(Ledger.id(planId, i), plan.changes().get(i));
		}
	}

	ClassGroupPlan plan() {
		return this.plan;
	}

	String planId() {
		return this.planId;
	}

	Map<String, Change> changes() {
		return this.changes;
	}

	@Nullable JournalAnswer answer(String delivery) {
		return this.answers.get(delivery);
	}

	/** Whether there is something to write now. */
	public boolean isWriting() {
		return this.writing && !this.changes.isEmpty();
	}

	/** What to ask of the journal to read back. */
	public JournalQuestion getQuestion() {
		return this.plan.order().getQuestion();
	}

	/** Works to write. */
	public List<JournalWrite> getWorkWrites() {
		List<JournalWrite> writes = new ArrayList<>();
		this.changes.forEach((delivery, change) -> {
			WantedWork work = change.work();
			if (work != null) {
				String existing = change.journalId();
				writes.add(new JournalWrite.PutWork(delivery, (existing != null) ? new WorkId(existing) : null,
						this.plan.order().classGroup().id(), work.lesson(), work.kind() == WorkKind.HOMEWORK,
						work.text(), work.target(), work.issued(), work.carriesMarks()));
			}
		});
		return writes;
	}

	/** Marks to write, as far as their work stands in the journal. */
	public List<JournalWrite> getMarkWrites() {
		List<JournalWrite> writes = new ArrayList<>();
		this.changes.forEach((delivery, change) -> {
			PupilId pupil = change.pupil();
			WorkId work = this.standingWorks.get(change.key().source());
			if (change.key().kind() == EntryKind.MARK && pupil != null && work != null) {
				writes.add(new JournalWrite.PutMark(delivery, work, pupil, Integer.parseInt(change.to())));
			}
		});
		return writes;
	}

	/** Scores of БЖБ and ТЖБ to write. */
	public List<JournalWrite> getSummativeWrites() {
		List<JournalWrite> writes = new ArrayList<>();
		this.changes.forEach((delivery, change) -> {
			PupilId pupil = change.pupil();
			String section = change.journalId();
			if (change.key().kind() == EntryKind.SUMMATIVE && pupil != null && section != null) {
				writes.add(new JournalWrite.PutCriteriaMark(delivery, this.plan.order().classGroup().id(), section,
						pupil, Integer.parseInt(change.to())));
			}
		});
		return writes;
	}

	/** Notes that an entry was read back as it was written. */
	void confirm(EntryKey key) {
		this.confirmed.add(key.text());
	}

	/** Keys of the entries that were read back as they were written. */
	Set<String> confirmed() {
		return this.confirmed;
	}

	/** Attendance to write. */
	public List<JournalWrite> getAttendanceWrites() {
		List<JournalWrite> writes = new ArrayList<>();
		this.changes.forEach((delivery, change) -> {
			PupilId pupil = change.pupil();
			if (change.key().kind() == EntryKind.ATTENDANCE && pupil != null) {
				writes.add(new JournalWrite.PutAttendance(delivery, new LessonId(change.key().source()), pupil,
						AttendanceStatus.of(change.to()).orElseThrow(), change.from() != null));
			}
		});
		return writes;
	}

	/** Takes what became of one write. */
	public void answered(JournalAnswer answer) {
		this.answers.put(answer.delivery(), answer);
		Change change = this.changes.get(answer.delivery());
		if (change != null && change.work() != null && answer instanceof JournalAnswer.Taken taken) {
			String id = (taken.id() != null) ? taken.id() : change.journalId();
			if (id != null) {
				this.standingWorks.put(change.key().source(), new WorkId(id));
			}
		}
	}

	/** The work on which a mark of this coursework stands, as far as it is known. */
	@Nullable WorkId work(EntryKey key) {
		return this.standingWorks.get(key.source());
	}

	@Override
	public String toString() {
		return "PlanExecution[" + this.planId + "]";
	}

}
