package kz.kopir.sync;

import java.time.LocalDate;

import kz.kopir.run.Run;
import kz.kopir.run.RunRefused;
import kz.kopir.run.RunRequest;
import kz.kopir.run.RunStore;
import kz.kopir.run.RunTrigger;
import kz.kopir.run.RunTriggerKind;
import kz.kopir.school.SchoolId;
import kz.kopir.sync.AttendanceQuestions.LessonInQuestion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Starts the run that carries what a person has decided. While one is under way none is
 * started: the next one carries it.
 */
@Component
public class DecisionRuns {

	private static final Logger logger = LoggerFactory.getLogger(DecisionRuns.class);

	private final RunTrigger trigger;

	private final RunStore runs;

	public DecisionRuns(RunTrigger trigger, RunStore runs) {
		this.trigger = trigger;
		this.runs = runs;
	}

	/**
	 * Starts a run over the days of an approved plan, which makes the plan anew and
	 * executes it if it is still the approved one.
	 * @param user who approved it
	 * @param reason what the person gave as the reason
	 * @return the run, or null when the next one executes it
	 */
	public @Nullable String ofPlan(PlanSummary plan, String user, String reason) {
		Run made = this.runs.find(plan.runId())
			.orElseThrow(() -> new IllegalStateException("Plan " + plan.id() + " belongs to no run."));
		return start(plan.school(), made.flow(), user, reason, made.from(), made.to());
	}

	/**
	 * Starts a run over the day of a lesson about which something was answered.
	 * @param user who answered
	 * @param reason what the person gave as the reason
	 * @return the run, or null when the next one carries the answer
	 */
	public @Nullable String ofLesson(SchoolId school, LessonInQuestion lesson, String user, String reason) {
		return start(school, Flows.ATTENDANCE, user, reason, lesson.date(), lesson.date());
	}

	/**
	 * Starts a run that publishes late results which were let through.
	 * @param user who let them through
	 * @param reason what the person gave as the reason
	 * @return the run, or null when the next one publishes them
	 */
	public @Nullable String ofLateResults(SchoolId school, String user, String reason) {
		return start(school, Flows.CLASSROOM, user, reason, null, null);
	}

	private @Nullable String start(SchoolId school, String flow, String user, String reason, @Nullable LocalDate from,
			@Nullable LocalDate to) {
		try {
			return this.trigger
				.start(new RunRequest(school, flow, RunTriggerKind.MANUAL, user, false, from, to).because(reason));
		}
		catch (RunRefused refused) {
			logger.info("school={} flow={} code={} what was decided is carried by the next run", school, flow,
					refused.reason());
			return null;
		}
	}

}
