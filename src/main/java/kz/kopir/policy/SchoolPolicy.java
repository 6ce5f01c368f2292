package kz.kopir.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

import kz.kopir.attendance.AttendancePolicy;
import kz.kopir.digest.DigestPolicy;
import kz.kopir.grading.GradingPolicy;
import kz.kopir.grading.TermScale;
import org.jspecify.annotations.Nullable;

/**
 * One version of what a school decided. A change is a new version with a later day; the
 * old ones stay.
 *
 * @param validFrom first day on which it counts, Asia/Almaty; also its name
 * @param director approval by the director (regulation, clause 6.1)
 * @param council decision of the pedagogical council (regulation, clause 6.2)
 * @param technicalSupport the responsible person for technical support (regulation,
 * clause 5.1)
 * @param weekDays days of the school's week, 5 (Monday to Friday) or 6
 * @param days the school's own holidays and working days, beyond the calendar of the
 * order
 * @param shifts when its shifts are
 * @param plans which plans run by themselves
 * @param marks how grades become formative marks
 * @param attendance how attendance is judged
 * @param journal what the journal's settings say
 * @param publication terms of publication of БЖБ and ТЖБ
 * @param summatives rules of БЖБ and ТЖБ
 * @param control who decides about the list of all forms of control
 * @param quietHours when nobody is written to
 * @param mail when mails go out
 */
public record SchoolPolicy(LocalDate validFrom, Director director, Council council, TechnicalSupport technicalSupport,
		int weekDays, Days days, Shifts shifts, Plans plans, Marks marks, Attendance attendance, Journal journal,
		Publication publication, Summatives summatives, Control control, QuietHours quietHours, Mail mail) {

	private static final int FIVE = 5;

	private static final int SIX = 6;

	public SchoolPolicy {
		Range.between("week-days", BigDecimal.valueOf(weekDays), FIVE, SIX);
		Range.given("quiet-hours", quietHours);
		Range.given("mail", mail);
		digest(mail, quietHours);
	}

	/** Days of the week on which nobody is taught, except on moved working days. */
	public Set<DayOfWeek> freeDays() {
		return (this.weekDays == SIX) ? Set.of(DayOfWeek.SUNDAY) : Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
	}

	/** When people are written to. */
	public DigestPolicy digest() {
		return digest(this.mail, this.quietHours);
	}

	private static DigestPolicy digest(Mail mail, QuietHours quietHours) {
		return new DigestPolicy(mail.dailyAt(), mail.weeklyDay(), mail.weeklyAt(), mail.escalateAfterSchoolDays(),
				mail.longestList(), quietHours.from(), quietHours.to());
	}

	/** Name of the version: the day from which it counts. */
	public String version() {
		return this.validFrom.toString();
	}

	/**
	 * The director's approval.
	 *
	 * @param name who approved
	 * @param order number of the order
	 * @param date its day
	 */
	public record Director(@Nullable String name, @Nullable String order, @Nullable LocalDate date) {
	}

	/**
	 * The pedagogical council's decision.
	 *
	 * @param protocol number of the protocol
	 * @param date its day
	 */
	public record Council(@Nullable String protocol, @Nullable LocalDate date) {
	}

	/**
	 * Whom to ask when something does not work.
	 *
	 * @param name name
	 * @param phone telephone
	 * @param email address
	 * @param order number of the order of appointment
	 */
	public record TechnicalSupport(@Nullable String name, @Nullable String phone, @Nullable String email,
			@Nullable String order) {
	}

	/**
	 * The school's own days. Terms and holidays of the whole country stand in the
	 * calendar, with the order that set them.
	 *
	 * @param holidays days inside a term on which nobody is taught
	 * @param workdays free days of the week on which everybody is taught
	 */
	public record Days(Set<LocalDate> holidays, Set<LocalDate> workdays) {

		public Days {
			holidays = Set.copyOf(holidays);
			workdays = Set.copyOf(workdays);
			for (LocalDate day : holidays) {
				if (workdays.contains(day)) {
					throw new IllegalArgumentException(
							"days: " + day + " is both a holiday and a workday. Remove it from one of the two.");
				}
			}
		}

	}

	/**
	 * When the shifts are.
	 *
	 * @param secondFrom a class whose first lesson begins at this time or later learns in
	 * the second shift, Asia/Almaty
	 */
	public record Shifts(LocalTime secondFrom) {
	}

	/**
	 * Who decides about the list of all forms of control (regulation, clause 4.3).
	 *
	 * @param deciders users of the management endpoint who may keep a graded work out of
	 * the journal and close a term
	 */
	public record Control(Set<String> deciders) {

		public Control {
			deciders = Set.copyOf(deciders);
			if (deciders.isEmpty()) {
				throw new IllegalArgumentException(
						"control.deciders is empty. Name those who may exclude a work and close a term.");
			}
		}

	}

	/**
	 * Which plans run by themselves.
	 *
	 * @param waitForApproval whether every plan waits for a person
	 * @param brakeShare share of a class group's marks, 0 to 1, that a plan may change by
	 * itself
	 * @param brakeMinimum number of changed marks below which the brake never takes hold
	 * @param approvers users of the management endpoint who may approve a plan
	 */
	public record Plans(boolean waitForApproval, BigDecimal brakeShare, int brakeMinimum, Set<String> approvers) {

		public Plans {
			approvers = Set.copyOf(approvers);
			if (approvers.isEmpty()) {
				throw new IllegalArgumentException("plans.approvers is empty. Name those who may approve a plan.");
			}
			Range.between("plans.brake-share", brakeShare, 0, 1);
			Range.notNegative("plans.brake-minimum", brakeMinimum);
		}

	}

	/**
	 * How grades become formative marks.
	 *
	 * @param aboveMaximum what to do with a grade above the maximum
	 * @param lesson on which lesson a work hangs
	 * @param percentDigits digits after the point to which a percent is rounded, 0 to 4
	 * @param percentRounding how it is rounded
	 * @param formativeScale lowest percent of each formative mark from 1 on
	 * @param termScale lowest whole percent of each mark of a term from 2 on, for
	 * previews
	 */
	public record Marks(GradingPolicy.AboveMaximum aboveMaximum, GradingPolicy.LessonPolicy lesson, int percentDigits,
			RoundingMode percentRounding, List<BigDecimal> formativeScale, List<Integer> termScale) {

		private static final int FORMATIVE_MARKS = 10;

		public Marks {
			formativeScale = List.copyOf(formativeScale);
			termScale = new TermScale(termScale).lowest();
			if (formativeScale.size() != FORMATIVE_MARKS) {
				throw new IllegalArgumentException("marks.formative-scale has " + formativeScale.size()
						+ " percents. Give ten: the lowest one of each mark from 1 to 10.");
			}
			policy(aboveMaximum, lesson, percentDigits, percentRounding);
		}

		/** The same for previews of the marks of a term. */
		public TermScale scaleOfTerm() {
			return new TermScale(this.termScale);
		}

		/** The same for judging grades. */
		public GradingPolicy grading() {
			return policy(this.aboveMaximum, this.lesson, this.percentDigits, this.percentRounding);
		}

		private static GradingPolicy policy(GradingPolicy.AboveMaximum aboveMaximum, GradingPolicy.LessonPolicy lesson,
				int percentDigits, RoundingMode percentRounding) {
			return new GradingPolicy(aboveMaximum, percentDigits, percentRounding, lesson,
					GradingPolicy.usual().textCap());
		}

	}

	/**
	 * How attendance is judged.
	 *
	 * @param notSeen what becomes of a pupil who was not seen
	 * @param brakeShare share of a class, 0 to 1, that may be not seen before the data
	 * itself is doubted
	 * @param toleranceMinutes how far a meeting may lie outside its lesson, 0 to 120
	 * @param bands by grade, from which share of a meeting on a pupil was present
	 */
	public record Attendance(AttendancePolicy.NotSeen notSeen, BigDecimal brakeShare, int toleranceMinutes,
			List<Band> bands) {

		private static final int TWO_HOURS = 120;

		public Attendance {
			Range.between("attendance.brake-share", brakeShare, 0, 1);
			Range.between("attendance.tolerance-minutes", BigDecimal.valueOf(toleranceMinutes), 0, TWO_HOURS);
			bands = List.copyOf(bands);
		}

	}

	/**
	 * A band of grades.
	 *
	 * @param fromGrade first grade
	 * @param toGrade last grade
	 * @param sharePercent share of the meeting's own length from which on a pupil was
	 * present, in percent
	 * @param graceMinutes minutes after the start that are not yet late
	 */
	public record Band(int fromGrade, int toGrade, int sharePercent, int graceMinutes) {
	}

	/**
	 * What the journal's settings say.
	 *
	 * @param editPeriodDays days after a lesson in which the journal takes its entries; 0
	 * means without limit
	 */
	public record Journal(int editPeriodDays) {

		public Journal {
			Range.notNegative("journal.edit-period-days", editPeriodDays);
		}

	}

	/**
	 * By when results must stand in the journal. No act gives a number of days
	 * (regulation: "within the set terms"), so it is the school's.
	 *
	 * @param sectionSchoolDays school days after a БЖБ
	 * @param termSchoolDays school days after a ТЖБ, but not beyond the last school day
	 * of its term
	 * @param remindSchoolDays school days before the end at which the teacher is reminded
	 * @param late what becomes of results that come later
	 * @param lateApprovers users of the management endpoint who may let late results
	 * through
	 */
	public record Publication(int sectionSchoolDays, int termSchoolDays, int remindSchoolDays, Late late,
			Set<String> lateApprovers) {

		public Publication {
			Range.atLeastOne("publication.section-school-days", sectionSchoolDays);
			Range.atLeastOne("publication.term-school-days", termSchoolDays);
			Range.notNegative("publication.remind-school-days", remindSchoolDays);
			lateApprovers = Set.copyOf(lateApprovers);
			if (late == Late.HOLD && lateApprovers.isEmpty()) {
				throw new IllegalArgumentException("publication.late-approvers is empty, but late results are held. "
						+ "Name those who may let them through, or write «late: publish».");
			}
		}

	}

	/** What becomes of results after their term of publication. */
	public enum Late {

		/** They wait until a named person approves them with a reason. */
		HOLD,
		/** They are published and reported. */
		PUBLISH

	}

	/**
	 * Rules of БЖБ and ТЖБ.
	 *
	 * @param sectionsPerTerm most БЖБ of a subject in a term, 1 to 4; the rules of
	 * assessment allow 3, the journal has 4 columns
	 * @param termSummativesPerDay most ТЖБ of a class on a day
	 * @param convertScores whether a score is converted when Classroom and the journal
	 * have different maxima
	 */
	public record Summatives(int sectionsPerTerm, int termSummativesPerDay, boolean convertScores) {

		private static final int COLUMNS_OF_THE_JOURNAL = 4;

		public Summatives {
			Range.between("summatives.sections-per-term", BigDecimal.valueOf(sectionsPerTerm), 1,
					COLUMNS_OF_THE_JOURNAL);
			Range.atLeastOne("summatives.term-summatives-per-day", termSummativesPerDay);
		}

	}

	/**
	 * When nobody is written to.
	 *
	 * @param from from this time on, Asia/Almaty
	 * @param to up to this time of the next day
	 */
	public record QuietHours(LocalTime from, LocalTime to) {

		public QuietHours {
			Range.given("quiet-hours.from", from);
			Range.given("quiet-hours.to", to);
		}

	}

	/**
	 * When mails go out, on school days and outside of the quiet hours.
	 *
	 * @param dailyAt from when on the daily mail goes out, Asia/Almaty
	 * @param weeklyDay day of the deputy head's weekly overview
	 * @param weeklyAt from when on it goes out
	 * @param escalateAfterSchoolDays school days without a reaction after which the
	 * deputy head is told, 1 to 30
	 * @param longestList most problems that one mail tells, but for an urgent one, 1 to
	 * 100
	 */
	public record Mail(LocalTime dailyAt, DayOfWeek weeklyDay, LocalTime weeklyAt, int escalateAfterSchoolDays,
			int longestList) {

		public Mail {
			Range.given("mail.daily-at", dailyAt);
			Range.given("mail.weekly-day", weeklyDay);
			Range.given("mail.weekly-at", weeklyAt);
		}

	}

}
