package kz.kopir.sync;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import kz.kopir.problem.Problem;
import kz.kopir.problem.ProblemCode;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.ClassroomUserId;

/**
 * Gathers what a class group has to tell: the same cause for thirty pupils is one note
 * with thirty lines.
 */
final class ProblemNotes {

	private final Map<String, Note> notes = new LinkedHashMap<>();

	/**
	 * Notes a problem.
	 * @param code what is the matter
	 * @param about what it is about
	 * @param line the entry or record concerned
	 */
	void add(ProblemCode code, About about, String line) {
		this.notes.computeIfAbsent(code + " " + about.subject(), (key) -> new Note(code, about, new TreeSet<>()))
			.lines()
			.add(line);
	}

	/** As the store of problems takes them. */
	List<Problem> problems(ClassGroupId classGroup) {
		return this.notes.values().stream().map((note) -> {
			ClassroomUserId owner = note.about().owner();
			return new Problem(note.code(), note.about().subject(), classGroup, (owner != null) ? owner.value() : null,
					null, note.about().details(), note.lines().stream().map(Problem.Line::of).toList());
		}).toList();
	}

	/** How many notes of a code there are. */
	long count(ProblemCode code) {
		return this.notes.values().stream().filter((note) -> note.code() == code).count();
	}

	/**
	 * One problem of this class group.
	 */
	private record Note(ProblemCode code, About about, Set<String> lines) {
	}

}
