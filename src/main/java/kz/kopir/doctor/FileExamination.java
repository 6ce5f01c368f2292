package kz.kopir.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;

import kz.kopir.school.SchoolId;
import org.jspecify.annotations.Nullable;

/**
 * Whether files with keys, tokens or children's marks can be read by the gateway, and not
 * by everybody on this machine.
 *
 * @param school whose, or null
 * @param files the files
 */
record FileExamination(@Nullable SchoolId school, List<NamedPath> files) implements Examination {

	@Override
	public List<Check> checks() {
		return List.of(Check.FILES);
	}

	@Override
	public void examine(Findings findings) throws IOException {
		int fine = 0;
		for (NamedPath file : this.files) {
			Ailment ailment = ailment(file);
			if (ailment == null) {
				fine++;
			}
			else {
				findings.wrong(Check.FILES, ailment,
						Map.of("setting", file.setting(), "file", file.path().toAbsolutePath().toString()));
			}
		}
		if (fine == this.files.size()) {
			findings.fine(Check.FILES, fine);
		}
	}

	private static @Nullable Ailment ailment(NamedPath named) throws IOException {
		Path file = named.path().toAbsolutePath();
		if (!Files.exists(file)) {
			return Ailment.FILE_MISSING;
		}
		if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
			return Ailment.FILE_UNREADABLE;
		}
		if (named.written() && !(Files.isWritable(file) && Files.isWritable(file.getParent()))) {
			return Ailment.FILE_NOT_WRITABLE;
		}
		return isOpenToAll(file) ? Ailment.FILE_OPEN_TO_ALL : null;
	}

	/** A folder on the way that is closed to others closes what is in it. */
	private static boolean isOpenToAll(Path file) throws IOException {
		if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
			return false;
		}
		Path real = file.toRealPath();
		if (!Files.getPosixFilePermissions(real).contains(PosixFilePermission.OTHERS_READ)) {
			return false;
		}
		for (Path folder = real.getParent(); folder != null; folder = folder.getParent()) {
			if (!Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE)) {
				return false;
			}
		}
		return true;
	}

}
