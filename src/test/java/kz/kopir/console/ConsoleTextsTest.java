package kz.kopir.console;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import kz.kopir.problem.Owner;
import kz.kopir.problem.TroubleClass;
import kz.kopir.run.RunRefused;
import kz.kopir.run.RunState;
import kz.kopir.run.RunTriggerKind;
import kz.kopir.summative.SummativeStage;
import kz.kopir.sync.ApprovalRefused;
import kz.kopir.sync.ControlRefused;
import kz.kopir.sync.EntryKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The console says the same in each language.
 */
class ConsoleTextsTest {

	private static final Path BUNDLES = Path.of("src", "main", "resources", "kz", "kopir", "console");

	private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");

	private static final Path SOURCES = Path.of("src", "main", "java", "kz", "kopir", "console");

	/** A key in a template: {@code #{runs.title}} or {@code #{run.title(...)}}. */
	private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([A-Za-z0-9.]+)[}(]");

	/** The beginning of a key whose end is a code: {@code #{|flow.${...}|}}. */
	private static final Pattern BEGINNING = Pattern.compile("#\\{\\|([A-Za-z.]+)\\.\\$");

	private static final Pattern IN_SOURCE = Pattern.compile("\"((?:refused|works\\.done)\\.[a-z.]*[a-z])\"");

	@Test
	void everyTextIsThereInEachLanguageWithTheSamePlaceholders() throws IOException {
		Map<String, Set<Integer>> kazakh = placeholders("kk");
		assertThat(kazakh).isNotEmpty();
		assertThat(placeholders("ru")).isEqualTo(kazakh);
		assertThat(placeholders("en")).isEqualTo(kazakh);
	}

	@Test
	void noTextIsForgottenInALanguage() throws IOException {
		for (String language : List.of("kk", "ru", "en")) {
			assertThat(texts(language)).allSatisfy((key, text) -> assertThat((String) text).isNotBlank());
		}
		// of Kazakh alone; what has none of them was perhaps copied from Russian
		assertThat(texts("kk").values().stream().filter((text) -> ((String) text).matches(".*[әғқңөұүһі].*")).count())
			.isGreaterThan(texts("kk").size() / 2);
		assertThat(texts("ru").values()).noneSatisfy((text) -> assertThat((String) text).matches(".*[әғқңөұүһі].*"));
	}

	@Test
	void everyTextThatAPageAsksForIsThere() throws IOException {
		Set<String> asked = new TreeSet<>(found(TEMPLATES, IN_TEMPLATE));
		asked.addAll(found(SOURCES, IN_SOURCE));
		assertThat(asked).isNotEmpty();
		assertThat(texts("kk").stringPropertyNames()).containsAll(asked);
	}

	@Test
	void everyCodeHasAName() throws IOException {
		Set<String> named = texts("kk").stringPropertyNames();
		assertThat(named).containsAll(keys("runState.", RunState.values()))
			.containsAll(keys("trigger.", RunTriggerKind.values()))
			.containsAll(keys("owner.", Owner.values()))
			.containsAll(keys("trouble.", TroubleClass.values()))
			.containsAll(keys("workState.", WorkState.values()))
			.containsAll(keys("stage.", SummativeStage.values()))
			.containsAll(keys("refused.start.", RunRefused.Reason.values()))
			.containsAll(keys("refused.approval.", ApprovalRefused.Reason.values()))
			.containsAll(keys("refused.control.", ControlRefused.Reason.values()))
			.containsAll(Stream.of(EntryKind.values()).map((kind) -> "kind." + kind.code()).toList());
	}

	@Test
	void noTextIsLeftThatNobodyAsksFor() throws IOException {
		Set<String> asked = new TreeSet<>(found(TEMPLATES, IN_TEMPLATE));
		asked.addAll(found(SOURCES, IN_SOURCE));
		Set<String> beginnings = new TreeSet<>(found(TEMPLATES, BEGINNING));
		beginnings.addAll(found(TEMPLATES, Pattern.compile("show\\.name\\('([A-Za-z]+)'")));
		beginnings.addAll(List.of("refused.start", "refused.approval", "refused.control", "length", "share"));
		assertThat(texts("kk").stringPropertyNames()).allSatisfy((key) -> assertThat(
				asked.contains(key) || beginnings.stream().anyMatch((beginning) -> key.startsWith(beginning + "."))
						|| key.equals("share") || key.endsWith(".title"))
			.as(key)
			.isTrue());
	}

	private static List<String> keys(String beginning, Enum<?>[] codes) {
		return Stream.of(codes).map((code) -> beginning + code.name()).toList();
	}

	private static List<String> found(Path folder, Pattern pattern) throws IOException {
		List<String> found = new ArrayList<>();
		try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
			for (Path file : files.toList()) {
				Matcher matcher = pattern.matcher(Files.readString(file));
				while (matcher.find()) {
					found.add(matcher.group(1));
				}
			}
		}
		return found;
	}

	private static Map<String, Set<Integer>> placeholders(String language) throws IOException {
		Map<String, Set<Integer>> placeholders = new TreeMap<>();
		texts(language).forEach((key, text) -> {
			new MessageFormat((String) text, Locale.forLanguageTag(language));
			Set<Integer> numbers = new TreeSet<>();
			Matcher matcher = Pattern.compile("\\{(\\d)").matcher((String) text);
			while (matcher.find()) {
				numbers.add(Integer.parseInt(matcher.group(1)));
			}
			placeholders.put((String) key, numbers);
		});
		return placeholders;
	}

	private static Properties texts(String language) throws IOException {
		Properties texts = new Properties();
		try (Reader reader = Files.newBufferedReader(BUNDLES.resolve("console_" + language + ".properties"),
				StandardCharsets.UTF_8)) {
			texts.load(reader);
		}
		return texts;
	}

}
