package kz.kopir.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a bare loop has to do to make the requests of one run of the gateway: which
 * courses to read for which class group, and what to write. Made of the journal after the
 * gateway's run, so that both write the same.
 *
 * @param from first day of the journal to read
 * @param to last day of the journal to read
 * @param classGroups what to do for each class group
 */
record Script(String from, String to, List<ClassGroup> classGroups) {

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final List<String> WORK_FIELDS = List.of("type", "workType", "markType", "markCount", "lesson",
			"lesson_str", "displayInJournal", "eduGroup", "eduGroup_str", "text", "targetDate", "sentDate");

	/**
	 * @param id id of the class group
	 * @param courses ids of its courses
	 * @param works works to write
	 * @param marks marks to write, after the works
	 */
	record ClassGroup(String id, Set<String> courses, List<Work> works, List<Mark> marks) {
	}

	/**
	 * @param key the gateway's id of it; a work with a known key is changed, others are
	 * made
	 * @param body what to send
	 */
	record Work(String key, JsonNode body) {
	}

	/**
	 * @param work key of the work
	 * @param pupil id of the pupil
	 * @param value the mark
	 */
	record Mark(String work, String pupil, String value) {
	}

	/**
	 * The script of a run that has just ended.
	 * @param lastDay last day of the journal that the gateway reads
	 */
	static Script of(StandIns standIns, GatewayDatabase database, GatewayDatabase.RunRow run, String lastDay)
			throws IOException, InterruptedException {
		Map<String, Set<String>> delivered = new LinkedHashMap<>();
		database.delivered(run.id())
			.stream()
			.collect(Collectors.groupingBy(GatewayDatabase.Delivery::classGroup,
					Collectors.mapping((one) -> one.mark() + one.journalId(), Collectors.toSet())))
			.forEach(delivered::put);
		List<ClassGroup> classGroups = new ArrayList<>();
		for (Map.Entry<String, Set<String>> group : database.courses().entrySet()) {
			List<Work> works = new ArrayList<>();
			List<Mark> marks = new ArrayList<>();
			Set<String> wanted = delivered.getOrDefault(group.getKey(), Set.of());
			if (!wanted.isEmpty()) {
				String base = "/v2/edu-groups/" + group.getKey();
				String days = "/" + run.from() + "/" + lastDay;
				for (JsonNode lesson : standIns.journal(base + "/lessons" + days)) {
					for (JsonNode work : lesson.path("works")) {
						if (wanted.contains(false + work.path("id").asText())) {
							works.add(new Work(work.path("id").asText(), ((ObjectNode) work).retain(WORK_FIELDS)));
						}
					}
				}
				for (JsonNode mark : standIns.journal(base + "/marks" + days)) {
					if (wanted.contains(true + mark.path("id").asText())) {
						marks.add(new Mark(mark.path("work").asText(), mark.path("person").asText(),
								mark.path("value").asText()));
					}
				}
			}
			classGroups.add(new ClassGroup(group.getKey(), group.getValue(), works, marks));
		}
		return new Script(run.from(), lastDay, classGroups);
	}

	static Script read(Path file) throws IOException {
		return JSON.readValue(file.toFile(), Script.class);
	}

	void write(Path file) throws IOException {
		JSON.writeValue(file.toFile(), this);
	}

}
