package kz.kopir.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import kz.kopir.database.DatabaseSettings;

/**
 * Puts the doctor together.
 */
public final class Examinations {

	/** Longer than any of them takes when all is well. */
	private static final Duration LIMIT = Duration.ofSeconds(30);

	private Examinations() {
	}

	/**
	 * A doctor for a gateway.
	 * @param gateway what all schools share
	 * @param schools its schools
	 * @param clock the gateway's clock
	 * @param realClock real time, of which servers speak
	 * @param zone zone of lesson days
	 */
	public static Doctor of(GatewayCase gateway, List<SchoolCase> schools, Clock clock, Clock realClock, ZoneId zone) {
		List<Examination> all = new ArrayList<>();
		all.add(new MachineExamination(zone, Runtime.getRuntime().maxMemory()));
		if (!gateway.settings().isEmpty()) {
			all.add(new ReadingExamination(Check.SETTINGS, Ailment.SETTING_UNUSABLE, null, gateway.settings()));
		}
		all.add(new ReadingExamination(Check.MAPPINGS, Ailment.MAPPING_UNUSABLE, null, gateway.mappings()));
		all.add(new FolderExamination(null, gateway.folders()));
		DatabaseSettings database = gateway.database();
		if (database != null) {
			all.add(new DatabaseExamination(database));
		}
		all.add(new FileExamination(null, gateway.files()));
		gateway.servers().forEach((system, address) -> all.add(new ServerExamination(system, address, realClock)));
		schools.forEach((school) -> {
			OutsideCalls calls = new OutsideCalls(school.world(), clock, zone);
			all.add(new ReadingExamination(Check.SETTINGS, Ailment.SETTING_UNUSABLE, school.id(), school.settings()));
			if (!school.folders().isEmpty()) {
				all.add(new FolderExamination(school.id(), school.folders()));
			}
			all.add(new FileExamination(school.id(), school.files()));
			all.add(new ReadingExamination(Check.TABLES, Ailment.TABLE_UNUSABLE, school.id(), school.tables()));
			all.add(new PolicyExamination(school, calls));
			all.add(new ClassroomExamination(school.id(), calls));
			all.add(new JournalExamination(school, calls));
			all.add(new ZoomExamination(school.id(), school.zoom(), calls));
		});
		return new Doctor(all, clock, LIMIT);
	}

}
