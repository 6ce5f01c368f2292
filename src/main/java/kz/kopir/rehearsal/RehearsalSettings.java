package kz.kopir.rehearsal;

import java.nio.file.Path;
import java.time.LocalDateTime;

/**
 * Which rehearsal school there is and where.
 *
 * @param seed the same seed and size give the same school
 * @param pupils size of the school, 25 to 20,000
 * @param now what time it is there at the start, Asia/Almaty
 * @param folder where the keys, tables and settings for the gateway are written
 * @param classroomPort port of Google's stand-in, 0 for any
 * @param kundelikPort port of Kundelik's stand-in, 0 for any
 * @param zoomPort port of Zoom's stand-in, 0 for any
 * @param gmailPort port of Gmail's stand-in, 0 for any
 */
public record RehearsalSettings(long seed, int pupils, LocalDateTime now, Path folder, int classroomPort,
		int kundelikPort, int zoomPort, int gmailPort) {

	/** The same with the stand-ins of Zoom and Gmail on any port. */
	public RehearsalSettings(long seed, int pupils, LocalDateTime now, Path folder, int classroomPort,
			int kundelikPort) {
		this(seed, pupils, now, folder, classroomPort, kundelikPort, 0, 0);
	}

	/**
	 * The school of the default rehearsal: 300 pupils on a Friday afternoon of the second
	 * term.
	 */
	public static RehearsalSettings defaults() {
		return new RehearsalSettings(2026, 300, LocalDateTime.parse("2026-11-20T17:00"), Path.of("data", "rehearsal"),
				0, 0);
	}

}
