package kz.kopir.setup;

import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;

import kz.kopir.school.SchoolId;
import kz.kopir.run.Run;
import kz.kopir.run.RunRefused;
import kz.kopir.run.RunRequest;
import kz.kopir.run.RunStore;
import kz.kopir.run.RunTriggerKind;
import kz.kopir.sync.Runs;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.quartz.CronExpression;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Starts the flow of each school by its schedule, and once at start when a run was
 * missed.
 */
@Component("schedules")
class Schedules {

	private static final Logger logger = LoggerFactory.getLogger(Schedules.class);

	private static final TimeZone ALMATY = TimeZone.getTimeZone("Asia/Almaty");

	private final KopirSettings settings;

	private final Runs runs;

	private final RunStore store;

	private final CamelContext camel;

	private final Clock clock;

	private final Map<String, CronExpression> crons = new LinkedHashMap<>();

	Schedules(KopirSettings settings, Runs runs, RunStore store, CamelContext camel, Clock clock) {
		this.settings = settings;
		this.runs = runs;
		this.store = store;
		this.camel = camel;
		this.clock = clock;
		settings.schools().forEach((id, school) -> this.crons.put(id, cron(id, school.cron(), clock)));
	}

	/** Adds the schedules and catches up what was missed while the gateway was down. */
	@EventListener(ApplicationReadyEvent.class)
	void begin() {
		this.settings.schools().forEach((id, school) -> {
			CronExpression cron = this.crons.get(id);
			TemplatedRouteBuilder.builder(this.camel, "classroom-schedule")
				.routeId("classroom-schedule-" + id)
				.parameter("school", id)
				.parameter("cron", school.cron().replace(' ', '+'))
				.add();
			if (missed(new SchoolId(id), cron)) {
				start(new SchoolId(id), RunTriggerKind.START);
			}
		});
	}

	/** The schedule of a school fires. */
	public void due(String school) {
		if (this.runs.isSchoolDay(school)) {
			start(new SchoolId(school), RunTriggerKind.SCHEDULE);
		}
		else {
			logger.info("school={} route=classroom-schedule code=NO_SCHOOL_DAY by the calendar: nothing is run",
					school);
		}
	}

	private void start(SchoolId school, RunTriggerKind trigger) {
		try {
			this.runs.start(new RunRequest(school, Runs.CLASSROOM, trigger, "schedule", false, null, null));
		}
		catch (RunRefused ex) {
			logger.info("school={} route=classroom-schedule code={} {}", school, ex.reason(), ex.getMessage());
		}
	}

	/** A school that was never run has missed one too. */
	private boolean missed(SchoolId school, CronExpression cron) {
		Optional<Run> latest = this.store.latestOf(school, Runs.CLASSROOM);
		return latest.isEmpty() || cron.getNextValidTimeAfter(Date.from(latest.get().startedAt()))
			.toInstant()
			.isBefore(this.clock.instant());
	}

	/** A mistake shall be told before the first run of any school. */
	private static CronExpression cron(String school, String text, Clock clock) {
		String setting = "kopir.schools." + school + ".cron";
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

}
