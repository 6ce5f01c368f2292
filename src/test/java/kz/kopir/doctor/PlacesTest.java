package kz.kopir.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files with secrets, and folders in which the gateway writes.
 */
class PlacesTest {

	@TempDir
	private Path folder;

	@Test
	void aFileThatOnlyItsOwnerReadsIsFine() throws IOException {
		assertThat(files(file("rw-------"))).singleElement()
			.satisfies((finding) -> assertThat(finding.level()).isEqualTo(Level.OK));
	}

	@Test
	void aFileThatIsNotThereIsNamedWithItsSetting() {
		Finding finding = files(this.folder.resolve("none")).get(0);
		assertThat(finding.ailment()).isEqualTo(Ailment.FILE_MISSING);
		assertThat(finding.details()).containsEntry("setting", "kopir.a-file")
			.containsEntry("file", this.folder.resolve("none").toString());
	}

	@Test
	void aFolderInPlaceOfAFileCannotBeRead() {
		assertThat(files(this.folder).get(0).ailment()).isEqualTo(Ailment.FILE_UNREADABLE);
	}

	@Test
	void aFileThatEverybodyCanReadIsAWarningUnlessItsFolderIsClosed() throws IOException {
		Path file = file("rw-r--r--");
		Files.setPosixFilePermissions(this.folder, PosixFilePermissions.fromString("rwx------"));
		assertThat(files(file).get(0).level()).isEqualTo(Level.OK);
		Files.setPosixFilePermissions(this.folder, PosixFilePermissions.fromString("rwxr-xr-x"));
		assertThat(files(file).get(0).ailment()).isEqualTo(Ailment.FILE_OPEN_TO_ALL);
		assertThat(files(file).get(0).level()).isEqualTo(Level.WARNING);
	}

	@Test
	void aFolderThatIsNotThereYetIsMadeInTheOneThatIs() {
		assertThat(folders(this.folder.resolve("data/logs"))).singleElement()
			.satisfies((finding) -> assertThat(finding.level()).isEqualTo(Level.OK));
	}

	@Test
	void aFileInTheWayOfAFolderIsNamed() throws IOException {
		Finding finding = folders(file("rw-------").resolve("logs")).get(0);
		assertThat(finding.ailment()).isEqualTo(Ailment.FOLDER_NOT_WRITABLE);
		assertThat(finding.details()).containsEntry("setting", "kopir.a-folder");
	}

	private Path file(String permissions) throws IOException {
		Path file = this.folder.resolve("token");
		Files.writeString(file, "secret");
		return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
	}

	private static List<Finding> files(Path file) {
		return Look.at(new FileExamination(null, List.of(new NamedPath("kopir.a-file", file, false))));
	}

	private static List<Finding> folders(Path folder) {
		return Look.at(new FolderExamination(null, List.of(new NamedPath("kopir.a-folder", folder, true))));
	}

}
