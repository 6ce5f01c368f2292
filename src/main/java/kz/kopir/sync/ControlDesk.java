package kz.kopir.sync;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import kz.kopir.audit.Audit;
import kz.kopir.audit.AuditAction;
import kz.kopir.policy.SchoolPolicy;
import kz.kopir.school.SchoolId;
import kz.kopir.school.Term;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.transaction.support.TransactionOperations;

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

	private final TransactionOperations transactions;

	private final Audit audit;

	private final Clock clock;

	private final ZoneId zone;

	ControlDesk(SchoolBook schools, ControlBook book, ControlDecisions decisions, TransactionOperations transactions,
			Audit audit, Clock clock, ZoneId zone) {
		this.schools = schools;
		this.book = book;
		this.decisions = decisions;
		this.transactions = transactions;
		this.audit = audit;
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
		return marked(school, this.book.items(school, term.start(), term.finish().plusDays(daysAfter(school, term))));
	}

	private List<ControlItem> marked(SchoolId school, List<ControlItem> items) {
		Map<String, String> exclusions = this.decisions.exclusions(school);
		return items.stream().map((item) -> {
			String by = exclusions.get(item.course() + "/" + item.coursework());
			return (by != null) ? item.excludedBecause(by) : item;
		}).toList();
	}

	/** Graded courseworks of a day and later, whatever their term. */
	public List<ControlItem> items(SchoolId school, LocalDate from) {
		return marked(school, this.book.items(school, from, LocalDate.ofInstant(this.clock.instant(), this.zone)));
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
		this.transactions.executeWithoutResult((status) -> {
			this.decisions.letThrough(school, late, policy, user, reason);
			this.audit.record(user, AuditAction.LATE_LET_THROUGH, school,
					"course:" + course + " coursework:" + coursework + " results:" + late.size(), reason);
		});
		logger.info("school={} course={} coursework={} code=LATE_LET_THROUGH policy={}", school, course, coursework,
				policy.version());
	}

	/**
	 * A named person keeps a graded coursework out of the journal. What stands there
	 * already stays; runs leave the work alone from then on.
	 * @throws ControlRefused when there is no such coursework, or the policy does not
	 * name the person
	 */
	public void exclude(SchoolId school, String course, String coursework, String user, String reason)
			throws ControlRefused {
		SchoolPolicy policy = requireDecider(school, user);
		ControlItem item = item(school, course, coursework);
		this.transactions.executeWithoutResult((status) -> {
			this.decisions.exclude(item, policy, user, reason);
			this.audit.record(user, AuditAction.CONTROL_EXCLUDED, school,
					"course:" + course + " coursework:" + coursework, reason);
		});
		logger.info("school={} course={} coursework={} code=EXCLUDED", school, course, coursework);
	}

	/**
	 * Closes a term.
	 * @param reason why, for the audit
	 * @return how many graded courseworks it has
	 * @throws ControlRefused when it is not over, a coursework has no state, or the
	 * policy does not name the person
	 */
	public int close(SchoolId school, Term term, String user, String reason) throws ControlRefused {
		SchoolPolicy policy = requireDecider(school, user);
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
		int excluded = (int) items.stream().filter((item) -> item.excluded() != null).count();
		this.transactions.executeWithoutResult((status) -> {
			this.decisions.close(school, term, policy, user, items.size(), excluded);
			this.audit.record(user, AuditAction.TERM_CLOSED, school,
					"term:" + term.start() + " works:" + items.size() + " excluded:" + excluded, reason);
		});
		logger.info("school={} term={} code=TERM_CLOSED items={}", school, term.start(), items.size());
		return items.size();
	}

	private SchoolPolicy requireDecider(SchoolId school, String user) throws ControlRefused {
		SchoolPolicy policy = this.schools.rules(school).policy();
		if (!policy.control().deciders().contains(user)) {
			throw new ControlRefused(ControlRefused.Reason.NOT_ALLOWED, "By the school's policy of " + policy.version()
					+ " only " + policy.control().deciders() + " may exclude a work or close a term.");
		}
		return policy;
	}

	private ControlItem item(SchoolId school, String course, String coursework) throws ControlRefused {
		return this.book.item(school, course, coursework)
			.orElseThrow(() -> new ControlRefused(ControlRefused.Reason.UNKNOWN,
					"There is no graded coursework " + course + "/" + coursework + "."));
	}

}
