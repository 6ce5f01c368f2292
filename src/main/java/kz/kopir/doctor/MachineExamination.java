package kz.kopir.doctor;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * The Java under the gateway.
 *
 * @param zone the zone of lesson days
 * @param maxMemory most bytes that Java may use
 */
record MachineExamination(ZoneId zone, long maxMemory) implements Examination {

	/** Kazakhstan has had one time, UTC+5, since 2024-03-01. */
	private static final Instant AFTER_THE_CHANGE = Instant.parse("2024-03-02T00:00:00Z");

	private static final long MEGABYTE = 1024 * 1024;

	/** With less than this even a small school's run may end for want of memory. */
	private static final long LEAST_MEGABYTES = 128;

	@Override
	public List<Check> checks() {
		return List.of(Check.JAVA, Check.TIME_ZONE);
	}

	@Override
	public @Nullable SchoolId school() {
		return null;
	}

	@Override
	public void examine(Findings findings) {
		long megabytes = this.maxMemory / MEGABYTE;
		if (megabytes < LEAST_MEGABYTES) {
			findings.wrong(Check.JAVA, Ailment.JAVA_MEMORY, Map.of("megabytes", String.valueOf(megabytes)));
		}
		else {
			findings.fine(Check.JAVA, Runtime.version() + ", " + megabytes + " MB");
		}
		if (this.zone.getRules().getOffset(AFTER_THE_CHANGE).equals(ZoneOffset.ofHours(5))) {
			findings.fine(Check.TIME_ZONE, this.zone + ", UTC+5");
		}
		else {
			findings.wrong(Check.TIME_ZONE, Ailment.TIME_ZONE_OLD, Map.of());
		}
	}

}
