package kz.kopir.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import kz.kopir.problem.ProblemTexts;
import kz.kopir.staff.StaffMember;
import org.jspecify.annotations.Nullable;

/**
 * What one mail tells one person.
 *
 * @param kind its kind
 * @param to the person
 * @param day school day on which it is due, Asia/Almaty
 * @param sections the problems by class group
 * @param leftOut how many problems more there are than the mail tells
 */
public record Letter(LetterKind kind, StaffMember to, LocalDate day, List<Section> sections, int leftOut) {

	public Letter {
		sections = List.copyOf(sections);
	}

	/**
	 * The problems of one class group, the newest first.
	 *
	 * @param classGroup its name, null for what belongs to no class group
	 * @param items its problems
	 */
	public record Section(@Nullable String classGroup, List<Item> items) {

		public Section {
			items = List.copyOf(items);
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
	 */
	public record Item(String problem, int opening, ProblemTexts texts, Instant openedAt, @Nullable Instant deadline) {
	}

}
