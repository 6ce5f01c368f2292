package kz.kopir.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import kz.kopir.deadline.SchoolCalendar;
import kz.kopir.digest.WeekFigures;
import kz.kopir.policy.SchoolPolicy;
import kz.kopir.school.ClassGroupId;
import kz.kopir.school.SchoolId;

/**
 * What mails need to know of a school beside its problems.
 */
public interface MailFacts {

	/** The policy that counts now. */
	SchoolPolicy policy(SchoolId school);

	/** School days and terms. */
	SchoolCalendar calendar(SchoolId school);

	/** How the school is called in mails. */
	String name(SchoolId school);

	/** Names of the class groups that are known. */
	Map<ClassGroupId, String> classGroups(SchoolId school);

	/** How publication of БЖБ and ТЖБ went in the last weeks, the oldest first. */
	List<WeekFigures> weeks(SchoolId school, Instant now);

}
