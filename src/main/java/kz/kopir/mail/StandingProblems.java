package kz.kopir.mail;

import java.util.Collection;
import java.util.Set;

import kz.kopir.digest.Letter;
import kz.kopir.school.SchoolId;

/**
 * Says which problems are still worth a mail. A problem that was closed, resolved or
 * opened anew since is not: its cause is gone, or another mail tells it.
 */
@FunctionalInterface
public interface StandingProblems {

	/**
	 * Of the items of a letter those that still stand.
	 */
	Set<Letter.Item> standing(SchoolId school, Collection<Letter.Item> items);

}
