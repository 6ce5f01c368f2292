package kz.kopir.setup;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.Optional;
import java.util.TimeZone;

import kz.kopir.school.SchoolId;
import kz.kopir.run.RunRefused;
import kz.kopir.run.RunRequest;
import kz.kopir.run.RunState;
import kz.kopir.run.RunStore;
import kz.kopir.run.RunTriggerKind;
import kz.kopir.run.Timetable;
import kz.kopir.sync.Flows;
import kz.kopir.sync.Runs;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.quartz.CronExpression;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Starts the flows of each school by their schedules, and once at start when a run was
 * missed.
 */
@Component("schedules")
class Schedules implements Timetable {

	private static final Logger logger = LoggerFactory.getLogger(Schedules.class);

	private static final TimeZone ALMATY = TimeZone.getTimeZone("Asia/Almaty");

	private static final Set<RunState> CAME_TO_ITS_END = Set.of(RunState.FINISHED, RunState.RED);

	private final Runs runs;

	private final RunStore store;

	private final CamelContext camel;

	private final Clock clock;

	private final Clock realClock;

	private final List<Scheduled> schedules = new ArrayList<>();

	Schedules(KopirSettings settings, Runs runs, RunStore store, CamelContext camel, Clock clock,
			@Qualifier("realClock") Clock realClock) {
		this.runs = runs;
		this.store = store;
		this.camel = camel;
		this.clock = clock;
		this.realClock = realClock;
		settings.schools().forEach((id, school) -> {
			this.schedules.add(new Scheduled(new SchoolId(id), Flows.CLASSROOM,
					cron("kopir.schools." + id + ".cron", school.cron(), clock)));
			this.schedules.add(new Scheduled(new SchoolId(id), Flows.ATTENDANCE,
					cron("kopir.schools." + id + ".attendance.cron", school.attendance().cron(), clock)));
		});
	}

	/** Adds the schedules and catches up what was missed while the gateway was down. */
	@EventListener(ApplicationReadyEvent.class)
	void begin() {
		this.schedules.forEach((scheduled) -> {
			TemplatedRouteBuilder.builder(this.camel, "flow-schedule")
				.routeId(scheduled.flow() + "-schedule-" + scheduled.school())
				.parameter("school", scheduled.school().value())
				.parameter("flow", scheduled.flow())
				.parameter("cron", scheduled.cron().getCronExpression().replace(' ', '+'))
				.add();
			if (missed(scheduled)) {
				start(scheduled.school(), scheduled.flow(), RunTriggerKind.START);
			}
		});
	}

	/** A schedule of a school fires. */
	public void due(String school, String flow) {
		if (this.runs.isWorthwhile(new SchoolId(school), flow)) {
			start(new SchoolId(school), flow, RunTriggerKind.SCHEDULE);
		}
		else {
			logger.info("school={} route={}-schedule code=NOTHING_TO_DO by the calendar and the distance-learning "
					+ "periods: nothing is run", school, flow);
		}
	}

	/** Schedules fire by real time, also when the gateway's own clock is another. */
	@Override
	public Optional<Instant> next(SchoolId school, String flow) {
		Instant now = this.realClock.instant();
		return this.schedules.stream()
			.filter((scheduled) -> scheduled.school().equals(school) && scheduled.flow().equals(flow))
			.findFirst()
			.map((scheduled) -> scheduled.cron().getNextValidTimeAfter(Date.from(now)))
			.map((next) -> this.clock.instant().plus(Duration.between(now, next.toInstant())));
	}

	private void start(SchoolId school, String flow, RunTriggerKind trigger) {
		try {
			this.runs.start(new RunRequest(school, flow, trigger, "schedule", false, null, null));
		}
		catch (RunRefused ex) {
			logger.info("school={} route={}-schedule code={} {}", school, flow, ex.reason(), ex.getMessage());
		}
	}

	/**
	 * A school that was never run has missed one too, and so has one whose last run did
	 * not come to its end: what it left undone does not wait for the next time. If it is
	 * another node that still runs it, the lock refuses the start.
	 */
	private boolean missed(Scheduled scheduled) {
		return this.store.latestOf(scheduled.school(), scheduled.flow())
			.map((latest) -> !CAME_TO_ITS_END.contains(latest.state()) || scheduled.cron()
				.getNextValidTimeAfter(Date.from(latest.startedAt()))
				.toInstant()
				.isBefore(this.clock.instant()))
			.orElse(true);
	}

	/** A mistake shall be told before the first run of any school. */
	static CronExpression cron(String setting, String text, Clock clock) {
		String action = "Give a Quartz cron expression of six or seven fields, for example 0 15 8-20/2 ? * MON-SAT.";
		try {
			CronExpression cron = new CronExpression(text);
			cron.setTimeZone(ALMATY);
			if (cron.getNextValidTimeAfter(Date.from(clock.instant())) == null) {
				throw new SettingUnusable(setting, "«" + text + "» lies in the past and never fires again.", action,
						null);
			}
			return cron;
		}
		catch (ParseException ex) {
			throw new SettingUnusable(setting, "«" + text + "» is no Quartz cron expression (" + ex.getMessage() + ").",
					action, ex);
		}
	}

	/**
	 * When a flow of a school runs by itself.
	 */
	private record Scheduled(SchoolId school, String flow, CronExpression cron) {
	}

}
