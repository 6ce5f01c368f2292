package kz.kopir.journal.kundelik;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import kz.kopir.journal.JournalFrame;
import kz.kopir.mapping.Json;
import kz.kopir.school.ClassGroup;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.Pupil;
import kz.kopir.school.Subject;
import kz.kopir.school.Term;

/**
 * What Kundelik says of a school as a whole, while it is read: its class groups and
 * subjects first, then its terms, and the pupils of many class groups at once.
 */
public final class FrameReading {

	private static final int CLASS_GROUPS_PER_REQUEST = 50;

	private final KundelikRecords records;

	private final long school;

	private final List<Term> terms = new ArrayList<>();

	private final Set<String> markValues = new HashSet<>();

	private final List<ClassGroup> classGroups = new ArrayList<>();

	private final List<Subject> subjects = new ArrayList<>();

	private final Map<ClassGroupId, List<Pupil>> pupils = new HashMap<>();

	private final Map<String, String> workTypes = new HashMap<>();

	FrameReading(KundelikRecords records, long school) {
		this.records = records;
		this.school = school;
	}

	/** Reads that need nothing but the school. */
	public List<KundelikRequest> getSchoolRequests() {
		return List.of(
				new KundelikRequest("school", "/v2/schools/" + this.school, null,
						(answer) -> this.records.checkSchool(answer, this.school)),
				new KundelikRequest("markValues", "/v2/marks/values/type/mark10", null,
						(answer) -> this.markValues.addAll(this.records.markValues(answer))),
				new KundelikRequest("eduGroups", "/v2/schools/" + this.school + "/edu-groups", null,
						(answer) -> this.classGroups.addAll(this.records.classGroups(answer))),
				new KundelikRequest("subjects", "/v2/schools/" + this.school + "/subjects", null,
						(answer) -> this.subjects.addAll(this.records.subjects(answer))),
				new KundelikRequest("workTypes", "/v2/work-types/" + this.school, null,
						(answer) -> this.workTypes.putAll(this.records.workTypes(answer))));
	}

	/** Reads of the pupils, once the class groups are known. */
	public List<KundelikRequest> getPupilRequests() {
		List<KundelikRequest> requests = new ArrayList<>();
		if (!this.classGroups.isEmpty()) {
			requests.add(new KundelikRequest("terms",
					"/v2/edu-groups/" + this.classGroups.get(0).id() + "/reporting-periods", null,
					(answer) -> this.terms.addAll(this.records.terms(answer))));
		}
		for (int from = 0; from < this.classGroups.size(); from += CLASS_GROUPS_PER_REQUEST) {
			ArrayNode ids = Json.mapper().createArrayNode();
			this.classGroups.subList(from, Math.min(from + CLASS_GROUPS_PER_REQUEST, this.classGroups.size()))
				.forEach((classGroup) -> ids.add(KundelikRecords.number(classGroup.id().value())));
			requests.add(new KundelikRequest("pupils", "/v2/edu-groups/students", ids, this::acceptPupils));
		}
		return requests;
	}

	/** What was read. */
	public JournalFrame getFrame() {
		return new JournalFrame(List.copyOf(this.terms), Set.copyOf(this.markValues), List.copyOf(this.classGroups),
				List.copyOf(this.subjects), Map.copyOf(this.pupils));
	}

	Map<String, String> workTypes() {
		return this.workTypes;
	}

	private void acceptPupils(JsonNode answer) {
		for (JsonNode group : KundelikRecords.array(answer, "pupils of class groups")) {
			this.pupils.put(this.records.classGroupOf(group.path("group")),
					this.records.pupils(group.path("students")));
		}
	}

}
