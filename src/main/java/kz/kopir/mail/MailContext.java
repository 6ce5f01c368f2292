package kz.kopir.mail;

import java.net.URI;
import java.time.ZoneId;

/**
 * What mails of one school say beside what they tell.
 *
 * @param schoolName name of the school
 * @param console address of the console, with no more than a path behind the host
 * @param supportName who is responsible for technical support (regulation, clause 5.1)
 * @param supportPhone their telephone
 * @param zone the school's time zone, in which moments are told
 */
record MailContext(String schoolName, URI console, String supportName, String supportPhone, ZoneId zone) {

	MailContext {
		boolean web = "https".equals(console.getScheme()) || "http".equals(console.getScheme());
		if (!web || console.getHost() == null || console.getUserInfo() != null || console.getQuery() != null
				|| console.getFragment() != null) {
			throw new IllegalArgumentException("The address of the console cannot be used in mails. "
					+ "Give it like https://kopir.school.example, without user, password, «?» and «#».");
		}
	}

	/** Where all problems are listed. */
	String problems() {
		String base = this.console.toString();
		return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/problems";
	}

}
