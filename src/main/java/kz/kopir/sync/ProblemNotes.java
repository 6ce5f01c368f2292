package kz.kopir.sync;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import kz.kopir.problem.ProblemCode;
import kz.kopir.school.ClassroomUserId;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what a class group has to tell: the same cause for thirty pupils is one note
 * with thirty lines.
 */
final class ProblemNotes {

	private final Map<String, Note> notes = new LinkedHashMap<>();

	/**
	 * Notes a problem.
	 * @param code what is the matter
	 * @param subject what it is about; the same code and subject is the same problem
	 * @param owner the teacher whose course it is, or null
	 * @param details ids, codes, titles
	 * @param line the entry or record concerned
	 */
	void add(ProblemCode code, String subject, @Nullable ClassroomUserId owner, Map<String, String> details,
			String line) {
		this.notes
			.computeIfAbsent(code + " " + subject,
					(key) -> new Note(code, subject, owner, new LinkedHashMap<>(details), new TreeSet<>()))
			.lines()
			.add(line);
	}

	Iterable<Note> all() {
		return this.notes.values();
	}

	/**
	 * One problem of this class group.
	 */
	record Note(ProblemCode code, String subject, @Nullable ClassroomUserId owner, Map<String, String> details,
			Set<String> lines) {
	}

}
