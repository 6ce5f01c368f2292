package kz.kopir.console;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import kz.kopir.sync.ControlItem;
import org.jspecify.annotations.Nullable;

/**
 * A term as a table of classes and subjects, with the works of each by their state.
 *
 * @param subjects names of the subjects by id, in the order of the columns
 * @param rows a row for each class group
 * @param states how many works of the whole term are in which state
 */
record HeatMap(Map<String, String> subjects, List<Row> rows, Map<WorkState, Integer> states) {

	private static final Pattern GRADE = Pattern.compile("\\d+");

	/** 5 «А» before 10 «А». */
	static final Comparator<ControlItem> BY_CLASS = Comparator
		.<ControlItem>comparingInt((item) -> grade(item.classGroupName()))
		.thenComparing(ControlItem::classGroupName)
		.thenComparing(ControlItem::classGroup);

	static HeatMap of(List<ControlItem> items, Instant now) {
		Map<String, String> subjects = new LinkedHashMap<>();
		items.stream()
			.sorted(Comparator.comparing(ControlItem::subjectName).thenComparing(ControlItem::subject))
			.forEach((item) -> subjects.put(item.subject(), item.subjectName()));
		Map<String, Row> rows = new LinkedHashMap<>();
		Map<WorkState, Integer> states = new EnumMap<>(WorkState.class);
		items.stream().sorted(BY_CLASS).forEach((item) -> {
			WorkState state = WorkState.of(item, now);
			rows.computeIfAbsent(item.classGroup(), (id) -> new Row(id, item.classGroupName(), new TreeMap<>()))
				.cells()
				.computeIfAbsent(item.subject(), (subject) -> new EnumMap<>(WorkState.class))
				.merge(state, 1, Integer::sum);
			states.merge(state, 1, Integer::sum);
		});
		return new HeatMap(subjects, List.copyOf(rows.values()), states);
	}

	/** How many works are in each state; what needs somebody most comes first. */
	public Map<WorkState, Integer> legend() {
		Map<WorkState, Integer> legend = new LinkedHashMap<>();
		for (int i = WorkState.values().length - 1; i >= 0; i--) {
			WorkState state = WorkState.values()[i];
			legend.put(state, this.states.getOrDefault(state, 0));
		}
		return legend;
	}

	private static int grade(String classGroupName) {
		Matcher number = GRADE.matcher(classGroupName);
		return number.find() ? Integer.parseInt(number.group()) : Integer.MAX_VALUE;
	}

	/**
	 * A class group.
	 *
	 * @param classGroup its id
	 * @param name its name
	 * @param cells works by subject and state
	 */
	record Row(String classGroup, String name, Map<String, Map<WorkState, Integer>> cells) {

		public Map<WorkState, Integer> cell(String subject) {
			return this.cells.getOrDefault(subject, Map.of());
		}

		/** The state that needs somebody most, or null without works. */
		public @Nullable WorkState worst(String subject) {
			Map<WorkState, Integer> cell = cell(subject);
			return cell.isEmpty() ? null : Objects.requireNonNull(Collections.max(cell.keySet()));
		}

	}

}
