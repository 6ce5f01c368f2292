package kz.kopir.setup;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import kz.kopir.attendance.AttendancePolicy;
import kz.kopir.attendance.DistancePeriods;
import kz.kopir.deadline.EditPeriod;
import kz.kopir.deadline.SchoolCalendar;
import kz.kopir.grading.Grading;
import kz.kopir.mapping.MappingException;
import kz.kopir.mapping.Table;
import kz.kopir.policy.Policies;
import kz.kopir.policy.SchoolPolicy;
import kz.kopir.roster.CourseLinkRow;
import kz.kopir.roster.CourseLinker;
import kz.kopir.roster.PupilLinkRow;
import kz.kopir.roster.PupilLinker;
import kz.kopir.sync.AttendanceRules;
import kz.kopir.sync.SchoolRules;
import kz.kopir.sync.SchoolSource;
import kz.kopir.sync.SyncPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one school: its tables, and the version of its policy that counts today.
 */
final class PolicyRules implements SchoolSource {

	private final String id;

	private final KopirSettings.School school;

	private final Tables tables;

	private final Clock clock;

	private final ZoneId zone;

	private final PolicyRegister register;

	private volatile Policies policies;

	private volatile SchoolRules rules;

	/**
	 * @throws MappingException when a policy or table cannot be used, a version was
	 * changed after it counted, or no policy counts today
	 */
	PolicyRules(String id, KopirSettings.School school, Tables tables, PolicyRegister register, Clock clock,
			ZoneId zone) {
		this.id = id;
		this.school = school;
		this.tables = tables;
		this.clock = clock;
		this.zone = zone;
		this.register = register;
		this.policies = read();
		this.rules = rules(today(this.policies));
		take();
	}

	@Override
	public SchoolRules rules() {
		SchoolPolicy policy = today(this.policies);
		if (policy != this.rules.policy()) {
			this.rules = rules(policy);
			take();
		}
		return this.rules;
	}

	@Override
	public Optional<MappingException> refresh() {
		try {
			Policies read = read();
			if (!read.versions().equals(this.policies.versions())) {
				today(read);
				this.policies = read;
			}
			return Optional.empty();
		}
		catch (MappingException ex) {
			return Optional.of(ex);
		}
	}

	@Override
	public SchoolRules under(String draftPolicy) {
		return rules(Policies.draft(draftPolicy));
	}

	private Policies read() {
		Policies read = Policies.of(this.tables.policies(this.school.policies()));
		if (!read.versions().isEmpty()) {
			read.requireUnchanged(this.register.taken(this.id));
		}
		return read;
	}

	private void take() {
		this.register.take(this.id, this.policies.contentsUpTo(today()));
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), this.zone);
	}

	private SchoolPolicy today(Policies some) {
		LocalDate today = today();
		return some.on(today).orElseThrow(() -> noPolicy(this.id, this.school.policies(), today));
	}

	static MappingException noPolicy(String id, @Nullable Path folder, LocalDate today) {
		return new MappingException((folder != null) ? folder.toString() : "policies", 0, "",
				"School " + id + " has no policy that counts on " + today + ".",
				"Put a file there for each version, with a day in valid-from that has come.");
	}

	static SchoolCalendar calendar(Table table, SchoolPolicy policy) {
		return SchoolCalendar.of(table, policy.freeDays()).with(policy.days().holidays(), policy.days().workdays());
	}

	private SchoolRules rules(SchoolPolicy policy) {
		Grading grading = new Grading(this.tables.read("assessment-kinds.csv", Grading.KIND_COLUMNS),
				PolicyTables.formativeScale(policy), this.tables.read("subjects.csv", Grading.SUBJECT_COLUMNS),
				policy.marks().grading(), this.zone);
		SchoolPolicy.Plans plans = policy.plans();
		return new SchoolRules(policy, calendar(this.tables.read("calendar.csv", SchoolCalendar.COLUMNS), policy),
				grading,
				new CourseLinker(CourseLinkRow
					.of(this.tables.read(this.school.courseLinks(), "course-links.csv", CourseLinkRow.COLUMNS))),
				new PupilLinker(PupilLinkRow
					.of(this.tables.read(this.school.pupilLinks(), "pupil-links.csv", PupilLinkRow.COLUMNS))),
				new SyncPolicy(plans.waitForApproval() ? SyncPolicy.Approval.ALWAYS : SyncPolicy.Approval.AUTO,
						plans.brakeShare(), plans.brakeMinimum(), new EditPeriod(policy.journal().editPeriodDays()),
						this.school.write()),
				attendance(policy));
	}

	private AttendanceRules attendance(SchoolPolicy policy) {
		SchoolPolicy.Attendance decided = policy.attendance();
		AttendanceSettings settings = this.school.attendance();
		return new AttendanceRules(
				DistancePeriods.of(SchoolsConfiguration.periods(this.school, this.tables),
						policy.shifts().secondFrom()),
				AttendancePolicy.of(PolicyTables.attendanceBands(policy),
						Duration.ofMinutes(decided.toleranceMinutes()), decided.notSeen(), decided.brakeShare()),
				SchoolsConfiguration.teachers(this.school, this.tables), settings.daysBack(), settings.keepDays());
	}

}
