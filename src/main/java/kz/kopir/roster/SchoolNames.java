package kz.kopir.roster;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import kz.kopir.mapping.Spelling;
import kz.kopir.school.ClassGroup;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.Subject;
import kz.kopir.school.SubjectId;

/**
 * A school's class groups and subjects by id and by name. Names are made comparable here
 * once, not once for each course.
 */
public final class SchoolNames {

	private final Map<ClassGroup, List<String>> classGroupWords = new LinkedHashMap<>();

	private final Map<Subject, List<String>> subjectWords = new LinkedHashMap<>();

	private final Map<String, Set<ClassGroupId>> classGroupsByKey = new HashMap<>();

	private final Map<String, Set<SubjectId>> subjectsByKey = new HashMap<>();

	private final Map<String, ClassGroupId> classGroupIds;

	private final Map<String, SubjectId> subjectIds;

	/**
	 * @param classGroups the school's class groups
	 * @param subjects the school's subjects
	 */
	public SchoolNames(Collection<ClassGroup> classGroups, Collection<Subject> subjects) {
		for (ClassGroup classGroup : classGroups) {
			List<String> words = ClassNames.words(classGroup.name());
			this.classGroupWords.put(classGroup, words);
			this.classGroupsByKey.computeIfAbsent(String.join(" ", words), (key) -> new HashSet<>())
				.add(classGroup.id());
		}
		for (Subject subject : subjects) {
			List<String> words = Spelling.words(subject.name());
			this.subjectWords.put(subject, words);
			this.subjectsByKey.computeIfAbsent(String.join(" ", words), (key) -> new HashSet<>()).add(subject.id());
		}
		// what has neither letter nor digit names nothing
		this.classGroupsByKey.remove("");
		this.subjectsByKey.remove("");
		this.classGroupIds = classGroups.stream()
			.map(ClassGroup::id)
			.collect(Collectors.toMap(ClassGroupId::value, (id) -> id, (one, same) -> one));
		this.subjectIds = subjects.stream()
			.map(Subject::id)
			.collect(Collectors.toMap(SubjectId::value, (id) -> id, (one, same) -> one));
	}

	/** Class groups that an id or a name can mean. */
	Set<ClassGroupId> classGroups(String idOrName) {
		Set<ClassGroupId> found = new HashSet<>(this.classGroupsByKey.getOrDefault(ClassNames.key(idOrName), Set.of()));
		ClassGroupId byId = this.classGroupIds.get(idOrName);
		if (byId != null) {
			found.add(byId);
		}
		return found;
	}

	/** Subjects that an id or a name can mean. */
	Set<SubjectId> subjects(String idOrName) {
		Set<SubjectId> found = new HashSet<>(this.subjectsByKey.getOrDefault(Spelling.key(idOrName), Set.of()));
		found.addAll(subjectsWithId(idOrName));
		return found;
	}

	/** The subject with an id, or none. */
	Set<SubjectId> subjectsWithId(String id) {
		SubjectId byId = this.subjectIds.get(id);
		return (byId != null) ? Set.of(byId) : Set.of();
	}

	/** The class group with an id, or none. */
	Set<ClassGroupId> classGroupsWithId(String id) {
		ClassGroupId byId = this.classGroupIds.get(id);
		return (byId != null) ? Set.of(byId) : Set.of();
	}

	/** Class groups with the comparable words of their names. */
	Map<ClassGroup, List<String>> classGroupWords() {
		return this.classGroupWords;
	}

	/** Subjects with the comparable words of their names. */
	Map<Subject, List<String>> subjectWords() {
		return this.subjectWords;
	}

}
