package kz.kopir.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * Whether the gateway can write where it has to, and for how long there is room. A folder
 * that is not there yet is made at the start, in the nearest one that is there.
 *
 * @param school whose, or null
 * @param folders the folders
 */
record FolderExamination(@Nullable SchoolId school, List<NamedPath> folders) implements Examination {

	private static final long MEGABYTE = 1024 * 1024;

	/** A school year's log and database take less than this. */
	private static final long LEAST_MEGABYTES = 500;

	@Override
	public List<Check> checks() {
		return List.of(Check.FOLDERS);
	}

	@Override
	public void examine(Findings findings) throws IOException {
		int fine = 0;
		for (NamedPath folder : this.folders) {
			Path path = folder.path().toAbsolutePath();
			Path there = existing(path);
			if (!Files.isDirectory(there) || !Files.isWritable(there)) {
				findings.wrong(Check.FOLDERS, Ailment.FOLDER_NOT_WRITABLE,
						Map.of("setting", folder.setting(), "folder", path.toString()));
				continue;
			}
			long megabytes = Files.getFileStore(there).getUsableSpace() / MEGABYTE;
			if (megabytes < LEAST_MEGABYTES) {
				findings.wrong(Check.FOLDERS, Ailment.DISK_ALMOST_FULL,
						Map.of("folder", path.toString(), "megabytes", String.valueOf(megabytes)));
			}
			else {
				fine++;
			}
		}
		if (fine == this.folders.size()) {
			findings.fine(Check.FOLDERS, fine);
		}
	}

	private static Path existing(Path path) {
		Path there = path;
		while (!Files.exists(there) && there.getParent() != null) {
			there = there.getParent();
		}
		return there;
	}

}
