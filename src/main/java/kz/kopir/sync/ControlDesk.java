package kz.kopir.sync;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import kz.kopir.policy.SchoolPolicy;
import kz.kopir.school.SchoolId;
import kz.kopir.school.Term;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What persons see and decide of the results of all forms of control: late results are
 * let through, works are kept out of the journal with a reason, and a term is closed when
 * everything in it has a state (regulation, clauses 4.2 and 4.3).
 */
public class ControlDesk {

	private static final Logger logger = LoggerFactory.getLogger(ControlDesk.class);

	/** Days; longer than the summer. */
	private static final int LONGEST_BREAK = 100;

	private final SchoolBook schools;

	private final ControlBook book;

	private final ControlDecisions decisions;

	private final Clock clock;

	private final ZoneId zone;

	ControlDesk(SchoolBook schools, ControlBook book, ControlDecisions decisions, Clock clock, ZoneId zone) {
		this.schools = schools;
		this.book = book;
		this.decisions = decisions;
		this.clock = clock;
		this.zone = zone;
	}

	/**
	 * The term of a number that began last; without a number the one that began last.
	 * @throws ControlRefused when the calendar has none
	 */
	public Term term(SchoolId school, @Nullable Integer number) throws ControlRefused {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.zone);
		return ((number != null) ? this.schools.rules(school).calendar().latest(number, today)
				: this.schools.rules(school).calendar().termUpTo(today))
			.orElseThrow(() -> new ControlRefused(ControlRefused.Reason.UNKNOWN,
					"The school's calendar has no such term that has begun."));
	}

	/**
	 * The graded courseworks of a term, from its first day up to the next term. What a
	 * person excluded says so.
	 */
	public List<ControlItem> items(SchoolId school, Term term) {
		Map<String, String> exclusions = this.decisions.exclusions(school);
		return this.book.items(school, term.start(), term.finish().plusDays(daysAfter(school, term)))
			.stream()
			.map((item) -> {
				String by = exclusions.get(item.course() + "/" + item.coursework());
				return (by != null) ? item.excludedBecause(by) : item;
			})
			.toList();
	}

	/** Works of the days between two terms belong to the term before. */
	private long daysAfter(SchoolId school, Term term) {
		LocalDate day = term.finish();
		while (this.schools.rules(school).calendar().termOf(day.plusDays(1)).isEmpty()
				&& day.isBefore(term.finish().plusDays(LONGEST_BREAK))) {
			day = day.plusDays(1);
		}
		return day.toEpochDay() - term.finish().toEpochDay();
	}

	/** The scores of the БЖБ and ТЖБ of a class group. */
	public List<SummativeScoreRow> scores(SchoolId school, String classGroup) {
		return this.book.scores(school, classGroup);
	}

	/**
	 * Names of pupils by the journal's ids. Only those are known who had a БЖБ or ТЖБ.
	 */
	public Map<String, String> pupilNames(SchoolId school) {
		return this.book.pupilNames(school);
	}

	/** What the marks of a term would be; the gateway never writes them. */
	public List<TermPreviewRow> previews(SchoolId school, String classGroup, Term term) {
		return this.book.previews(school, classGroup, term.number());
	}

	/**
	 * A named person lets the late results of a БЖБ or ТЖБ through, as they are now. The
	 * next run publishes them; what comes or changes later waits again.
	 * @throws ControlRefused when there are none, or the policy does not name the person
	 */
	public void letThrough(SchoolId school, String course, String coursework, String user, String reason)
			throws ControlRefused {
		SchoolPolicy policy = this.schools.rules(school).policy();
		if (!policy.publication().lateApprovers().contains(user)) {
			throw new ControlRefused(ControlRefused.Reason.NOT_ALLOWED, "By the school's policy of " + policy.version()
					+ " only " + policy.publication().lateApprovers() + " may let late results through.");
		}
		item(school, course, coursework);
		List<SummativeScoreRow> late = this.book.late(school, course, coursework);
		if (late.isEmpty()) {
			throw new ControlRefused(ControlRefused.Reason.NOT_NOW, "No result of this work waits because it is late.");
		}
		this.decisions.letThrough(school, late, policy, user, reason);
		logger.info("school={} course={} coursework={} code=LATE_LET_THROUGH policy={}", school, course, coursework,
				policy.version());
	}

	/**
	 * A named person keeps a graded coursework out of the journal.
	 * @throws ControlRefused when there is no such coursework
	 */
	public void exclude(SchoolId school, String course, String coursework, String user, String reason)
			throws ControlRefused {
		this.decisions.exclude(item(school, course, coursework), user, reason);
		logger.info("school={} course={} coursework={} code=EXCLUDED", school, course, coursework);
	}

	/**
	 * Closes a term.
	 * @return how many graded courseworks it has
	 * @throws ControlRefused when it is not over, or a coursework has no state
	 */
	public int close(SchoolId school, Term term, String user) throws ControlRefused {
		if (!LocalDate.ofInstant(this.clock.instant(), this.zone).isAfter(term.finish())) {
			throw new ControlRefused(ControlRefused.Reason.NOT_NOW,
					"Term " + term.number() + " is not over before " + term.finish().plusDays(1) + ".");
		}
		List<ControlItem> items = items(school, term);
		long open = items.stream().filter((item) -> !item.hasState()).count();
		if (open > 0) {
			throw new ControlRefused(ControlRefused.Reason.NOT_NOW,
					open + " of " + items.size() + " graded works of term " + term.number()
							+ " are neither in the journal, nor handed over, nor excluded.");
		}
		this.decisions.close(school, term, user, items.size(),
				(int) items.stream().filter((item) -> item.excluded() != null).count());
		logger.info("school={} term={} code=TERM_CLOSED items={}", school, term.start(), items.size());
		return items.size();
	}

	private ControlItem item(SchoolId school, String course, String coursework) throws ControlRefused {
		return this.book.item(school, course, coursework)
			.orElseThrow(() -> new ControlRefused(ControlRefused.Reason.UNKNOWN,
					"There is no graded coursework " + course + "/" + coursework + "."));
	}

}
