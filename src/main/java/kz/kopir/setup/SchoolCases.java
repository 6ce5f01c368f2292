package kz.kopir.setup;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import kz.kopir.attendance.DistancePeriods;
import kz.kopir.deadline.SchoolCalendar;
import kz.kopir.doctor.NamedPath;
import kz.kopir.doctor.OutsideWorld;
import kz.kopir.doctor.Reading;
import kz.kopir.doctor.SchoolCase;
import kz.kopir.doctor.Unusable;
import kz.kopir.grading.Grading;
import kz.kopir.mapping.MappingException;
import kz.kopir.policy.Policies;
import kz.kopir.policy.SchoolPolicy;
import kz.kopir.roster.CourseLinkRow;
import kz.kopir.roster.PupilLinkRow;
import kz.kopir.school.SchoolId;
import kz.kopir.zoom.ZoomParticipants;
import kz.kopir.zoom.ZoomTeachers;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ResourceLoader;

/**
 * Describes the schools of the settings to the doctor: everything that the start puts
 * together, one by one, so that one mistake does not hide another.
 */
final class SchoolCases {

	private static final Set<DayOfWeek> USUAL_FREE_DAYS = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

	private final ResourceLoader resources;

	private final OutsideWorld world;

	private final Function<SchoolId, Map<LocalDate, String>> taken;

	private final Clock clock;

	private final ZoneId zone;

	/**
	 * @param resources finds the tables
	 * @param world what speaks with the outside systems
	 * @param taken what the versions of a policy said that counted before
	 * @param clock the gateway's clock
	 * @param zone zone of lesson days
	 */
	SchoolCases(ResourceLoader resources, OutsideWorld world, Function<SchoolId, Map<LocalDate, String>> taken,
			Clock clock, ZoneId zone) {
		this.resources = resources;
		this.world = world;
		this.taken = taken;
		this.clock = clock;
		this.zone = zone;
	}

	List<SchoolCase> of(KopirSettings settings) {
		List<SchoolCase> cases = new ArrayList<>();
		settings.schools().forEach((id, school) -> cases.add(of(id, school, settings)));
		return cases;
	}

	private SchoolCase of(String id, KopirSettings.School school, KopirSettings settings) {
		Tables tables = new Tables(this.resources, settings.mappings());
		Supplier<SchoolPolicy> policy = () -> policy(id, school, tables);
		return new SchoolCase(new SchoolId(id), settings(id, settings.only(Set.of(id))), files(id, school),
				folders(id, school), tables(school, tables, policy), policy, () -> calendar(tables, policy),
				school.zoom().accountId() != null, this.world);
	}

	private List<Reading> settings(String id, KopirSettings one) {
		KopirSettings.School school = one.schools().get(id);
		String name = "kopir.schools." + id + ".";
		return List.of(told(() -> SchoolsConfiguration.googleAccounts(one)),
				told(() -> SchoolsConfiguration.zoomAccounts(one, this.resources)),
				told(() -> SchoolsConfiguration.webhooks(one, this.resources)),
				told(() -> SchoolsConfiguration.confirmed(id, school)),
				told(() -> Schedules.cron(name + "cron", school.cron(), this.clock)),
				told(() -> Schedules.cron(name + "attendance.cron", school.attendance().cron(), this.clock)));
	}

	private static Reading told(Runnable putTogether) {
		return () -> {
			try {
				putTogether.run();
			}
			catch (SettingUnusable ex) {
				throw new Unusable(ex.getMessage() + " " + ex.action(), ex);
			}
		};
	}

	private static List<NamedPath> files(String id, KopirSettings.School school) {
		String name = "kopir.schools." + id + ".";
		List<NamedPath> files = new ArrayList<>();
		add(files, name + "google.service-account-key", school.google().serviceAccountKey(), false);
		add(files, name + "google.refresh-token-file", school.google().refreshTokenFile(), false);
		add(files, name + "journal.refresh-token-file", school.journal().refreshTokenFile(), true);
		add(files, name + "zoom.webhook-secret-file", school.zoom().webhookSecretFile(), false);
		return files;
	}

	private static List<NamedPath> folders(String id, KopirSettings.School school) {
		List<NamedPath> folders = new ArrayList<>();
		add(folders, "kopir.schools." + id + ".attendance.reports", school.attendance().reports(), true);
		return folders;
	}

	private static void add(List<NamedPath> paths, String setting, @Nullable Path path, boolean written) {
		if (path != null) {
			paths.add(new NamedPath(setting, path, written));
		}
	}

	private List<Reading> tables(KopirSettings.School school, Tables tables, Supplier<SchoolPolicy> policy) {
		return List.of(() -> grading(tables, policy),
				() -> CourseLinkRow.of(tables.read(school.courseLinks(), "course-links.csv", CourseLinkRow.COLUMNS)),
				() -> PupilLinkRow.of(tables.read(school.pupilLinks(), "pupil-links.csv", PupilLinkRow.COLUMNS)),
				() -> DistancePeriods.of(SchoolsConfiguration.periods(school, tables)),
				() -> ZoomTeachers.of(tables.read(school.zoom().teachers(), "zoom-teachers.csv", ZoomTeachers.COLUMNS)),
				() -> ZoomParticipants
					.of(tables.read(school.zoom().participants(), "zoom-participants.csv", ZoomParticipants.COLUMNS)));
	}

	/**
	 * Without a policy there is no scale; then it is only seen whether they can be read.
	 */
	private void grading(Tables tables, Supplier<SchoolPolicy> policies) {
		SchoolPolicy policy = ifThere(policies);
		var kinds = tables.read("assessment-kinds.csv", Grading.KIND_COLUMNS);
		var subjects = tables.read("subjects.csv", Grading.SUBJECT_COLUMNS);
		if (policy != null) {
			new Grading(kinds, PolicyTables.formativeScale(policy), subjects, policy.marks().grading(), this.zone);
		}
	}

	private SchoolPolicy policy(String id, KopirSettings.School school, Tables tables) {
		Policies policies = Policies.of(tables.policies(school.policies()));
		policies.requireUnchanged(this.taken.apply(new SchoolId(id)));
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.zone);
		return policies.on(today).orElseThrow(() -> PolicyRules.noPolicy(id, school.policies(), today));
	}

	private static SchoolCalendar calendar(Tables tables, Supplier<SchoolPolicy> policies) {
		SchoolPolicy policy = ifThere(policies);
		var table = tables.read("calendar.csv", SchoolCalendar.COLUMNS);
		return (policy != null) ? PolicyRules.calendar(table, policy) : SchoolCalendar.of(table, USUAL_FREE_DAYS);
	}

	/** What is wrong with the policy is told by its own examination. */
	private static @Nullable SchoolPolicy ifThere(Supplier<SchoolPolicy> policies) {
		try {
			return policies.get();
		}
		catch (MappingException toldThere) {
			return null;
		}
	}

}
