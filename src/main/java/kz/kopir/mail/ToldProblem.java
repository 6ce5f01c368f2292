package kz.kopir.mail;

import java.time.LocalDate;

import kz.kopir.digest.LetterKind;

/**
 * That a mail tells, or told, a person of a problem.
 *
 * @param problem id of the problem, or {@value #OVERVIEW}
 * @param opening how often it had been opened by then
 * @param kind kind of the mail
 * @param person key of the person
 * @param day school day of the mail, Asia/Almaty
 */
public record ToldProblem(String problem, int opening, LetterKind kind, String person, LocalDate day) {

	/** Stands for the problem in an overview of a week, which is told as a whole. */
	static final String OVERVIEW = "overview";

}
