package kz.kopir.mail;

import java.time.Instant;
import java.util.List;

import kz.kopir.digest.Letter;
import kz.kopir.school.SchoolId;

/**
 * Says which letters are due. It may say the same letter again: what was told already is
 * not told twice.
 */
@FunctionalInterface
public interface DueLetters {

	/**
	 * The letters of a school that are due.
	 */
	List<Letter> due(SchoolId school, Instant now);

}
