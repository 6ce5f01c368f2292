package kz.kopir.manage;

import java.util.Arrays;
import java.util.List;

import kz.kopir.audit.Audit;
import kz.kopir.audit.AuditAction;
import kz.kopir.run.RunTrigger;
import kz.kopir.school.AttendanceStatus;
import kz.kopir.school.LessonId;
import kz.kopir.school.MeetingId;
import kz.kopir.school.PupilId;
import kz.kopir.school.SchoolId;
import kz.kopir.sync.AttendanceQuestions;
import kz.kopir.sync.AttendanceQuestions.LessonInQuestion;
import kz.kopir.sync.AttendanceQuestions.NotInQuestion;
import kz.kopir.sync.DecisionRuns;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * {@code /actuator/attendance}: shows what attendance asks of persons and takes their
 * answers. After an answer a run over the lesson's day carries it.
 */
@Component
@WebEndpoint(id = "attendance")
class AttendanceEndpoint {

	private static final String ANSWER = "POST /actuator/attendance/{lesson}";

	private final AttendanceQuestions questions;

	private final RunTrigger trigger;

	private final DecisionRuns decided;

	private final Audit audit;

	AttendanceEndpoint(AttendanceQuestions questions, RunTrigger trigger, DecisionRuns decided, Audit audit) {
		this.questions = questions;
		this.trigger = trigger;
		this.decided = decided;
		this.audit = audit;
	}

	@ReadOperation
	LessonList lessons(@Nullable String school) {
		SchoolId served = RunArguments.school(school, this.trigger.schools());
		return new LessonList(this.questions.lessons(served).stream().map(LessonView::of).toList());
	}

	@ReadOperation
	LessonView lesson(SecurityContext security, @Selector String lesson, @Nullable String school) {
		SchoolId served = RunArguments.school(school, this.trigger.schools());
		LessonView found = this.questions.lesson(served, new LessonId(lesson))
			.map(LessonView::of)
			.orElseThrow(() -> new RequestRefused(HttpStatus.NOT_FOUND, "This lesson is not in question.",
					"GET /actuator/attendance/{lesson}", "GET /actuator/attendance lists the lessons that are."));
		this.audit.record(security.getPrincipal().getName(), AuditAction.ATTENDANCE_SEEN, served,
				"lesson:" + found.lesson(), null);
		return found;
	}

	@WriteOperation
	Answered answer(SecurityContext security, @Selector String lesson, @Nullable String school, @Nullable String pupil,
			@Nullable String status, @Nullable String meeting, @Nullable String position, @Nullable String reason) {
		SchoolId served = RunArguments.school(school, this.trigger.schools());
		String user = security.getPrincipal().getName();
		PupilId who = new PupilId(given(pupil, "pupil", "Give the journal's id of the pupil."));
		String why = Reasons.required(reason, ANSWER);
		try {
			LessonInQuestion answered = (meeting == null)
					? this.questions.decide(served, new LessonId(lesson), who, status(status), user, why)
					: this.questions.confirm(served, new LessonId(lesson), new MeetingId(meeting), row(position), who,
							user, why);
			return new Answered(lesson, this.decided.ofLesson(served, answered, user, why));
		}
		catch (NotInQuestion ex) {
			throw new RequestRefused(HttpStatus.NOT_FOUND, String.valueOf(ex.getMessage()), ANSWER,
					"GET /actuator/attendance/{lesson} shows who and what is. Nothing was changed.");
		}
	}

	private static AttendanceStatus status(@Nullable String text) {
		List<String> codes = Arrays.stream(AttendanceStatus.values()).map(AttendanceStatus::code).toList();
		return AttendanceStatus.of(given(text, "status", "Give one of " + codes + "."))
			.orElseThrow(() -> refused("status", "Give one of " + codes + "."));
	}

	private static int row(@Nullable String text) {
		String advice = "Give the position that GET /actuator/attendance/{lesson} shows for the participant.";
		String position = given(text, "position", advice);
		if (!position.matches("\\d{1,6}")) {
			throw refused("position", advice);
		}
		return Integer.parseInt(position);
	}

	private static String given(@Nullable String text, String argument, String advice) {
		if (text == null || text.isBlank()) {
			throw refused(argument, advice);
		}
		return text.strip();
	}

	private static RequestRefused refused(String argument, String advice) {
		return new RequestRefused(HttpStatus.BAD_REQUEST, "The answer is not complete or not understood.",
				ANSWER + ", argument " + argument, advice);
	}

	/** Lessons in question, the oldest first. */
	record LessonList(List<LessonView> lessons) {
	}

	/** The answer is kept; the run carries it, or the next one if it is null. */
	record Answered(String lesson, @Nullable String run) {
	}

}
