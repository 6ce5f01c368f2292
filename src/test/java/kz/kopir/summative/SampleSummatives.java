package kz.kopir.summative;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import kz.kopir.deadline.SchoolCalendar;
import kz.kopir.grading.AssessmentKind;
import kz.kopir.grading.SummativeTag;
import kz.kopir.mapping.SampleTables;
import kz.kopir.policy.Policies;
import kz.kopir.policy.SchoolPolicy;
import kz.kopir.school.ClassroomUserId;
import kz.kopir.school.CourseId;
import kz.kopir.school.Coursework;
import kz.kopir.school.CourseworkId;
import kz.kopir.school.CriteriaSection;
import kz.kopir.school.Subject;
import kz.kopir.school.SubjectId;
import kz.kopir.school.Submission;
import kz.kopir.testing.PolicyText;
import org.jspecify.annotations.Nullable;

/**
 * БЖБ and ТЖБ of a class in the making, in the second term of 2026-27 (2 November to 27
 * December).
 */
final class SampleSummatives {

	static final Subject ALGEBRA = new Subject(new SubjectId("4"), "Алгебра");

	static final Subject PHYSICS = new Subject(new SubjectId("5"), "Физика");

	private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

	private static final SchoolCalendar CALENDAR = SchoolCalendar
		.of(SampleTables.shipped("calendar.csv", SchoolCalendar.COLUMNS));

	final List<SummativeWork> works = new ArrayList<>();

	final List<CriteriaSection> sections = new ArrayList<>();

	final List<LocalDate> elsewhere = new ArrayList<>();

	final List<LocalDate> remote = new ArrayList<>();

	PolicyText policy = PolicyText.approved();

	private int nextId = 1;

	/** A БЖБ of algebra with 20 points. */
	SummativeWork section(@Nullable Integer number, String held) {
		return add(ALGEBRA, AssessmentKind.SECTION_SUMMATIVE, number, null, held, "20", false);
	}

	/** A ТЖБ with 30 points. */
	SummativeWork term(Subject subject, String held) {
		return add(subject, AssessmentKind.TERM_SUMMATIVE, null, null, held, "30", false);
	}

	SummativeWork add(Subject subject, AssessmentKind kind, @Nullable Integer number, @Nullable Integer term,
			String held, String maxPoints, boolean individual) {
		LocalDate day = LocalDate.parse(held);
		Instant due = day.atTime(LocalTime.of(17, 0)).atZone(ALMATY).toInstant();
		Coursework coursework = new Coursework(new CourseworkId(String.valueOf(this.nextId++)), new CourseId("17"),
				"БЖБ", null, Coursework.State.PUBLISHED, Coursework.Type.ASSIGNMENT, new BigDecimal(maxPoints), due,
				due, due, null, null, individual, List.of(), null);
		SummativeWork work = new SummativeWork(coursework, subject, new SummativeTag(kind, number, term, false), day);
		this.works.add(work);
		return work;
	}

	/** The journal has a maximum for this part of the second term. */
	SampleSummatives journalHas(Subject subject, int part, int maximum) {
		return journalHas(subject, 2, part, maximum);
	}

	SampleSummatives journalHas(Subject subject, int term, int part, int maximum) {
		this.sections
			.add(new CriteriaSection(String.valueOf(1000 + this.sections.size()), subject.id(), term, part, maximum));
		return this;
	}

	JudgedSummative judge(SummativeWork work) {
		return rules().judge(new ClassSummatives(this.works, this.sections, this.elsewhere, this.remote::contains))
			.stream()
			.filter((judged) -> judged.work() == work)
			.findFirst()
			.orElseThrow();
	}

	SummativeRules rules() {
		SchoolPolicy version = Policies.of(Map.of("policy.yml", this.policy.toString())).versions().get(0);
		return new SummativeRules(CALENDAR, version, ALMATY);
	}

	static Submission submission(SummativeWork work, Submission.State state, @Nullable String grade) {
		return new Submission("s", work.coursework().id(), new ClassroomUserId("1"), state,
				(grade != null) ? new BigDecimal(grade) : null, null);
	}

}
