package kz.kopir.manage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import kz.kopir.sync.AttendanceDecision;
import kz.kopir.sync.AttendanceEvidence;
import kz.kopir.sync.AttendanceQuestions.LessonDetails;
import kz.kopir.sync.AttendanceQuestions.LessonInQuestion;
import kz.kopir.sync.AttendanceQuestions.UnknownParticipant;
import org.jspecify.annotations.Nullable;

/**
 * A lesson in question as the endpoint shows it; its details are null in a list.
 */
record LessonView(String lesson, String classGroup, String classGroupName, String subject, LocalDate date,
		String number, Map<String, Integer> questions, @Nullable List<AttendanceEvidence> evidence,
		@Nullable List<Decision> decisions, @Nullable List<Participant> unknownParticipants) {

	static LessonView of(LessonInQuestion lesson) {
		return new LessonView(lesson.lesson().value(), lesson.classGroup().value(), lesson.classGroupName(),
				lesson.subject(), lesson.date(), lesson.number(), lesson.questions(), null, null, null);
	}

	static LessonView of(LessonDetails details) {
		LessonView lesson = of(details.lesson());
		return new LessonView(lesson.lesson(), lesson.classGroup(), lesson.classGroupName(), lesson.subject(),
				lesson.date(), lesson.number(), lesson.questions(), details.evidence(),
				details.decisions().stream().map(Decision::of).toList(),
				details.unknownParticipants().stream().map(Participant::of).toList());
	}

	/** What a person said. */
	record Decision(String pupil, String status, String decidedBy, Instant decidedAt) {

		static Decision of(AttendanceDecision decision) {
			return new Decision(decision.pupil().value(), decision.status().code(), decision.decidedBy(),
					decision.decidedAt());
		}

	}

	/** A participant whom nobody knows. */
	record Participant(String meeting, int position, String name, Instant join, Instant leave,
			@Nullable String suggestions) {

		static Participant of(UnknownParticipant participant) {
			return new Participant(participant.meeting().value(), participant.position(), participant.name(),
					participant.join(), participant.leave(), participant.suggestions());
		}

	}

}
