package kz.kopir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import kz.kopir.problem.ProblemCode;
import kz.kopir.sync.RunEnd;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is skipped, held or rejected carries a code of the catalogue, so that it has
 * an owner and texts in three languages.
 */
class ProblemCodesTest {

	private static final Path SOURCES = Path.of("src", "main", "java", "kz", "kopir");

	private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target", "classes"));

	/**
	 * What logs tell besides: something was done, or is done again. Nothing that is
	 * skipped, held or rejected belongs here.
	 */
	private static final Set<String> NOTICES = Set.of("STARTED", "LINKED", "PLANNED", "ERASED", "CALL_FAILED",
			"NOTHING_TO_DO", "EXCLUDED", "LATE_LET_THROUGH", "TERM_CLOSED", "ATTENDANCE_DECIDED",
			"PARTICIPANT_CONFIRMED", "REPORT_TAKEN", "REPORT_AGAIN", "WEBHOOK_MEETING_ENDED", "WEBHOOK_OF_NO_USE",
			"WEBHOOK_NOT_KEPT", "MAIL_AGAIN", "MAIL_DROPPED", "MAIL_DUE", "MAIL_FOUND", "MAIL_LEFT_BEHIND",
			"MAIL_NOT_SENT", "MAIL_NOT_SETTLED", "MAIL_NOT_THERE", "MAIL_OF_ANOTHER_DAY", "MAIL_SENT", "AUDIT_EXPIRED",
			"AUDIT_HEAD", "ROUTE_STARTED", "ROUTE_STOPPED");

	private static final Pattern LOGGED = Pattern.compile("code=([A-Z][A-Z_]+)");

	@Test
	void whatIsJudgedHeldOrRefusedHasACodeOfTheCatalogueByType() throws ClassNotFoundException {
		Set<String> others = new TreeSet<>();
		Set<String> typed = new TreeSet<>();
		for (JavaClass type : CLASSES) {
			if (type.isRecord() && !type.getPackageName().startsWith("kz.kopir.manage")
					&& !type.getPackageName().startsWith("kz.kopir.console")
					&& !type.getPackageName().startsWith("kz.kopir.rehearsal")) {
				for (RecordComponent component : Class.forName(type.getName()).getRecordComponents()) {
					if (component.getName().equals("code")) {
						(component.getType() == ProblemCode.class ? typed : others).add(type.getName());
					}
				}
			}
		}
		assertThat(others).as("codes that are none of the catalogue").isEmpty();
		assertThat(typed).contains("kz.kopir.grading.Judgement$Refused",
				"kz.kopir.attendance.LessonAttendance$Outcome$Held", "kz.kopir.roster.Linking$Unlinked",
				"kz.kopir.journal.JournalAnswer$Refused", "kz.kopir.sync.LedgerEntry$Refusal",
				"kz.kopir.zoom.report.ReportOutcome");
	}

	@Test
	void aRunIsRedOrFailedByACodeOfTheCatalogue() {
		assertThat(Arrays.stream(RunEnd.class.getRecordComponents())
			.filter((component) -> component.getName().equals("failure"))
			.map(RecordComponent::getType)).containsExactly(ProblemCode.class);
	}

	/**
	 * Where an entry is counted as held or rejected, it is noted as a problem as well.
	 */
	@Test
	void onlyThoseWhoNoteAProblemCountAnEntryAsHeldOrRejected() {
		Set<String> counting = CLASSES.stream()
			.flatMap((type) -> type.getMethodCallsFromSelf().stream())
			.filter((call) -> call.getTargetOwner().getName().equals("kz.kopir.sync.Tally")
					&& Set.of("held", "refused").contains(call.getTarget().getName()))
			.map(JavaMethodCall::getOriginOwner)
			.map(JavaClass::getSimpleName)
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(counting).containsExactly("EntryPlanner", "PlanDesk", "Planner", "ReadBack");
	}

	@Test
	void aLogNamesCodesOfTheCatalogueAndAFewNotices() {
		Set<String> known = Arrays.stream(ProblemCode.values()).map(ProblemCode::name).collect(Collectors.toSet());
		Set<String> logged = new TreeSet<>();
		sources().forEach((text) -> {
			Matcher code = LOGGED.matcher(text);
			while (code.find()) {
				logged.add(code.group(1));
			}
		});
		assertThat(logged).contains("STARTED", "RUN_FAILED");
		logged.removeAll(known);
		assertThat(logged).isEqualTo(new TreeSet<>(NOTICES));
	}

	@Test
	void everyCodeOfTheCatalogueIsReportedBySomebody() {
		String all = String.join("\n", sources());
		assertThat(ProblemCode.values())
			.allSatisfy((code) -> assertThat(all).containsPattern("\\b" + code.name() + "\\b"));
	}

	/** All sources but the catalogue's own. */
	private static List<String> sources() {
		try (Stream<Path> files = Files.walk(SOURCES)) {
			return files.filter((file) -> file.toString().endsWith(".java"))
				.filter((file) -> !file.startsWith(SOURCES.resolve("problem"))
						&& !file.startsWith(SOURCES.resolve("rehearsal")))
				.map(ProblemCodesTest::read)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
