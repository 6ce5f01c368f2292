package kz.kopir.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import kz.kopir.problem.ProblemTexts;
import kz.kopir.staff.MissingPerson;
import kz.kopir.staff.StaffMember;
import org.jspecify.annotations.Nullable;

/**
 * What one mail tells one person.
 *
 * @param kind its kind
 * @param to the person
 * @param day school day on which it is due, Asia/Almaty
 * @param sections the problems by class group: first those that are new to the person,
 * then those that are still open
 * @param leftOut how many problems more there are than the mail tells
 * @param fresh how many of all, told or left out, are new to the person
 * @param weeks figures for the weekly overview, the oldest first
 */
public record Letter(LetterKind kind, StaffMember to, LocalDate day, List<Section> sections, int leftOut, int fresh,
		List<WeekFigures> weeks) {

	public Letter {
		sections = List.copyOf(sections);
		weeks = List.copyOf(weeks);
	}

	/**
	 * One in which everything is new.
	 */
	public Letter(LetterKind kind, StaffMember to, LocalDate day, List<Section> sections, int leftOut) {
		this(kind, to, day, sections, leftOut,
				leftOut + sections.stream().mapToInt((section) -> section.items().size()).sum(), List.of());
	}

	/** The same with figures. */
	Letter withWeeks(List<WeekFigures> figures) {
		return new Letter(this.kind, this.to, this.day, this.sections, this.leftOut, this.fresh, figures);
	}

	/** The problems that the mail tells, in their order. */
	public List<Item> items() {
		return this.sections.stream().flatMap((section) -> section.items().stream()).toList();
	}

	/** How many problems there are, told or left out. */
	public int total() {
		return items().size() + this.leftOut;
	}

	/** What is told by this mail, to be kept with it. */
	public List<Told> tells() {
		if (this.kind == LetterKind.WEEKLY) {
			return List.of(new Told(Told.OVERVIEW, 1, this.kind, this.to.key(), this.day));
		}
		return items().stream()
			.map((item) -> new Told(item.problem(), item.opening(), this.kind, this.to.key(), this.day))
			.toList();
	}

	/** Without what is told: it is not for a log. */
	@Override
	public String toString() {
		return "Letter[" + this.kind + " to " + this.to.key() + " on " + this.day + "]";
	}

	/**
	 * The problems of one class group, the newest first.
	 *
	 * @param classGroup its name, null for what belongs to no class group
	 * @param items its problems
	 * @param fresh whether they are new to the person; otherwise they are still open
	 */
	public record Section(@Nullable String classGroup, List<Item> items, boolean fresh) {

		public Section {
			items = List.copyOf(items);
		}

		/**
		 * A section of new problems.
		 */
		public Section(@Nullable String classGroup, List<Item> items) {
			this(classGroup, items, true);
		}

	}

	/**
	 * One problem in a mail.
	 *
	 * @param problem id of the problem
	 * @param opening how often it has been opened by now, from 1 on
	 * @param texts what happened, what it means and what to do, a line each
	 * @param openedAt when it was opened
	 * @param deadline until when it can be mended, null if there is no such moment
	 * @param insteadOf for whom the person stands in, null if the problem is theirs
	 * @param waitsFor names of those who can mend it, when the person is somebody else
	 * @param since first day on which they were told, null if that plays no part
	 */
	public record Item(String problem, int opening, ProblemTexts texts, Instant openedAt, @Nullable Instant deadline,
			@Nullable MissingPerson insteadOf, List<String> waitsFor, @Nullable LocalDate since) {

		public Item {
			waitsFor = List.copyOf(waitsFor);
		}

		/**
		 * One that is the person's own.
		 */
		public Item(String problem, int opening, ProblemTexts texts, Instant openedAt, @Nullable Instant deadline) {
			this(problem, opening, texts, openedAt, deadline, null, List.of(), null);
		}

	}

}
