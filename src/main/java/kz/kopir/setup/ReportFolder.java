package kz.kopir.setup;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import kz.kopir.school.SchoolId;
import kz.kopir.school.TeacherId;
import kz.kopir.zoom.report.ReportImport;
import kz.kopir.zoom.report.ReportOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Takes the files of a watched folder. A file in a folder of its own, named by the
 * journal's id of a teacher, holds that teacher's meetings.
 */
public final class ReportFolder {

	private final ReportImport reports;

	ReportFolder(ReportImport reports) {
		this.reports = reports;
	}

	/**
	 * Takes a file.
	 * @param path its path below the watched folder
	 * @return where it is put aside: {@code .taken} or {@code .refused}
	 */
	public String take(String school, String path, byte[] content) throws IOException {
		String[] parts = path.replace('\\', '/').split("/");
		ReportOutcome outcome = this.reports.take(new SchoolId(school), parts[parts.length - 1], teacher(parts), null,
				new ByteArrayInputStream(content));
		return outcome.taken() ? ".taken" : ".refused";
	}

	private static @Nullable TeacherId teacher(String[] parts) {
		return (parts.length > 1) ? new TeacherId(parts[parts.length - 2]) : null;
	}

}
