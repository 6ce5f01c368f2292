package kz.kopir.sync;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import kz.kopir.problem.Problem;
import kz.kopir.problem.ProblemCode;
import kz.kopir.school.ClassGroupId;
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
	 * @param about what it is about
	 * @param line the entry or record concerned
	 */
	void add(ProblemCode code, About about, String line) {
		add(code, about, line, null, null);
	}

	/**
	 * Notes a problem.
	 * @param code what is the matter
	 * @param about what it is about
	 * @param line the entry or record concerned
	 * @param remark what is particular about this line, or null
	 * @param lastDay last day on which it can be mended, or null
	 */
	void add(ProblemCode code, About about, String line, @Nullable String remark, @Nullable LocalDate lastDay) {
		Note note = this.notes.computeIfAbsent(code + " " + about.subject(), (key) -> new Note(code, about));
		note.lines.put(line, Problem.Line.of(line));
		if (remark != null) {
			note.lines.put(line, new Problem.Line(line, remark));
		}
		if (lastDay != null && (note.lastDay == null || lastDay.isBefore(note.lastDay))) {
			note.lastDay = lastDay;
		}
	}

	/**
	 * As the store of problems takes them.
	 * @param classGroup where they were found
	 * @param zone in which a last day ends
	 */
	List<Problem> problems(ClassGroupId classGroup, ZoneId zone) {
		return this.notes.values().stream().map((note) -> note.problem(classGroup, zone)).toList();
	}

	/**
	 * One problem of this class group, growing.
	 */
	private static final class Note {

		private final ProblemCode code;

		private final About about;

		private final Map<String, Problem.Line> lines = new TreeMap<>();

		private @Nullable LocalDate lastDay;

		private Note(ProblemCode code, About about) {
			this.code = code;
			this.about = about;
		}

		private Problem problem(ClassGroupId classGroup, ZoneId zone) {
			ClassroomUserId owner = this.about.owner();
			LocalDate day = this.lastDay;
			return new Problem(this.code, this.about.subject(), this.about.ofSchool() ? null : classGroup,
					(owner != null) ? owner.value() : null,
					(day != null) ? day.plusDays(1).atStartOfDay(zone).toInstant() : null, this.about.details(),
					List.copyOf(this.lines.values()));
		}

	}

}
