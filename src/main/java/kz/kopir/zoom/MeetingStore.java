package kz.kopir.zoom;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import kz.kopir.database.DatabaseTime;
import kz.kopir.school.Meeting;
import kz.kopir.school.MeetingId;
import kz.kopir.school.MeetingRow;
import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Remembers meetings and the rows of their participants. A meeting and its rows change in
 * one transaction, so that a crash never leaves half a meeting.
 */
@Repository
public class MeetingStore {

	private final JdbcTemplate template;

	private final JdbcClient jdbc;

	private final TransactionOperations transactions;

	public MeetingStore(JdbcTemplate template, TransactionOperations transactions) {
		this.template = template;
		this.jdbc = JdbcClient.create(template);
		this.transactions = transactions;
	}

	/**
	 * Remembers that meetings were held. What is known of their participants stays.
	 */
	public void found(SchoolId school, Collection<Meeting> meetings) {
		List<Object[]> rows = meetings.stream()
			.map((meeting) -> new Object[] { school.value(), meeting.id().value(), meeting.number(), meeting.host(),
					DatabaseTime.toColumn(meeting.start()), DatabaseTime.toColumn(meeting.end()) })
			.toList();
		this.transactions.executeWithoutResult((status) -> this.template.batchUpdate(
				"""
						insert into meeting (school, id, number, host, started_at, ended_at, source, state, pulls, unusable_rows)
						values (?, ?, ?, ?, ?, ?, 'zoom', 'found', 0, 0)
						on conflict (school, id) do update set number = excluded.number, host = excluded.host,
							started_at = excluded.started_at, ended_at = excluded.ended_at, source = 'zoom',
							state = case when meeting.source = 'zoom' then meeting.state else 'found' end
						""",
				rows));
	}

	/**
	 * Remembers what Zoom told of a meeting's participants. It is accepted when the same
	 * was told the time before.
	 * @param fingerprint names exactly these rows
	 * @param unusableRows rows that could not be used
	 * @return whether the meeting is accepted now
	 */
	public boolean pulled(SchoolId school, MeetingId meeting, List<MeetingRow> rows, String fingerprint,
			int unusableRows, Instant now) {
		return Boolean.TRUE.equals(this.transactions.execute((status) -> {
			// holds the meeting: what Zoom sends by itself may be written at the same
			// moment
			this.jdbc.sql("update meeting set pulls = pulls where school = :school and id = :id")
				.param("school", school.value())
				.param("id", meeting.value())
				.update();
			boolean same = this.jdbc.sql("select fingerprint from meeting where school = :school and id = :id")
				.param("school", school.value())
				.param("id", meeting.value())
				.query(String.class)
				.optional()
				.filter(fingerprint::equals)
				.isPresent();
			if (!same) {
				replaceRows(school, meeting, rows);
			}
			update(school, meeting, same ? StoredMeeting.State.ACCEPTED : StoredMeeting.State.WAITING, fingerprint, now,
					unusableRows);
			return same;
		}));
	}

	/**
	 * Remembers that Zoom was asked and had no complete data yet; what was told stays.
	 */
	public void notReady(SchoolId school, MeetingId meeting, Instant now) {
		this.jdbc.sql("""
				update meeting set pulls = pulls + 1, pulled_at = :now,
					state = case when state = 'accepted' then state else 'waiting' end
				where school = :school and id = :id
				""")
			.param("now", DatabaseTime.toColumn(now))
			.param("school", school.value())
			.param("id", meeting.value())
			.update();
	}

	/** Remembers that Zoom will never tell the participants of a meeting. */
	public void refused(SchoolId school, MeetingId meeting, String refusal, Instant now) {
		this.jdbc.sql("""
				update meeting set state = 'refused', refusal = :refusal, pulls = pulls + 1, pulled_at = :now
				where school = :school and id = :id and state <> 'accepted' and state <> 'refused'
				""")
			.param("refusal", refusal)
			.param("now", DatabaseTime.toColumn(now))
			.param("school", school.value())
			.param("id", meeting.value())
			.update();
	}

	/**
	 * Takes a meeting with its participants as a report file tells it: that is all there
	 * is to know. The same meeting told again replaces what was told.
	 * @param unusableRows rows that could not be used
	 * @param report names the file
	 */
	public void told(SchoolId school, Meeting meeting, List<MeetingRow> rows, int unusableRows, String report,
			Instant now) {
		this.transactions.executeWithoutResult((status) -> {
			this.jdbc
				.sql("""
						insert into meeting (school, id, number, host, started_at, ended_at, source, state, pulls, pulled_at,
							unusable_rows, report)
						values (:school, :id, :number, :host, :start, :end, 'file', 'accepted', 0, :now, :unusable, :report)
						on conflict (school, id) do update set number = excluded.number, host = excluded.host,
							started_at = excluded.started_at, ended_at = excluded.ended_at, pulled_at = excluded.pulled_at,
							unusable_rows = excluded.unusable_rows, report = excluded.report
						""")
				.param("report", report)
				.param("school", school.value())
				.param("id", meeting.id().value())
				.param("number", meeting.number())
				.param("host", meeting.host())
				.param("start", DatabaseTime.toColumn(meeting.start()))
				.param("end", DatabaseTime.toColumn(meeting.end()))
				.param("now", DatabaseTime.toColumn(now))
				.param("unusable", unusableRows)
				.update();
			replaceRows(school, meeting.id(), rows);
		});
	}

	/**
	 * Remembers a meeting that Zoom says has ended. What a list or a report told of it
	 * stays.
	 */
	public void announced(SchoolId school, Meeting meeting) {
		this.jdbc
			.sql("""
					insert into meeting (school, id, number, host, started_at, ended_at, source, state, pulls, unusable_rows)
					values (:school, :id, :number, :host, :start, :end, 'zoom', 'found', 0, 0)
					on conflict (school, id) do nothing
					""")
			.param("school", school.value())
			.param("id", meeting.id().value())
			.param("number", meeting.number())
			.param("host", meeting.host())
			.param("start", DatabaseTime.toColumn(meeting.start()))
			.param("end", DatabaseTime.toColumn(meeting.end()))
			.update();
	}

	/**
	 * Remembers who was seen in a meeting of which no report was read yet. Nothing is
	 * judged by it.
	 */
	public void provisional(SchoolId school, MeetingId meeting, List<MeetingRow> rows) {
		this.transactions.executeWithoutResult((status) -> {
			// holds the meeting, so that no report comes between the question and the
			// rows
			int unread = this.jdbc.sql("""
					update meeting set pulls = pulls
					where school = :school and id = :id and source = 'zoom' and fingerprint is null
					""").param("school", school.value()).param("id", meeting.value()).update();
			if (unread > 0) {
				replaceRows(school, meeting, rows);
			}
		});
	}

	/** Forgets the meetings that a report file was the last to tell. */
	public void forget(SchoolId school, String report) {
		this.transactions.executeWithoutResult((status) -> {
			this.jdbc.sql("""
					delete from meeting_row where school = :school and meeting in
						(select id from meeting where school = :school and report = :report)
					""").param("school", school.value()).param("report", report).update();
			this.jdbc.sql("delete from meeting where school = :school and report = :report")
				.param("school", school.value())
				.param("report", report)
				.update();
		});
	}

	/** One meeting. */
	public Optional<StoredMeeting> find(SchoolId school, MeetingId meeting) {
		return this.jdbc.sql("select * from meeting where school = :school and id = :id")
			.param("school", school.value())
			.param("id", meeting.value())
			.query(MeetingColumns::meeting)
			.optional();
	}

	/** Meetings that were under way at some moment between two, by their start. */
	public List<StoredMeeting> between(SchoolId school, Instant from, Instant to) {
		return this.jdbc.sql("""
				select * from meeting where school = :school and started_at < :to and ended_at > :from
				order by started_at, id
				""")
			.param("school", school.value())
			.param("from", DatabaseTime.toColumn(from))
			.param("to", DatabaseTime.toColumn(to))
			.query(MeetingColumns::meeting)
			.list();
	}

	/** The rows of a meeting, in their order. */
	public List<MeetingRow> rows(SchoolId school, MeetingId meeting) {
		return this.jdbc
			.sql("select * from meeting_row where school = :school and meeting = :meeting order by position")
			.param("school", school.value())
			.param("meeting", meeting.value())
			.query(MeetingColumns::row)
			.list();
	}

	/**
	 * Erases meetings with their rows, and what Zoom sent of participants.
	 * @return how many meetings were erased
	 */
	public int erase(SchoolId school, Instant endedBefore) {
		return Optional.ofNullable(this.transactions.execute((status) -> {
			this.jdbc.sql("""
					delete from meeting_row where school = :school and meeting in
						(select id from meeting where school = :school and ended_at < :before)
					""").param("school", school.value()).param("before", DatabaseTime.toColumn(endedBefore)).update();
			this.jdbc.sql("delete from zoom_event where school = :school and happened_at < :before")
				.param("school", school.value())
				.param("before", DatabaseTime.toColumn(endedBefore))
				.update();
			return this.jdbc.sql("delete from meeting where school = :school and ended_at < :before")
				.param("school", school.value())
				.param("before", DatabaseTime.toColumn(endedBefore))
				.update();
		})).orElse(0);
	}

	private void update(SchoolId school, MeetingId meeting, StoredMeeting.State state, @Nullable String fingerprint,
			Instant now, int unusableRows) {
		int known = this.jdbc.sql("""
				update meeting set state = :state, fingerprint = :fingerprint, pulls = pulls + 1, pulled_at = :now,
					unusable_rows = :unusable where school = :school and id = :id
				""")
			.param("state", MeetingColumns.word(state))
			.param("fingerprint", fingerprint)
			.param("now", DatabaseTime.toColumn(now))
			.param("unusable", unusableRows)
			.param("school", school.value())
			.param("id", meeting.value())
			.update();
		if (known == 0) {
			throw new IllegalStateException("Meeting " + meeting + " was not found before its participants were read.");
		}
	}

	private void replaceRows(SchoolId school, MeetingId meeting, List<MeetingRow> rows) {
		this.jdbc.sql("delete from meeting_row where school = :school and meeting = :meeting")
			.param("school", school.value())
			.param("meeting", meeting.value())
			.update();
		List<Object[]> columns = new ArrayList<>(rows.size());
		for (int i = 0; i < rows.size(); i++) {
			MeetingRow row = rows.get(i);
			columns.add(new Object[] { school.value(), meeting.value(), i, row.name(),
					DatabaseTime.toColumn(row.join()), DatabaseTime.toColumn(row.leave()), row.waitingRoom(),
					row.staff(), (row.pupil() != null) ? row.pupil().value() : null, row.evidence() });
		}
		this.template.batchUpdate(
				"""
						insert into meeting_row (school, meeting, position, name, joined_at, left_at, waiting_room, staff, pupil,
							evidence)
						values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
						""",
				columns);
	}

}
