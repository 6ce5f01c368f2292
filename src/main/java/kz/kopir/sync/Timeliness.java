package kz.kopir.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import kz.kopir.database.DatabaseTime;
import kz.kopir.school.SchoolId;
import kz.kopir.school.Term;
import kz.kopir.summative.SummativeStage;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How soon entries reach the journal, and which share of БЖБ and ТЖБ is there in time, by
 * what the gateway has seen itself.
 */
public class Timeliness {

	private final JdbcClient jdbc;

	private final ControlDesk control;

	private final Clock clock;

	Timeliness(JdbcTemplate template, ControlDesk control, Clock clock) {
		this.jdbc = JdbcClient.create(template);
		this.control = control;
		this.clock = clock;
	}

	/**
	 * How long entries took from being found at their source to being read back in the
	 * journal. How long they lay at the source before a run came is not known: Classroom
	 * is asked by schedule.
	 * @param since only what was read back since then
	 * @return nothing when nothing was delivered since then
	 */
	public Optional<Spread> toJournal(SchoolId school, Instant since) {
		TreeMap<Duration, Long> entries = new TreeMap<>();
		this.jdbc.sql("""
				select created_at, settled_at, count(*) as entries from delivery
				where school = :school and state = 'confirmed' and settled_at >= :since group by created_at, settled_at
				""")
			.param("school", school.value())
			.param("since", DatabaseTime.toColumn(since))
			.query((RowCallbackHandler) (row) -> entries.merge(
					Duration.between(DatabaseTime.instant(row, "created_at"), DatabaseTime.instant(row, "settled_at")),
					row.getLong("entries"), Long::sum));
		return Spread.of(entries);
	}

	/**
	 * How many of the БЖБ and ТЖБ of a term that are due by now stand in the journal, and
	 * how many stood there in time.
	 */
	public InTime publication(SchoolId school, Term term) {
		Instant now = this.clock.instant();
		List<ControlItem> due = this.control.items(school, term)
			.stream()
			.filter((item) -> item.stage() != null && item.excluded() == null && item.onTimeUntil() != null
					&& !now.isBefore(item.onTimeUntil()))
			.toList();
		Instant watchedSince = watchedSince(school);
		Map<String, Instant> complete = completeSince(school);
		int standing = 0;
		int watched = 0;
		int inTime = 0;
		for (ControlItem item : due) {
			boolean stands = item.stage() == SummativeStage.VERIFIED;
			Instant until = item.onTimeUntil();
			standing += stands ? 1 : 0;
			if (watchedSince != null && until != null && !until.isBefore(watchedSince)) {
				watched++;
				Instant since = complete.get(item.course() + "/" + item.coursework());
				inTime += (stands && since != null && !since.isAfter(until)) ? 1 : 0;
			}
		}
		return new InTime(due.size(), standing, watched, inTime);
	}

	/**
	 * When the gateway began to look at a school's journal, or null if it did not yet.
	 */
	private @Nullable Instant watchedSince(SchoolId school) {
		return this.jdbc.sql("""
				select started_at from run where school = :school and flow = :flow and not dry_run
				and state in ('finished', 'red') order by started_at limit 1
				""")
			.param("school", school.value())
			.param("flow", Flows.CLASSROOM)
			.query((row, number) -> DatabaseTime.instant(row, "started_at"))
			.optional()
			.orElse(null);
	}

	/**
	 * By course and coursework the moment at which the last of its scores was first seen
	 * in the journal.
	 */
	private Map<String, Instant> completeSince(SchoolId school) {
		Map<String, Instant> complete = new HashMap<>();
		this.jdbc.sql("""
				select entry_key, min(settled_at) as first_seen from delivery
				where school = :school and kind = 'summative' and state in ('confirmed', 'adopted') group by entry_key
				""").param("school", school.value()).query((RowCallbackHandler) (row) -> {
			String work = new EntryKey(EntryKind.SUMMATIVE, row.getString("entry_key")).source();
			complete.merge(work, DatabaseTime.instant(row, "first_seen"),
					(one, other) -> one.isAfter(other) ? one : other);
		});
		return complete;
	}

	/**
	 * How times are spread.
	 *
	 * @param entries how many entries were timed
	 * @param median half of them took no longer
	 * @param ninetyFifth of a hundred, 95 took no longer
	 */
	public record Spread(long entries, Duration median, Duration ninetyFifth) {

		static Optional<Spread> of(TreeMap<Duration, Long> entries) {
			long all = entries.values().stream().mapToLong(Long::longValue).sum();
			return (all == 0) ? Optional.empty()
					: Optional.of(new Spread(all, percentile(entries, all, 50), percentile(entries, all, 95)));
		}

		/**
		 * The nearest rank: the shortest time that so many of a hundred do not exceed.
		 */
		private static Duration percentile(TreeMap<Duration, Long> entries, long all, int percent) {
			long rank = (all * percent + 99) / 100;
			long counted = 0;
			for (Map.Entry<Duration, Long> entry : entries.entrySet()) {
				counted += entry.getValue();
				if (counted >= rank) {
					return entry.getKey();
				}
			}
			return entries.lastKey();
		}

	}

	/**
	 * Publication of БЖБ and ТЖБ.
	 *
	 * @param due works whose last day of publication is over
	 * @param standing of these: every grade stands in the journal by now
	 * @param watched of those that are due: the gateway was at work already on that day
	 * @param inTime of the watched ones: every grade was seen in the journal by then
	 */
	public record InTime(int due, int standing, int watched, int inTime) {
	}

}
