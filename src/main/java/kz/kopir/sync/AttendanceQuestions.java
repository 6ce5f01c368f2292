package kz.kopir.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import kz.kopir.audit.Audit;
import kz.kopir.audit.AuditAction;
import kz.kopir.privacy.Pseudonyms;
import kz.kopir.problem.Problem;
import kz.kopir.problem.ProblemCode;
import kz.kopir.problem.Problems;
import kz.kopir.problem.StoredProblem;
import kz.kopir.school.AttendanceStatus;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.LessonId;
import kz.kopir.school.MeetingId;
import kz.kopir.school.MeetingRow;
import kz.kopir.school.PupilId;
import kz.kopir.school.SchoolId;
import kz.kopir.zoom.MeetingStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.transaction.support.TransactionOperations;

/**
 * What attendance asks of persons, and takes their answers: who a participant was, and
 * what it means that a pupil was not seen. An answer counts only for a lesson that is in
 * question, and only for a pupil who is in question in that class group.
 */
public class AttendanceQuestions {

	private static final Logger logger = LoggerFactory.getLogger(AttendanceQuestions.class);

	private static final String LESSON = "lesson:";

	/** Key of a line about a participant, as the planner writes it. */
	private static final Pattern ROW = Pattern.compile("meeting (\\S+) row (\\d+)");

	private final Problems problems;

	private final AttendanceMemory memory;

	private final MeetingStore meetings;

	private final TransactionOperations transactions;

	private final Audit audit;

	private final Pseudonyms pseudonyms;

	AttendanceQuestions(Problems problems, AttendanceMemory memory, MeetingStore meetings,
			TransactionOperations transactions, Audit audit, Pseudonyms pseudonyms) {
		this.problems = problems;
		this.memory = memory;
		this.meetings = meetings;
		this.transactions = transactions;
		this.audit = audit;
		this.pseudonyms = pseudonyms;
	}

	/** Lessons in question, the oldest first. */
	public List<LessonInQuestion> lessons(SchoolId school) {
		Map<String, List<StoredProblem>> byLesson = new TreeMap<>();
		this.problems.open(school)
			.stream()
			.filter((problem) -> problem.subject().startsWith(LESSON) && problem.classGroup() != null)
			.forEach((problem) -> byLesson.computeIfAbsent(problem.subject(), (subject) -> new ArrayList<>())
				.add(problem));
		return byLesson.values()
			.stream()
			.map(AttendanceQuestions::lesson)
			.sorted(Comparator.comparing(LessonInQuestion::date).thenComparing((lesson) -> lesson.lesson().value()))
			.toList();
	}

	/** One lesson with all that is known of it; holds names of participants. */
	public Optional<LessonDetails> lesson(SchoolId school, LessonId lesson) {
		return find(school, lesson).map((found) -> new LessonDetails(found, this.memory.evidence(school, lesson),
				this.memory.decisions(school, lesson), unknown(school, lesson)));
	}

	/**
	 * A person says how a pupil attended.
	 * @param reason why, for the audit
	 * @return the lesson
	 * @throws NotInQuestion when the lesson or the pupil is not
	 */
	public LessonInQuestion decide(SchoolId school, LessonId lesson, PupilId pupil, AttendanceStatus status,
			String decidedBy, String reason) throws NotInQuestion {
		LessonInQuestion found = find(school, lesson).orElseThrow(() -> new NotInQuestion("lesson"));
		String key = EntryKey.attendance(lesson, pupil).text();
		if (this.memory.evidence(school, lesson).stream().noneMatch((one) -> one.entryKey().equals(key))) {
			throw new NotInQuestion("pupil");
		}
		this.transactions.executeWithoutResult((transaction) -> {
			this.memory.decide(school, lesson, pupil, status, decidedBy);
			this.audit.record(decidedBy, AuditAction.ATTENDANCE_DECIDED, school,
					"lesson:" + lesson + " pupil:" + this.pseudonyms.of(school, pupil), reason);
		});
		logger.info("school={} code=ATTENDANCE_DECIDED lesson={} by={}", school, lesson, decidedBy);
		return found;
	}

	/**
	 * A person says who an unknown participant of the lesson was; it is remembered for
	 * the class group.
	 * @param meeting the meeting
	 * @param position of the participant's row in the meeting, from 0
	 * @param reason why, for the audit
	 * @return the lesson
	 * @throws NotInQuestion when the lesson, the participant or the pupil is not
	 */
	public LessonInQuestion confirm(SchoolId school, LessonId lesson, MeetingId meeting, int position, PupilId pupil,
			String decidedBy, String reason) throws NotInQuestion {
		LessonInQuestion found = find(school, lesson).orElseThrow(() -> new NotInQuestion("lesson"));
		UnknownParticipant participant = unknown(school, lesson).stream()
			.filter((one) -> one.meeting().equals(meeting) && one.position() == position)
			.findFirst()
			.orElseThrow(() -> new NotInQuestion("participant"));
		if (!this.memory.isInQuestion(school, found.classGroup(), pupil)) {
			throw new NotInQuestion("pupil");
		}
		this.transactions.executeWithoutResult((transaction) -> {
			this.memory.confirm(school, found.classGroup(), participant.name(), pupil, decidedBy);
			this.audit.record(decidedBy, AuditAction.PARTICIPANT_CONFIRMED, school, "lesson:" + lesson + " meeting:"
					+ meeting + " row:" + position + " pupil:" + this.pseudonyms.of(school, pupil), reason);
		});
		logger.info("school={} code=PARTICIPANT_CONFIRMED lesson={} by={}", school, lesson, decidedBy);
		return found;
	}

	private Optional<LessonInQuestion> find(SchoolId school, LessonId lesson) {
		return lessons(school).stream().filter((one) -> one.lesson().equals(lesson)).findFirst();
	}

	private List<UnknownParticipant> unknown(SchoolId school, LessonId lesson) {
		List<UnknownParticipant> unknown = new ArrayList<>();
		this.problems.open(school)
			.stream()
			.filter((problem) -> problem.code() == ProblemCode.PARTICIPANT_NOT_LINKED
					&& problem.subject().equals(LESSON + lesson))
			.flatMap((problem) -> problem.lines().stream())
			.forEach((line) -> unknown(school, line).ifPresent(unknown::add));
		return unknown;
	}

	private Optional<UnknownParticipant> unknown(SchoolId school, Problem.Line line) {
		Matcher row = ROW.matcher(line.entryKey());
		if (!row.matches()) {
			return Optional.empty();
		}
		MeetingId meeting = new MeetingId(row.group(1));
		int position = Integer.parseInt(row.group(2));
		List<MeetingRow> rows = this.meetings.rows(school, meeting);
		if (position >= rows.size()) {
			return Optional.empty();
		}
		MeetingRow found = rows.get(position);
		return Optional
			.of(new UnknownParticipant(meeting, position, found.name(), found.join(), found.leave(), line.note()));
	}

	private static LessonInQuestion lesson(List<StoredProblem> problems) {
		StoredProblem first = problems.get(0);
		Map<String, String> details = first.details();
		return new LessonInQuestion(new LessonId(first.subject().substring(LESSON.length())),
				Objects.requireNonNull(first.classGroup()), details.getOrDefault("classGroup", ""),
				details.getOrDefault("subject", ""), LocalDate.parse(details.get("date")),
				details.getOrDefault("number", ""),
				problems.stream()
					.collect(Collectors.toMap((problem) -> problem.code().name(), (problem) -> problem.lines().size(),
							Integer::sum, TreeMap::new)));
	}

	/**
	 * A lesson in question.
	 *
	 * @param lesson the lesson
	 * @param classGroup the class group
	 * @param classGroupName its name
	 * @param subject what was taught
	 * @param date the day
	 * @param number number of the lesson on that day
	 * @param questions how many pupils or participants, by problem code
	 */
	public record LessonInQuestion(LessonId lesson, ClassGroupId classGroup, String classGroupName, String subject,
			LocalDate date, String number, Map<String, Integer> questions) {
	}

	/**
	 * A lesson with all that is known of it.
	 *
	 * @param lesson the lesson
	 * @param evidence why pupils are in question
	 * @param decisions what persons said
	 * @param unknownParticipants participants whom nobody knows
	 */
	public record LessonDetails(LessonInQuestion lesson, List<AttendanceEvidence> evidence,
			List<AttendanceDecision> decisions, List<UnknownParticipant> unknownParticipants) {
	}

	/**
	 * A participant whom nobody knows. Its text form holds no name.
	 *
	 * @param meeting the meeting
	 * @param position of the row in the meeting, from 0
	 * @param name as it was shown
	 * @param join when the participant came
	 * @param leave when the participant left
	 * @param suggestions whom it could be, or null
	 */
	public record UnknownParticipant(MeetingId meeting, int position, String name, Instant join, Instant leave,
			@Nullable String suggestions) {

		@Override
		public String toString() {
			return "UnknownParticipant[" + this.meeting + " " + this.position + "]";
		}

	}

	/** An answer to what was not asked. Nothing was kept. */
	public static class NotInQuestion extends Exception {

		private static final long serialVersionUID = 1L;

		/**
		 * @param what lesson, pupil or participant
		 */
		NotInQuestion(String what) {
			super("This " + what + " is not in question here.");
		}

	}

}
