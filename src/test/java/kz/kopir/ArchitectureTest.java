package kz.kopir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps the packages to what they say of themselves. The rules of who may know whom stand
 * in the {@code package-info} of each package, as "May know: a, b." or "Knows no other
 * package.", and are read from there.
 */
class ArchitectureTest {

	private static final String ROOT = "kz.kopir";

	private static final Path SOURCES = Path.of("src", "main", "java", "kz", "kopir");

	private static final Pattern MAY_KNOW = Pattern.compile("May know: ([a-z., ]+?)\\.(?: |$)");

	private static final Pattern KNOWS_NOBODY = Pattern.compile("[Kk]nows no other package\\.");

	private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target", "classes"));

	static List<String> packages() throws IOException {
		try (Stream<Path> files = Files.walk(SOURCES)) {
			return files.filter((file) -> file.toString().endsWith(".java"))
				.map((file) -> SOURCES.relativize(file.getParent()).toString().replace('\\', '/').replace('/', '.'))
				.filter((name) -> !name.isEmpty())
				.distinct()
				.sorted()
				.toList();
		}
	}

	@ParameterizedTest
	@MethodSource("packages")
	void aPackageKnowsOnlyWhomItSaysItMayKnow(String name) throws IOException {
		Set<String> allowed = mayKnow(name);
		Set<String> strangers = CLASSES.stream()
			.filter((type) -> type.getPackageName().equals(ROOT + "." + name))
			.flatMap((type) -> type.getDirectDependenciesFromSelf().stream())
			.map(Dependency::getTargetClass)
			.map(JavaClass::getBaseComponentType)
			.map(JavaClass::getPackageName)
			.filter((target) -> target.equals(ROOT) || target.startsWith(ROOT + "."))
			.map((target) -> target.equals(ROOT) ? "(the application)" : target.substring(ROOT.length() + 1))
			.filter((target) -> !target.equals(name) && !allowed.contains(target))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(strangers).as("known to %s, but not allowed by its package-info", name).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("packages")
	void aPackageSaysWhatItIsForAndIsNullMarked(String name) throws IOException {
		assertThat(packageInfo(name)).contains("@NullMarked").contains("/**");
		assertThat(packages()).containsAll(mayKnow(name));
	}

	@Test
	void noPackagesKnowEachOtherInACircle() {
		slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void theRehearsalIsKnownToTheApplicationOnly() {
		noClasses().that()
			.resideOutsideOfPackages(ROOT, ROOT + ".rehearsal..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage(ROOT + ".rehearsal..")
			.check(CLASSES);
	}

	@Test
	void judgementIsPlainJava() {
		noClasses().that(areJudgement())
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.apache.camel..", "org.springframework..", "org.quartz..", "java.sql..",
					"javax.sql..", "java.net..", "java.net.http..", "java.io..", "java.nio.file..",
					"com.fasterxml.jackson..")
			.check(CLASSES);
	}

	@Test
	void theDomainsRecordsKnowNothingButJava() {
		noClasses().that()
			.resideInAPackage(ROOT + ".school")
			.should()
			.dependOnClassesThat()
			.resideOutsideOfPackages("java.lang..", "java.util..", "java.time..", "java.math..", "org.jspecify..",
					ROOT + ".school")
			.check(CLASSES);
	}

	@Test
	void onlyTheAdapterKnowsTheJournalsName() {
		noClasses().that()
			.resideOutsideOfPackages(ROOT, ROOT + ".journal.kundelik..", ROOT + ".setup", ROOT + ".rehearsal..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage(ROOT + ".journal.kundelik..")
			.check(CLASSES);
	}

	@Test
	void theTimeOfDayComesFromAnInjectedClock() {
		noClasses().should().callMethodWhere(theTimeIsAskedOfTheMachine()).check(CLASSES);
	}

	@Test
	void onlyTheApplicationMakesAClock() {
		ArchRule rule = noClasses().that()
			.resideOutsideOfPackages(ROOT, ROOT + ".rehearsal..")
			.should()
			.callMethodWhere(DescribedPredicate.describe("a clock or zone of the machine is made",
					(call) -> isCall(call, "java.time.Clock", "system") || isCall(call, "java.time.Clock", "tick")
							|| isCall(call, "java.time.ZoneId", "systemDefault")
							|| isCall(call, "java.util.TimeZone", "getDefault")));
		rule.check(CLASSES);
	}

	@Test
	void nothingIsInjectedIntoFields() {
		NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(CLASSES);
	}

	private static DescribedPredicate<JavaCall<?>> theTimeIsAskedOfTheMachine() {
		return DescribedPredicate.describe("the time is asked of the machine",
				(call) -> (call.getTargetOwner().getPackageName().startsWith("java.time")
						&& call.getName().equals("now")
						&& call.getTarget()
							.getRawParameterTypes()
							.stream()
							.noneMatch((type) -> type.isEquivalentTo(Clock.class)))
						|| isCall(call, "java.lang.System", "currentTimeMillis"));
	}

	private static boolean isCall(JavaCall<?> call, String owner, String namePrefix) {
		return call.getTargetOwner().getName().equals(owner) && call.getName().startsWith(namePrefix);
	}

	/**
	 * The packages of judgement, but for the store that remembers links, and the
	 * comparison.
	 */
	private static DescribedPredicate<JavaClass> areJudgement() {
		Set<String> packages = Set.of(ROOT + ".grading", ROOT + ".roster", ROOT + ".deadline", ROOT + ".attendance",
				ROOT + ".digest");
		return DescribedPredicate.describe("are judgement",
				(type) -> (packages.contains(type.getPackageName()) && !type.getSimpleName().equals("LinkStore"))
						|| type.getName().equals(ROOT + ".sync.Comparison"));
	}

	private static Set<String> mayKnow(String name) throws IOException {
		String text = packageInfo(name).replaceAll("\\s*\\n \\* ?", " ");
		Matcher matcher = MAY_KNOW.matcher(text);
		if (matcher.find()) {
			return new TreeSet<>(List.of(matcher.group(1).split(", ")));
		}
		assertThat(KNOWS_NOBODY.matcher(text).find())
			.as("the package-info of %s says \"May know: ...\" or \"Knows no other package.\"", name)
			.isTrue();
		return Set.of();
	}

	private static String packageInfo(String name) throws IOException {
		Path file = SOURCES.resolve(name.replace('.', '/')).resolve("package-info.java");
		assertThat(file).as("every package says what it is for").exists();
		return Files.readString(file);
	}

}
