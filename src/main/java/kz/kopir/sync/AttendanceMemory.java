package kz.kopir.sync;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import kz.kopir.attendance.ParticipantNames;
import kz.kopir.database.DatabaseTime;
import kz.kopir.school.AttendanceStatus;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.LessonId;
import kz.kopir.school.PupilId;
import kz.kopir.school.SchoolId;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Remembers what persons said of attendance, and the evidence by which it was judged.
 */
public class AttendanceMemory {

	private final JdbcTemplate template;

	private final JdbcClient jdbc;

	private final Clock clock;

	public AttendanceMemory(JdbcTemplate template, Clock clock) {
		this.template = template;
		this.jdbc = JdbcClient.create(template);
		this.clock = clock;
	}

	/** A person says how a pupil attended a lesson; what was said later counts. */
	public void decide(SchoolId school, LessonId lesson, PupilId pupil, AttendanceStatus status, String decidedBy) {
		this.jdbc.sql("""
				insert into attendance_decision (school, lesson, pupil, status, decided_by, decided_at)
				values (:school, :lesson, :pupil, :status, :by, :now)
				on conflict (school, lesson, pupil) do update set status = excluded.status,
					decided_by = excluded.decided_by, decided_at = excluded.decided_at
				""")
			.param("school", school.value())
			.param("lesson", lesson.value())
			.param("pupil", pupil.value())
			.param("status", status.code())
			.param("by", decidedBy)
			.param("now", DatabaseTime.toColumn(this.clock.instant()))
			.update();
	}

	/** What persons said of a lesson. */
	public List<AttendanceDecision> decisions(SchoolId school, LessonId lesson) {
		return this.jdbc
			.sql("select * from attendance_decision where school = :school and lesson = :lesson order by pupil")
			.param("school", school.value())
			.param("lesson", lesson.value())
			.query(AttendanceMemory::decision)
			.list();
	}

	/** A person says who a participant of a name is in a class group. */
	public void confirm(SchoolId school, ClassGroupId classGroup, String name, PupilId pupil, String decidedBy) {
		this.jdbc.sql("""
				insert into participant_alias (school, class_group, name_key, pupil, decided_by, decided_at)
				values (:school, :classGroup, :name, :pupil, :by, :now)
				on conflict (school, class_group, name_key) do update set pupil = excluded.pupil,
					decided_by = excluded.decided_by, decided_at = excluded.decided_at
				""")
			.param("school", school.value())
			.param("classGroup", classGroup.value())
			.param("name", ParticipantNames.key(name))
			.param("pupil", pupil.value())
			.param("by", decidedBy)
			.param("now", DatabaseTime.toColumn(this.clock.instant()))
			.update();
	}

	/** The names that persons confirmed in a class group. */
	Map<String, PupilId> aliases(SchoolId school, ClassGroupId classGroup) {
		Map<String, PupilId> aliases = new HashMap<>();
		this.jdbc
			.sql("select name_key, pupil from participant_alias where school = :school and class_group = :classGroup")
			.param("school", school.value())
			.param("classGroup", classGroup.value())
			.query((row, number) -> aliases.put(row.getString("name_key"), new PupilId(row.getString("pupil"))))
			.list();
		return aliases;
	}

	/** Keeps why entries are as they are. */
	void keep(SchoolId school, String runId, ClassGroupId classGroup, String ruleVersion,
			Collection<AttendanceEvidence> evidence) {
		Instant now = this.clock.instant();
		this.template.batchUpdate(
				"""
						insert into attendance_evidence (school, entry_key, class_group, run_id, rule_version, state, seen_seconds,
							length_seconds, first_join, last_leave, link_evidence, meetings, recorded_at)
						values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
						on conflict (school, entry_key) do update set run_id = excluded.run_id,
							rule_version = excluded.rule_version, state = excluded.state, seen_seconds = excluded.seen_seconds,
							length_seconds = excluded.length_seconds, first_join = excluded.first_join,
							last_leave = excluded.last_leave, link_evidence = excluded.link_evidence,
							meetings = excluded.meetings, recorded_at = excluded.recorded_at
						""",
				evidence.stream()
					.map((one) -> new Object[] { school.value(), one.entryKey(), classGroup.value(), runId, ruleVersion,
							one.state(), one.seenSeconds(), one.lengthSeconds(), DatabaseTime.toColumn(one.firstJoin()),
							DatabaseTime.toColumn(one.lastLeave()), one.linkEvidence(), one.meetings(),
							DatabaseTime.toColumn(now) })
					.toList());
	}

	/** The evidence of the pupils of a lesson. */
	public List<AttendanceEvidence> evidence(SchoolId school, LessonId lesson) {
		return this.jdbc.sql("""
				select * from attendance_evidence where school = :school and entry_key like :prefix order by entry_key
				""")
			.param("school", school.value())
			.param("prefix", "attendance/" + lesson + "/%")
			.query(AttendanceMemory::evidence)
			.list();
	}

	/** Whether the attendance of a pupil of a class group is or was in question. */
	boolean isInQuestion(SchoolId school, ClassGroupId classGroup, PupilId pupil) {
		return this.jdbc.sql("""
				select count(*) from attendance_evidence
				where school = :school and class_group = :classGroup and entry_key like :suffix
				""")
			.param("school", school.value())
			.param("classGroup", classGroup.value())
			.param("suffix", "attendance/%/" + pupil)
			.query(Integer.class)
			.single() > 0;
	}

	/**
	 * Erases evidence.
	 * @return how much
	 */
	int erase(SchoolId school, Instant recordedBefore) {
		return this.jdbc.sql("delete from attendance_evidence where school = :school and recorded_at < :before")
			.param("school", school.value())
			.param("before", DatabaseTime.toColumn(recordedBefore))
			.update();
	}

	private static AttendanceDecision decision(ResultSet row, int number) throws SQLException {
		return new AttendanceDecision(new LessonId(row.getString("lesson")), new PupilId(row.getString("pupil")),
				AttendanceStatus.of(row.getString("status")).orElseThrow(), row.getString("decided_by"),
				DatabaseTime.instant(row, "decided_at"));
	}

	private static AttendanceEvidence evidence(ResultSet row, int number) throws SQLException {
		return new AttendanceEvidence(row.getString("entry_key"), row.getString("state"), row.getLong("seen_seconds"),
				row.getLong("length_seconds"), DatabaseTime.nullableInstant(row, "first_join"),
				DatabaseTime.nullableInstant(row, "last_leave"), row.getString("link_evidence"),
				row.getString("meetings"));
	}

}
