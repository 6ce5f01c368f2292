package kz.kopir.digest;

import java.time.LocalDate;

/**
 * That a person was told a problem by a mail. Every mail leaves one for each problem in
 * it, so that the same problem may stand there for several days; all of them are to be
 * kept.
 *
 * @param problem id of the problem, or {@link #OVERVIEW}
 * @param opening the opening of the problem that was told
 * @param kind kind of the mail
 * @param person key of the person
 * @param day school day of the mail, Asia/Almaty
 */
public record Told(String problem, int opening, LetterKind kind, String person, LocalDate day) {

	/** Stands for the problem in a weekly overview, which is told as a whole. */
	public static final String OVERVIEW = "overview";

}
