package kz.kopir.attendance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import kz.kopir.attendance.LessonAttendance.Outcome;
import kz.kopir.attendance.LessonAttendance.PupilAttendance;
import kz.kopir.attendance.LessonAttendance.State;
import kz.kopir.attendance.LessonAttendance.Unmatched;
import kz.kopir.problem.ProblemCode;
import kz.kopir.school.AttendanceStatus;
import kz.kopir.school.MeetingId;
import kz.kopir.school.MeetingRow;
import kz.kopir.school.Pupil;
import kz.kopir.school.PupilId;
import org.jspecify.annotations.Nullable;

/**
 * Judges how a lesson was attended. No data is never absent: incomplete data proves that
 * somebody was there and nothing else.
 */
public final class Attendance {

	private final AttendancePolicy policy;

	public Attendance(AttendancePolicy policy) {
		this.policy = policy;
	}

	/** Judges one lesson. */
	public LessonAttendance judge(LessonFacts facts) {
		return new Judgement(facts).judge();
	}

	/** The judgement of one lesson. */
	private final class Judgement {

		private final LessonFacts facts;

		private final Instant from;

		private final Instant to;

		/** Those that took time of the lesson. */
		private final List<MeetingFacts> meetings;

		private final Map<PupilId, Trace> traces = new HashMap<>();

		private final List<Unmatched> unmatched = new ArrayList<>();

		/** When the first participant came whom nobody knows. */
		private @Nullable Instant firstUnknown;

		/** Somebody whom nobody knows was there, or just before or after. */
		private boolean strangerNear;

		private final long length;

		/**
		 * By host: two teachers of a lesson may open their meetings at different times.
		 */
		private final Map<String, Instant> starts;

		private final boolean complete;

		Judgement(LessonFacts facts) {
			this.facts = facts;
			this.from = facts.slot().start();
			this.to = facts.slot().end();
			this.meetings = facts.meetings().stream().filter((one) -> clipped(one).hasLength()).toList();
			this.length = Spans.union(this.meetings.stream().map(this::clipped).toList()).seconds();
			this.starts = this.meetings.stream()
				.collect(Collectors.toMap((one) -> one.meeting().host(), (one) -> one.meeting().start(),
						(one, other) -> one.isBefore(other) ? one : other));
			this.complete = !facts.moreExpected() && facts.meetings().stream().allMatch(MeetingFacts::complete);
		}

		LessonAttendance judge() {
			readRows();
			Map<PupilId, State> states = new TreeMap<>();
			this.facts.covered().forEach((pupil) -> states.put(pupil, state(trace(pupil))));
			int notSeen = (int) states.values().stream().filter((state) -> state == State.NOT_SEEN).count();
			boolean braked = Attendance.this.policy.brakes(notSeen, states.size());
			Map<PupilId, PupilAttendance> pupils = new TreeMap<>();
			states.forEach((pupil, state) -> {
				Trace trace = trace(pupil);
				Spans seen = Spans.union(trace.spans);
				pupils.put(pupil, new PupilAttendance(outcome(pupil, state, trace, braked), state, seen.seconds(),
						this.length, trace.first, trace.last, Set.copyOf(trace.meetings), Set.copyOf(trace.evidence)));
			});
			return new LessonAttendance(Attendance.this.policy.version(), pupils, List.copyOf(this.unmatched),
					AttendancePolicy.Band.shareOf(notSeen, states.size()));
		}

		private void readRows() {
			List<MeetingRow> rows = this.facts.meetings().stream().flatMap((one) -> one.rows().stream()).toList();
			ParticipantLinker linker = new ParticipantLinker(this.facts.pupils(), this.facts.aliases(), rows);
			ParticipantSuggestions suggestions = new ParticipantSuggestions(this.facts.pupils());
			Set<PupilId> own = this.facts.pupils().stream().map(Pupil::id).collect(Collectors.toSet());
			for (MeetingFacts meeting : this.facts.meetings()) {
				for (int i = 0; i < meeting.rows().size(); i++) {
					MeetingRow row = meeting.rows().get(i);
					Optional<ParticipantLinker.Link> link = row.staff() ? Optional.empty() : linker.link(row);
					link.filter((found) -> own.contains(found.pupil()))
						.ifPresent((found) -> trace(found.pupil()).add(meeting, row, found.evidence()));
					this.strangerNear |= !row.staff() && link.isEmpty() && isNear(row);
					if (!row.staff() && link.isEmpty() && span(row).touches(this.from, this.to)) {
						this.unmatched.add(new Unmatched(meeting.meeting().id(), i, row.waitingRoom(),
								suggestions.of(row.name())));
						this.firstUnknown = (this.firstUnknown == null || row.join().isBefore(this.firstUnknown))
								? row.join() : this.firstUnknown;
					}
				}
			}
		}

		private State state(Trace trace) {
			AttendancePolicy.Band band = Attendance.this.policy.band(this.facts.grade());
			if (this.meetings.isEmpty() || this.facts.linkUnclear()) {
				return State.UNKNOWN;
			}
			long seen = Spans.union(trace.spans).seconds();
			if (!this.complete) {
				// The meetings may have been longer than is known, but not than the
				// lesson.
				long longest = new Spans.Span(this.from, this.to).length().toSeconds();
				boolean surelyOnTime = trace.first != null && !trace.first.isAfter(this.from.plus(band.grace()));
				return (surelyOnTime && band.reached(seen, longest)) ? State.PRESENT : State.UNKNOWN;
			}
			if (trace.first == null) {
				return State.NOT_SEEN;
			}
			if (!trace.onTime) {
				return State.LATE;
			}
			return band.reached(seen, this.length) ? State.PRESENT : State.LEFT_EARLY;
		}

		private Outcome outcome(PupilId pupil, State state, Trace trace, boolean braked) {
			AttendanceStatus decision = this.facts.decisions().get(pupil);
			if (decision != null) {
				return new Outcome.Wanted(decision, "decided-by-a-person");
			}
			return switch (state) {
				case PRESENT -> new Outcome.Blank();
				case LATE -> late(trace);
				case LEFT_EARLY -> new Outcome.Held(ProblemCode.ATTENDANCE_LEFT_EARLY);
				case UNKNOWN -> unknown();
				case NOT_SEEN -> braked ? new Outcome.Held(ProblemCode.ATTENDANCE_BRAKED) : notSeen(trace);
			};
		}

		private Outcome unknown() {
			if (this.facts.linkUnclear()) {
				return new Outcome.Held(ProblemCode.MEETING_LINK_AMBIGUOUS);
			}
			if (this.facts.moreExpected()) {
				return new Outcome.Pending();
			}
			return new Outcome.Held(
					this.meetings.isEmpty() ? ProblemCode.LESSON_WITHOUT_MEETING : ProblemCode.MEETING_DATA_INCOMPLETE);
		}

		/**
		 * Who came in time under a name that nobody knows, and again under the own one,
		 * is not late: while somebody came before who may be the same child, a person
		 * decides.
		 */
		private Outcome late(Trace trace) {
			boolean somebodyBefore = this.firstUnknown != null && trace.first != null
					&& this.firstUnknown.isBefore(trace.first);
			return (somebodyBefore || !allUsable()) ? new Outcome.Held(ProblemCode.PARTICIPANT_NOT_LINKED)
					: new Outcome.Wanted(AttendanceStatus.LATE, "joined-after-grace");
		}

		private boolean allUsable() {
			return this.facts.meetings().stream().allMatch((meeting) -> meeting.unusableRows() == 0);
		}

		private Outcome notSeen(Trace trace) {
			boolean nobodyUnknown = !this.strangerNear && allUsable();
			return (Attendance.this.policy.notSeen() == AttendancePolicy.NotSeen.ABSENT && nobodyUnknown
					&& !trace.knocked) ? new Outcome.Wanted(AttendanceStatus.ABSENT, "not-seen")
							: new Outcome.Held(ProblemCode.ATTENDANCE_NOT_SEEN);
		}

		private Trace trace(PupilId pupil) {
			return this.traces.computeIfAbsent(pupil, (id) -> new Trace());
		}

		private Spans.Span clipped(MeetingFacts meeting) {
			return new Spans.Span(meeting.meeting().start(), meeting.meeting().end()).clip(this.from, this.to);
		}

		/** Whether it was in the lesson or just outside of it. */
		private boolean isNear(MeetingRow row) {
			return span(row).touches(this.from.minus(Attendance.this.policy.tolerance()),
					this.to.plus(Attendance.this.policy.tolerance()));
		}

		private static Spans.Span span(MeetingRow row) {
			return new Spans.Span(row.join(), row.leave());
		}

		/** What the rows of one pupil show. */
		private final class Trace {

			private final List<Spans.Span> spans = new ArrayList<>();

			private final Set<MeetingId> meetings = new TreeSet<>();

			private final Set<String> evidence = new TreeSet<>();

			private @Nullable Instant first;

			private @Nullable Instant last;

			private boolean onTime;

			/** Was near, if only in the waiting room or just outside the lesson. */
			private boolean knocked;

			void add(MeetingFacts meeting, MeetingRow row, String link) {
				this.knocked |= isNear(row);
				Spans.Span bounds = clipped(meeting);
				Spans.Span seen = span(row).clip(bounds.start(), bounds.end());
				if (row.waitingRoom()) {
					// who was in time, but let in later, did not come late
					this.onTime |= !row.join().isAfter(graceEnds(meeting));
					return;
				}
				if (!seen.hasLength()) {
					return;
				}
				this.spans.add(seen);
				this.meetings.add(meeting.meeting().id());
				this.evidence.add(link);
				this.first = (this.first == null || seen.start().isBefore(this.first)) ? seen.start() : this.first;
				this.last = (this.last == null || seen.end().isAfter(this.last)) ? seen.end() : this.last;
				this.onTime |= !seen.start().isAfter(graceEnds(meeting));
			}

			private Instant graceEnds(MeetingFacts meeting) {
				Instant began = Judgement.this.starts.getOrDefault(meeting.meeting().host(), meeting.meeting().start());
				Instant begin = began.isAfter(Judgement.this.from) ? began : Judgement.this.from;
				return begin.plus(Attendance.this.policy.band(Judgement.this.facts.grade()).grace());
			}

		}

	}

}
